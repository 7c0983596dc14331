import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { StoredRecord } from "../../core/audit/stored.ts";
import { holds } from "./holds.ts";
import { fits } from "./packed.ts";
import { type Item, queryPartition } from "./query.ts";

/** The attributes of an audited record beside its keys; facts from a file have no entry. What is damaged fits nothing. */
const Attributes = z.object({
  version: z.int().min(1).catch(0),
  format: z.int().catch(0),
  data: z.string().catch(""),
  entry: z.string().optional().catch(""),
  entryHash: z.string().catch(""),
});

/** The record of an item. */
export function storedOf(item: Item): StoredRecord {
  const { version, format, data, entry, entryHash } = Attributes.parse(item);
  return { version, format, data, newest: entry === undefined ? null : { text: entry, hash: entryHash } };
}

/** The attributes of a record. */
export const attributesOf = ({ version, format, data, newest }: StoredRecord) => ({
  ...{ version, format, data },
  ...(newest && { entry: newest.text, entryHash: newest.hash }),
});

/** The record under a key, strongly consistent. */
export async function readStored(
  client: DynamoDBDocumentClient,
  table: string,
  key: Readonly<Record<string, string>>,
): Promise<StoredRecord | null> {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return Item ? storedOf(Item) : null;
}

/** The records of one partition of dossiers or of what lies beside them, by body. */
export async function storedByBody(
  client: DynamoDBDocumentClient,
  table: string,
  partition: string,
): Promise<ReadonlyMap<string, StoredRecord>> {
  const items = await queryPartition(client, table, "partition", partition);
  return new Map(items.map((item) => [String(item["body"]), storedOf(item)]));
}

/** Writes a record unless the present version is not that of `before`: one conditional write. */
export async function writeStored(
  client: DynamoDBDocumentClient,
  table: string,
  key: Readonly<Record<string, string>>,
  before: StoredRecord | null,
  next: StoredRecord,
): Promise<"written" | "changed" | "too-large"> {
  if (!fits(next)) return "too-large";
  const put = new PutCommand({ TableName: table, Item: { ...key, ...attributesOf(next) }, ...isStill(before) });
  if (await holds(client.send(put))) return "written";
  // Our own first try may have succeeded without an answer: then what is stored is ours, entry and all.
  const present = await readStored(client, table, key);
  return present?.newest?.text === next.newest?.text ? "written" : "changed";
}

/** The condition that a record is still the one that was read: its version, and the entry that belongs to it. */
function isStill(before: StoredRecord | null) {
  if (!before) {
    return {
      ConditionExpression: "attribute_not_exists(#version)",
      ExpressionAttributeNames: { "#version": "version" },
    };
  }
  const { version, newest } = before;
  return {
    ConditionExpression: `#version = :version AND ${newest ? "#hash = :hash" : "attribute_not_exists(#hash)"}`,
    ExpressionAttributeNames: { "#version": "version", "#hash": "entryHash" },
    ExpressionAttributeValues: { ":version": version, ...(newest && { ":hash": newest.hash }) },
  };
}
