import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type ArchiveStore, archiveName, readArchive } from "../../core/use-cases/records/archive-record.ts";
import { queryPartition } from "./query.ts";
import { readStored, storedOf, writeStored } from "./stored-record.ts";

/** Where archives lie in the register's table: no scope's name, since a body's id has no `#`. */
const ARCHIVES = "#archives";

const keyOf = (campaign: number) => ({ scope: ARCHIVES, id: String(campaign) });

/** Archives in DynamoDB: one item a campaign. */
export function createArchiveStore(client: DynamoDBDocumentClient, table: string): ArchiveStore {
  const read: ArchiveStore["read"] = (campaign) => readStored(client, table, keyOf(campaign));
  return {
    read,
    put: (campaign, before, next) => writeStored(client, table, keyOf(campaign), before, next),
    all: async () =>
      (await queryPartition(client, table, "scope", ARCHIVES)).map((item) => {
        const campaign = Number(item["id"]);
        return {
          ...{ record: archiveName(campaign), stored: storedOf(item), read: () => read(campaign) },
          isReadable: (stored) => readArchive(stored) !== null,
        };
      }),
    hashOf: async (campaign) => {
      const stored = await read(campaign);
      return (stored && readArchive(stored)?.sha256) ?? null;
    },
  };
}
