import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { InstantNumber } from "../../core/calendar/zone.ts";
import type { WatchBook } from "../../core/ports.ts";
import { packed, unlessDamaged, unpacked } from "./packed.ts";

const Causes = z.array(z.strictObject({ cause: z.string(), since: InstantNumber, told: z.boolean() }));

/** Beside the sweep log: no slot's name. */
const KEY = { slot: "#watch", scope: "#watch" };

/** What the watch remembers, in DynamoDB: one item. */
export const createWatchBook = (client: DynamoDBDocumentClient, table: string): WatchBook => ({
  read: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: KEY, ConsistentRead: true }));
    // Who has a book that cannot be read tells once more of what lasts, rather than never of anything.
    return (Item && unlessDamaged(() => unpacked(Causes, Item))) || [];
  },
  write: async (causes) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...KEY, ...packed(Causes, [...causes]) } }));
  },
});
