import { type DynamoDBDocumentClient, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { AuditInventory, FiledEntry } from "../../core/audit/stored.ts";
import { holds } from "./holds.ts";
import { type Item, queryAll, queryPartition } from "./query.ts";
import { keepUpTo } from "./remembered.ts";

/** Sorts as text in the order of versions. */
const numberOf = (version: number): string => String(version).padStart(8, "0");

const Attributes = z.object({
  version: z.string().regex(/^\d{8}$/),
  data: z.string(),
  hash: z.string(),
});

/** An entry that cannot be read is one that was changed: its hash fits nothing. */
export function filedOf(item: Item): FiledEntry {
  const parsed = Attributes.safeParse(item);
  if (!parsed.success) return { version: Number.parseInt(String(item["version"]), 10) || 0, text: "", hash: "" };
  const { version, data, hash } = parsed.data;
  return { version: Number(version), text: data, hash };
}

/** Histories of so many characters are remembered: some six thousand entries. */
const REMEMBERED = 4_000_000;

/** The audit in DynamoDB: one partition a record, one item a version. */
export function createAuditLog(client: DynamoDBDocumentClient, table: string): AuditInventory {
  const remembered = rememberHistories(REMEMBERED);
  const from = async (record: string, version: number): Promise<readonly FiledEntry[]> => {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: "#record = :record AND #version >= :version",
      ExpressionAttributeNames: { "#record": "record", "#version": "version" },
      ExpressionAttributeValues: { ":record": record, ":version": numberOf(version) },
    });
    return items.map(filedOf);
  };
  return {
    file: async (record, { version, text, hash }) => {
      const put = new PutCommand({
        TableName: table,
        Item: { record, version: numberOf(version), data: text, hash },
        ConditionExpression: "attribute_not_exists(#record)",
        ExpressionAttributeNames: { "#record": "record" },
      });
      // Filed before: what is there stays, and the verification judges it.
      await holds(client.send(put));
    },
    entries: async (record) => (await queryPartition(client, table, "record", record)).map(filedOf),
    history: (record) => remembered(record, (version) => from(record, version)),
    records: async () => {
      const found = new Set<string>();
      const input = { TableName: table, ProjectionExpression: "#record", ConsistentRead: true };
      for await (const page of paginateScan(
        { client },
        { ...input, ExpressionAttributeNames: { "#record": "record" } },
      )) {
        for (const item of page.Items ?? []) found.add(String(item["record"]));
      }
      return [...found].sort();
    },
  };
}

/**
 * Reads of a history only its last entry and what was filed since; one whose last entry is another has been archived or
 * forgotten and begun anew, and is read whole. What was asked for longest ago goes first when there is too much.
 */
function rememberHistories(most: number) {
  const known = keepUpTo<readonly FiledEntry[]>(most, (entries) =>
    entries.reduce((sum, { text }) => sum + text.length, 0),
  );
  return async (record: string, readFrom: (version: number) => Promise<readonly FiledEntry[]>) => {
    const before = known.get(record) ?? [];
    const last = before.at(-1);
    const read = await readFrom(last?.version ?? 0);
    const goesOn = !last || (read[0]?.version === last.version && read[0].hash === last.hash);
    const entries = goesOn ? [...before, ...read.slice(last ? 1 : 0)] : await readFrom(0);
    known.keep(record, entries);
    return entries;
  };
}
