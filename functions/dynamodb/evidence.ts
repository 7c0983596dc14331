import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { DossierKey } from "../../core/dossier/dossier-record.ts";
import type { CampaignRecords } from "../../core/use-cases/records/audited-records.ts";
import { readStored, storedByBody, writeStored } from "./stored-record.ts";

/** Beside the dossiers, in partitions of their own: sweeps do not read them, and no scope's name has a `#`. */
const partitionOf = ({ scope, campaign }: Pick<DossierKey, "scope" | "campaign">): string =>
  `#evidence#${scope}#${campaign}`;

const keyOf = (key: DossierKey) => ({ partition: partitionOf(key), body: key.body });

/** Evidence in DynamoDB: one item for each dossier with evidence. */
export function createEvidenceStore(client: DynamoDBDocumentClient, table: string): CampaignRecords {
  return {
    read: (key) => readStored(client, table, keyOf(key)),
    put: (key, before, next) => writeStored(client, table, keyOf(key), before, next),
    ofCampaign: (scope, campaign) => storedByBody(client, table, partitionOf({ scope, campaign })),
  };
}
