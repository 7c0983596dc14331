import type { Context } from "hono";
import type { Hash } from "../../../core/audit/entry.ts";
import type { AuditLog, RecordStore } from "../../../core/audit/stored.ts";
import type { DossierKey } from "../../../core/dossier/dossier-record.ts";
import type { EvidenceFiles } from "../../../core/evidence/files.ts";
import type { CalendarVersion, PolicyVersion, VersionStore } from "../../../core/order608/policy-versions.ts";
import type {
  Clock,
  DossierStore,
  Identifiers,
  Ledger,
  OutOfUseStore,
  SweepLog,
  SweepQueue,
} from "../../../core/ports.ts";
import type { Caller } from "../../../core/register/grant.ts";
import type { AssessmentPorts } from "../../../core/use-cases/assess/assess.ts";
import type { AcknowledgementStore } from "../../../core/use-cases/letters/acknowledge.ts";
import type { ClearingStore } from "../../../core/use-cases/letters/address-clearings.ts";
import type { BrakeDecisionStore } from "../../../core/use-cases/letters/brake-decisions.ts";
import type { RecentReads } from "../recent.ts";
import type { RegistryPorts } from "../registry.ts";
import type { ReportingPorts } from "../reports/ports.ts";

/** What administrators decide about: the rules, and what is held back. */
export interface AdministrationPorts {
  readonly policies: VersionStore<PolicyVersion>;
  readonly calendars: VersionStore<CalendarVersion>;
  readonly brakes: BrakeDecisionStore;
  readonly clearings: ClearingStore;
  readonly outOfUse: Pick<OutOfUseStore, "all">;
  readonly log: Pick<SweepLog, "ofSlot" | "standings">;
  readonly sweeps: SweepQueue;
  readonly audit: AuditLog;
  readonly hash: Hash;
}

/** What the API reads and writes. */
export interface ApiDependencies extends AssessmentPorts, AdministrationPorts, RegistryPorts, ReportingPorts {
  readonly dossiers: DossierStore & RecordStore<DossierKey>;
  readonly evidence: RecordStore<DossierKey>;
  readonly evidenceFiles: EvidenceFiles;
  readonly acknowledgements: AcknowledgementStore;
  readonly ledger: Pick<Ledger, "log" | "get">;
  readonly clock: Clock;
  /** Shares what many requests read; each reads for itself when absent. */
  readonly recent?: RecentReads;
  readonly identifiers: Identifiers;
  /** Who asks, by session or bearer token; null for a stranger. */
  readonly callerOf: (context: Context) => Caller | null | Promise<Caller | null>;
  /** Hears of errors, with the number that the caller is given. */
  readonly onError?: (error: Error, reference: string) => void;
}
