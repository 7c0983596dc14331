import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { isArchived } from "../../core/audit/archived.ts";
import type { CampaignRecords } from "../../core/audited-records.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { type DossierKey, type DossierRecord, readDossierData } from "../../core/dossier/dossier-record.ts";
import type { RecordedDays } from "../../core/dossier/recorded.ts";
import type { Damage, DossierStore } from "../../core/ports.ts";
import { packed } from "./packed.ts";
import { type Item, queryPartition } from "./query.ts";
import { attributesOf, fits, readStored, storedByBody, storedOf, writeStored } from "./stored-record.ts";
import { writeAll } from "./write-all.ts";

/** Dossiers that can also be recorded and imported. */
export interface WritableDossierStore extends DossierStore, CampaignRecords {
  /** Writes dossiers of one scope, over those of the same body and campaign, without history: for an empty store. */
  write(scope: string, dossiers: readonly Dossier[]): Promise<void>;
}

const partitionOf = ({ scope, campaign }: Pick<DossierKey, "scope" | "campaign">): string => `${scope}#${campaign}`;

const keyOf = (key: DossierKey) => ({ partition: partitionOf(key), body: key.body });

/** Dossiers in DynamoDB: one packed item a body, one partition a scope and campaign. */
export function createDossierStore(client: DynamoDBDocumentClient, table: string): WritableDossierStore {
  return {
    load: async (scope, campaign) => {
      const dossiers: Dossier[] = [];
      const damaged: Damage[] = [];
      const recorded = new Map<string, RecordedDays>();
      for (const item of await queryPartition(client, table, "partition", partitionOf({ scope, campaign }))) {
        if (isArchived(storedOf(item))) continue;
        const read = readItem(item, campaign);
        if ("reason" in read) damaged.push(read);
        else {
          dossiers.push(read.dossier);
          recorded.set(read.dossier.body, read.recorded);
        }
      }
      return { dossiers, damaged, recorded };
    },
    ofCampaign: (scope, campaign) => storedByBody(client, table, partitionOf({ scope, campaign })),
    read: (key) => readStored(client, table, keyOf(key)),
    put: (key, before, next) => writeStored(client, table, keyOf(key), before, next),
    write: (scope, dossiers) =>
      writeAll(
        client,
        table,
        dossiers.map((dossier) => ({ PutRequest: { Item: importedItem(scope, dossier) } })),
      ),
  };
}

function importedItem(scope: string, dossier: Dossier) {
  const stored = { version: 1, newest: null, ...packed(Dossier, dossier) };
  if (fits(stored)) return { ...keyOf({ scope, ...dossier }), ...attributesOf(stored) };
  throw new RangeError(`The dossier of ${dossier.body} for ${dossier.campaign} is larger than 350 kB.`);
}

/** One record that cannot be read must not stop the others: it is reported instead. */
function readItem(item: Item, campaign: number): DossierRecord | Damage {
  const body = String(item["body"]);
  const read = readDossierData(storedOf(item), { body, campaign });
  return "reason" in read ? { body, campaign, reason: read.reason } : read;
}
