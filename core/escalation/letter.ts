import type { Day } from "../calendar/day.ts";
import type { Finding, FindingKey } from "../order608/finding.ts";
import type { EscalationRole } from "../order608/role.ts";
import type { Bilingual, Locale } from "../register/locale.ts";

/** A scheduled sweep time: a civil day and `HH:MM`, both in the ministry's zone. */
export interface Slot {
  readonly day: Day;
  readonly time: string;
}

/** One line of a letter as the ledger remembers it: which stage of which finding was told (SPEC 6). */
export interface ItemKey extends FindingKey {
  readonly due: Day;
  /** The stage's `at` of the ladder, such as `due+1wd`, or `repeat-2`. */
  readonly stage: string;
}

/** How a finding that a person was told of has ended since; `void` no longer applies, `unchecked` could not be evaluated. */
export type Closure = "met" | "late" | "waived" | "void" | "unchecked";

/** One line of a letter, with all that is needed to word it. */
export interface LetterItem {
  readonly finding: Finding;
  readonly stage: string;
  readonly bodyName: Bilingual;
  /** An earlier slot could have carried this stage. */
  readonly late: boolean;
  /** A fact that it turns on was recorded long after its date (SPEC 3). */
  readonly recordedLate?: boolean;
  /** The role that had no address in office, when this recipient stands in for it. */
  readonly insteadOf: EscalationRole | null;
}

/** One closed line: a finding told of in an earlier letter. */
export interface ClosedItem {
  readonly key: FindingKey & { readonly due: Day };
  readonly bodyName: Bilingual;
  readonly closure: Closure;
  readonly metOn: Day | null;
  /** A fact that it turned on was recorded long after its date (SPEC 3). */
  readonly recordedLate?: boolean;
}

/** Why this person receives the letter: a role they hold for a body. */
export interface Reason {
  readonly role: EscalationRole;
  readonly body: string;
  readonly bodyName: Bilingual;
}

/** Everything one letter says, before it is worded (SPEC 6). */
export interface LetterContent {
  readonly recipient: { readonly email: string; readonly name: string; readonly locales: readonly Locale[] };
  readonly slot: Slot;
  /** The day the findings were made for. */
  readonly today: Day;
  /** By body, worst first. */
  readonly items: readonly LetterItem[];
  readonly closed: readonly ClosedItem[];
  readonly reasons: readonly Reason[];
  /** The applied versions that it was planned by; 0 before the first. */
  readonly rules?: { readonly policy: number; readonly calendar: number };
  /** For the ministry's staff: the bodies that no letter reaches by e-mail, in register order; absent when there is none. */
  readonly paper?: readonly Bilingual[];
}
