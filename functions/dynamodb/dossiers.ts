import { randomUUID } from "node:crypto";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { isArchived } from "../../core/audit/archived.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { type DossierKey, type DossierRecord, readDossierData } from "../../core/dossier/dossier-record.ts";
import type { RecordedDays } from "../../core/dossier/recorded.ts";
import { type Damage, type DossierStore, marksKey } from "../../core/ports.ts";
import type { CampaignRecords } from "../../core/use-cases/records/audited-records.ts";
import type { CampaignNotes } from "../../core/use-cases/sweep/outset.ts";
import { createCampaignNotes } from "./campaigns.ts";
import { fits, packed } from "./packed.ts";
import { type Item, queryAll, queryPartition } from "./query.ts";
import { rememberTexts } from "./remembered.ts";
import { attributesOf, readStored, storedByBody, storedOf, writeStored } from "./stored-record.ts";
import { writeAll } from "./write-all.ts";

/** Dossiers that can also be recorded and imported. */
export interface WritableDossierStore extends DossierStore, CampaignRecords, CampaignNotes {
  /** Writes dossiers of one scope, over those of the same body and campaign, without history: for an empty store. */
  write(scope: string, dossiers: readonly Dossier[]): Promise<void>;
}

const partitionOf = ({ scope, campaign }: Pick<DossierKey, "scope" | "campaign">): string => marksKey(scope, campaign);

const keyOf = (key: DossierKey) => ({ partition: partitionOf(key), body: key.body });

/** Where {@link DossierStore.marks} lie, one item a partition of dossiers: no scope's name, since a body's id has no `#`. */
const MARKS = "#marks";

/** The texts of so many dossiers are remembered: ten thousand bodies have some 16 million characters a campaign. */
const REMEMBERED = 24_000_000;

/** Dossiers in DynamoDB: one packed item a body, one partition a scope and campaign. */
export function createDossierStore(client: DynamoDBDocumentClient, table: string): WritableDossierStore {
  const notes = createCampaignNotes(client, table);
  const remember = rememberTexts<DossierRecord | Damage>(REMEMBERED);
  /** Says that a partition was written to; whoever asked for the write is answered after that. */
  const mark = async (scope: string, campaign: number): Promise<void> => {
    const Item = { partition: MARKS, body: partitionOf({ scope, campaign }), mark: randomUUID() };
    await client.send(new PutCommand({ TableName: table, Item }));
  };
  return {
    campaigns: notes.campaigns,
    load: async (scope, campaign) => {
      const dossiers: Dossier[] = [];
      const damaged: Damage[] = [];
      const recorded = new Map<string, RecordedDays>();
      for (const item of await queryPartition(client, table, "partition", partitionOf({ scope, campaign }))) {
        if (isArchived(storedOf(item))) continue;
        const key = `${scope} ${campaign} ${item["body"]} ${item["format"]}`;
        const read = remember(key, String(item["data"]), () => readItem(item, campaign));
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
    marks: async (scope) => {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: `#partition = :marks${scope === undefined ? "" : " AND begins_with(#body, :scope)"}`,
        ExpressionAttributeNames: { "#partition": "partition", ...(scope !== undefined && { "#body": "body" }) },
        ExpressionAttributeValues: { ":marks": MARKS, ...(scope !== undefined && { ":scope": `${scope}#` }) },
      });
      return new Map(items.map((item) => [String(item["body"]), String(item["mark"])]));
    },
    put: async (key, before, next) => {
      if (!before) await notes.note([key.campaign], false);
      const outcome = await writeStored(client, table, keyOf(key), before, next);
      if (outcome === "written") await mark(key.scope, key.campaign);
      return outcome;
    },
    write: async (scope, dossiers) => {
      const items = dossiers.map((dossier) => ({ PutRequest: { Item: importedItem(scope, dossier) } }));
      const campaigns = new Set(dossiers.map(({ campaign }) => campaign));
      await notes.note(campaigns, true);
      await writeAll(client, table, items);
      for (const campaign of campaigns) await mark(scope, campaign);
    },
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
