import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { GrantStore, ListedRecords } from "../../core/ports.ts";
import type { FeedStore } from "../../core/use-cases/reports/feeds.ts";
import { queryPartition } from "./query.ts";
import { readStored, storedOf, writeStored } from "./stored-record.ts";

/** Where they lie in the register's table: no scope's names, since a body's id has no `#`. */
const [GRANTS, FEEDS] = ["#grants", "#feeds"];

/** Grants in DynamoDB: one item a subject. */
export const createGrantStore = (client: DynamoDBDocumentClient, table: string): GrantStore =>
  createListed(client, table, GRANTS);

/** Calendar feeds in DynamoDB: one item a feed, by the hash of its address. */
export const createFeedStore = (client: DynamoDBDocumentClient, table: string): FeedStore =>
  createListed(client, table, FEEDS);

/** Records of a kind so small that all of it is listed at once. */
function createListed(client: DynamoDBDocumentClient, table: string, scope: string): ListedRecords {
  const keyOf = (id: string) => ({ scope, id });
  return {
    read: (key) => readStored(client, table, keyOf(key)),
    put: (key, before, next) => writeStored(client, table, keyOf(key), before, next),
    all: async () =>
      (await queryPartition(client, table, "scope", scope)).map((item) => ({
        key: String(item["id"]),
        stored: storedOf(item),
      })),
  };
}
