import type { VerifyPorts } from "../../../core/use-cases/records/verify-audit.ts";
import { createAcknowledgementStore } from "../../../functions/dynamodb/acknowledgements.ts";
import { createArchiveStore } from "../../../functions/dynamodb/archives.ts";
import { createAuditLog } from "../../../functions/dynamodb/audit.ts";
import { createBrakeDecisions } from "../../../functions/dynamodb/brake-decisions.ts";
import { createClearings } from "../../../functions/dynamodb/clearings.ts";
import { createDossierStore } from "../../../functions/dynamodb/dossiers.ts";
import { createEditionRecord } from "../../../functions/dynamodb/edition-record.ts";
import { createEvidenceStore } from "../../../functions/dynamodb/evidence.ts";
import { createGrantStore } from "../../../functions/dynamodb/grants.ts";
import { createVersionRecords } from "../../../functions/dynamodb/version-records.ts";
import { sha256 } from "../../../functions/hash.ts";
import { type Held, standIn } from "./stand-in.ts";

/** The real adapters over what is held. */
export function portsOver(items: readonly Held[]): VerifyPorts {
  const client = standIn(items);
  return {
    ...{ dossiers: createDossierStore(client, "Dossiers"), evidence: createEvidenceStore(client, "Dossiers") },
    acknowledgements: createAcknowledgementStore(client, "Letters"),
    ...{ clearings: createClearings(client, "Letters"), brakes: createBrakeDecisions(client, "Sweeps") },
    ...{ grants: createGrantStore(client, "Register"), versions: createVersionRecords(client, "Register") },
    ...{ edition: createEditionRecord(client, "Register"), archives: createArchiveStore(client, "Register") },
    ...{ audit: createAuditLog(client, "Audit"), hash: sha256 },
  };
}
