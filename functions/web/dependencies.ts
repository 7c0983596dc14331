import type { Clock, Identifiers, Ledger, MailFiles } from "../../core/ports.ts";
import type { AssessmentPorts } from "../../core/use-cases/assess/assess.ts";
import type { PaperWriters } from "../../core/use-cases/records/papers.ts";
import type { AdministrationPorts, ApiDependencies } from "./api/dependencies.ts";
import type { RecentReads } from "./recent.ts";
import type { RegistryPorts } from "./registry.ts";
import type { ReportingPorts } from "./reports/ports.ts";
import type { SignIn } from "./sign-in/sign-in.ts";
import type { TimeMachine } from "./time-machine/machine.ts";

/** What the pages read and write. */
export interface WebDependencies extends AssessmentPorts, AdministrationPorts, RegistryPorts, ReportingPorts {
  readonly ledger: Pick<Ledger, "log" | "get">;
  readonly files: Pick<MailFiles, "get">;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  /** Marks every page as a demonstration and shows its clock. */
  readonly demo: boolean;
  /** The ministry has confirmed the list of bodies; until then pages say that it is inferred. */
  readonly registerConfirmed?: boolean;
  /** Who may see more than the schedule; everybody may in a demo that has no issuer. */
  readonly signIn?: SignIn | undefined;
  /** Strangers may look at the pages of a demo; they act only after signing in. */
  readonly guests?: boolean;
  /** What the API needs beside the caller; without it there is none. */
  readonly api?: Omit<ApiDependencies, "callerOf">;
  /** What writes papers, where documents are answered. */
  readonly papers?: PaperWriters;
  /** The demo's clock, where it can be moved: the embedded system's only. */
  readonly timeMachine?: TimeMachine;
  /** Shares what many requests read; each reads for itself when absent. */
  readonly recent?: RecentReads;
  /** Hears of errors, with the number that the reader of the page is given. */
  readonly onError?: (error: Error, reference: string) => void;
}

/** What is needed to record something: the web's ports with those that write. */
export type RecordingDependencies = WebDependencies & { readonly api: NonNullable<WebDependencies["api"]> };
