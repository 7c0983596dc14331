import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { GrantStore } from "../../core/ports.ts";
import { queryPartition } from "./query.ts";
import { readStored, storedOf, writeStored } from "./stored-record.ts";

/** Where grants lie in the register's table: no scope's name, since a body's id has no `#`. */
const GRANTS = "#grants";

const keyOf = (subject: string) => ({ scope: GRANTS, id: subject });

/** Grants in DynamoDB: one item a subject. */
export function createGrantStore(client: DynamoDBDocumentClient, table: string): GrantStore {
  return {
    read: (subject) => readStored(client, table, keyOf(subject)),
    put: (subject, before, next) => writeStored(client, table, keyOf(subject), before, next),
    all: async () =>
      (await queryPartition(client, table, "scope", GRANTS)).map((item) => ({
        subject: String(item["id"]),
        stored: storedOf(item),
      })),
  };
}
