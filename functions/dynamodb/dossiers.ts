import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Dossier } from "../../core/dossier/dossier.ts";
import type { Damage, DossierStore } from "../../core/ports.ts";
import { DamagedRecord, packed, unpacked } from "./packed.ts";
import { type Item, queryPartition } from "./query.ts";
import { writeAll } from "./write-all.ts";

/** Dossiers that can also be imported. */
export interface WritableDossierStore extends DossierStore {
  /** Writes dossiers of one scope, over those of the same body and campaign. */
  write(scope: string, dossiers: readonly Dossier[]): Promise<void>;
}

const partitionOf = (scope: string, campaign: number): string => `${scope}#${campaign}`;

/** Dossiers in DynamoDB: one packed item a body, one partition a scope and campaign. */
export function createDossierStore(client: DynamoDBDocumentClient, table: string): WritableDossierStore {
  return {
    load: async (scope, campaign) => {
      const dossiers: Dossier[] = [];
      const damaged: Damage[] = [];
      for (const item of await queryPartition(client, table, "partition", partitionOf(scope, campaign))) {
        const read = readItem(item, campaign);
        if ("reason" in read) damaged.push(read);
        else dossiers.push(read);
      }
      return { dossiers, damaged };
    },
    write: (scope, dossiers) =>
      writeAll(
        client,
        table,
        dossiers.map((dossier) => ({
          PutRequest: {
            Item: {
              partition: partitionOf(scope, dossier.campaign),
              body: dossier.body,
              version: 1,
              ...packed(Dossier, dossier),
            },
          },
        })),
      ),
  };
}

/** One record that cannot be read must not stop the others: it is reported instead. */
function readItem(item: Item, campaign: number): Dossier | Damage {
  const body = String(item["body"]);
  try {
    const dossier = unpacked(Dossier, item);
    if (dossier.body === body && dossier.campaign === campaign) return dossier;
    return { body, campaign, reason: `holds the dossier of ${dossier.body} for ${dossier.campaign}` };
  } catch (error) {
    if (error instanceof DamagedRecord) return { body, campaign, reason: error.message };
    throw error;
  }
}
