import type { Context } from "hono";
import type { AcknowledgementStore } from "../../../core/acknowledge.ts";
import type { AssessmentPorts } from "../../../core/assess.ts";
import type { Hash } from "../../../core/audit/entry.ts";
import type { AuditLog, RecordStore } from "../../../core/audit/stored.ts";
import type { DossierKey } from "../../../core/dossier/dossier-record.ts";
import type { Clock, DossierStore, Identifiers, Ledger, SweepLog, SweepQueue } from "../../../core/ports.ts";
import type { Caller } from "../../../core/register/grant.ts";

/** What the API reads and writes. */
export interface ApiDependencies extends AssessmentPorts {
  readonly dossiers: DossierStore & RecordStore<DossierKey>;
  readonly audit: AuditLog;
  readonly acknowledgements: AcknowledgementStore;
  readonly ledger: Pick<Ledger, "log" | "get">;
  readonly log: Pick<SweepLog, "ofSlot">;
  readonly sweeps: SweepQueue;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly hash: Hash;
  /** Who asks, by session or bearer token; null for a stranger. */
  readonly callerOf: (context: Context) => Caller | null | Promise<Caller | null>;
  /** Hears of errors, with the number that the caller is given. */
  readonly onError?: (error: Error, reference: string) => void;
}
