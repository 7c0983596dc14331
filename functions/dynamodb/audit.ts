import { type DynamoDBDocumentClient, PutCommand, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { AuditInventory, FiledEntry } from "../../core/audit/stored.ts";
import { holds } from "./holds.ts";
import { type Item, queryPartition } from "./query.ts";

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

/** The audit in DynamoDB: one partition a record, one item a version. */
export function createAuditLog(client: DynamoDBDocumentClient, table: string): AuditInventory {
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
