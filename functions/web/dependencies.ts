import type { AssessmentPorts } from "../../core/assess.ts";
import type { Clock, Identifiers, Ledger, MailFiles, OutOfUseStore, SweepLog } from "../../core/ports.ts";
import type { ApiDependencies } from "./api/app.ts";
import type { SignIn } from "./sign-in/sign-in.ts";

/** What the pages read; only the API writes. */
export interface WebDependencies extends AssessmentPorts {
  readonly ledger: Pick<Ledger, "log" | "get">;
  readonly log: Pick<SweepLog, "ofSlot">;
  readonly files: Pick<MailFiles, "get">;
  readonly outOfUse: Pick<OutOfUseStore, "all">;
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
  /** How many seconds the overview and the public schedule may be older than the records; none unless given. */
  readonly recentSeconds?: number;
  /** Hears of errors, with the number that the reader of the page is given. */
  readonly onError?: (error: Error, reference: string) => void;
}
