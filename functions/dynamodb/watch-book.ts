import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { InstantNumber } from "../../core/calendar/zone.ts";
import type { WatchBook, WatchCause } from "../../core/ports.ts";
import { DamagedRecord, packed, unpacked } from "./packed.ts";
import type { Item } from "./query.ts";

const Causes = z.array(z.strictObject({ cause: z.string(), since: InstantNumber, told: z.boolean() }));

/** Beside the sweep log: no slot's name. */
const KEY = { slot: "#watch", scope: "#watch" };

/** What the watch remembers, in DynamoDB: one item. */
export const createWatchBook = (client: DynamoDBDocumentClient, table: string): WatchBook => ({
  read: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: KEY, ConsistentRead: true }));
    return Item ? readBook(Item) : [];
  },
  write: async (causes) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...KEY, ...packed(Causes, [...causes]) } }));
  },
});

/** Who has a book that cannot be read tells once more of what lasts, rather than never of anything. */
function readBook(item: Item): readonly WatchCause[] {
  try {
    return unpacked(Causes, item);
  } catch (error) {
    if (error instanceof DamagedRecord) return [];
    throw error;
  }
}
