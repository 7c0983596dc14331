import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { InstantNumber } from "../../core/calendar/zone.ts";
import type { SessionStore } from "../../core/ports.ts";
import { packed, unlessDamaged, unpacked } from "./packed.ts";

const StoredSession = z.strictObject({
  subject: z.string(),
  name: z.string(),
  startedAt: InstantNumber,
  expiresAt: InstantNumber,
});

/** Where the end of all sessions of somebody lies: no session's hash, which has no `#`. */
const endOf = (subject: string): string => `#ended#${subject}`;
/** Longer than a session lasts: after that the mark ends nothing. */
const ENDED_SECONDS = 24 * 60 * 60;

/** Sessions in DynamoDB, which deletes them some time after they have expired. */
export function createSessionStore(client: DynamoDBDocumentClient, table: string): SessionStore {
  return {
    create: async (hash, session) => {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { id: hash, expiresAt: Math.ceil(session.expiresAt / 1000), ...packed(StoredSession, session) },
          ConditionExpression: "attribute_not_exists(#id)",
          ExpressionAttributeNames: { "#id": "id" },
        }),
      );
    },
    find: async (hash) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { id: hash }, ConsistentRead: true }));
      // Who has one that cannot be read signs in again.
      return Item ? unlessDamaged(() => unpacked(StoredSession, Item)) : null;
    },
    endAll: async (subject, at) => {
      const expiresAt = Math.ceil(at / 1000) + ENDED_SECONDS;
      await client.send(new PutCommand({ TableName: table, Item: { id: endOf(subject), expiresAt, at } }));
    },
    endedAt: async (subject) => {
      const Key = { id: endOf(subject) };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return InstantNumber.safeParse(Item?.["at"]).data ?? null;
    },
    remove: async (hash) => {
      await client.send(new DeleteCommand({ TableName: table, Key: { id: hash } }));
    },
  };
}
