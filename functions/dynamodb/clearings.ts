import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type ClearingStore, readClearing } from "../../core/use-cases/letters/address-clearings.ts";
import { attachedOf, readAttached, writeAttached } from "./attached-record.ts";
import { OUT_OF_USE } from "./out-of-use.ts";
import { queryPartition } from "./query.ts";

/** Clearings in DynamoDB: attributes of the item that holds the mark, so that both are one write. */
export function createClearings(client: DynamoDBDocumentClient, table: string): ClearingStore {
  const keyOf = (recipientKey: string) => ({ partition: OUT_OF_USE, number: recipientKey });
  return {
    read: (recipientKey) => readAttached(client, table, keyOf(recipientKey)),
    put: (recipientKey, before, next) => {
      const { at, clearedAt, clearedBy } = readClearing(next);
      return writeAttached(client, table, keyOf(recipientKey), before, next, {
        set: { clearedAt, clearedBy },
        unless: { name: "at", was: at },
      });
    },
    all: async () =>
      (await queryPartition(client, table, "partition", OUT_OF_USE)).flatMap((item) => {
        const stored = attachedOf(item);
        return stored ? [{ recipientKey: String(item["number"]), stored }] : [];
      }),
  };
}
