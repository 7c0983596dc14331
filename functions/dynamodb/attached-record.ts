import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { StoredRecord } from "../../core/audit/stored.ts";
import { holds } from "./holds.ts";
import { fits } from "./packed.ts";
import type { Item } from "./query.ts";
import { attributesOf, storedOf } from "./stored-record.ts";

/** What an audited record that travels in another item changes of that item. */
interface Change {
  readonly set: Readonly<Record<string, unknown>>;
  /** The write is refused when this attribute of the item is no longer what it was. */
  readonly unless: { readonly name: string; readonly was: unknown };
}

type Key = Readonly<Record<string, string>>;

/** The record that travels in an item; null for an item that nobody has decided about yet. */
export const attachedOf = (item: Item): StoredRecord | null => (item["entry"] === undefined ? null : storedOf(item));

/** The same of the item under a key, strongly consistent. */
export async function readAttached(
  client: DynamoDBDocumentClient,
  table: string,
  key: Key,
): Promise<StoredRecord | null> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return Item ? attachedOf(Item) : null;
}

/** Writes a record together with what it changes of its item: one conditional write. */
export async function writeAttached(
  client: DynamoDBDocumentClient,
  table: string,
  key: Key,
  before: StoredRecord | null,
  next: StoredRecord,
  { set, unless }: Change,
): Promise<"written" | "changed" | "too-large"> {
  if (!fits(next)) return "too-large";
  const values = Object.entries({ ...attributesOf(next), ...set });
  const was = before?.newest ? "#entryHash = :hash" : "attribute_not_exists(#entryHash)";
  const update = new UpdateCommand({
    ...{ TableName: table, Key: key },
    UpdateExpression: `SET ${values.map(([name]) => `#${name} = :${name}`).join(", ")}`,
    ConditionExpression: `#unless = :was AND ${was}`,
    ExpressionAttributeNames: {
      ...Object.fromEntries(values.map(([name]) => [`#${name}`, name])),
      "#unless": unless.name,
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(values.map(([name, value]) => [`:${name}`, value])),
      ":was": unless.was,
      ...(before?.newest && { ":hash": before.newest.hash }),
    },
  });
  if (await holds(client.send(update))) return "written";
  // Our own first try may have succeeded without an answer: then what is stored is ours, entry and all.
  const present = await readAttached(client, table, key);
  return present?.newest?.text === next.newest?.text ? "written" : "changed";
}
