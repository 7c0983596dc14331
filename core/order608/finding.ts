import type { Day } from "../calendar/day.ts";
import type { LocalTime } from "../calendar/zone.ts";
import type { ObligationId } from "../dossier/obligation-id.ts";

/** What an obligation says of one subject at one moment; see SPEC 4 for the order in which they are tried. */
export type State = "waived" | "met" | "late" | "breached" | "overdue" | "due" | "upcoming";

const OPEN: ReadonlySet<State> = new Set(["due", "overdue", "breached"]);

/** Whether somebody is written to about a finding in this state, and reports list it. */
export const isOpen = (state: State): boolean => OPEN.has(state);

/** Why an extension of the reply term does not count (APPC 76(3)). */
export type Problem = "extension-not-allowed" | "extension-after-due" | "extension-too-long";

/** The event that a term is counted from. */
export type TermStart = "meeting" | "received" | "registered" | "registration-due" | "decided";

/** How a due day came about: data from which a sentence can be worded that a person can check. */
export type Derivation =
  /** A fixed date: the schedule's day, the quarter's end, the day a decision names. */
  | { readonly kind: "fixed"; readonly of: "schedule-due" | "quarter-end" | "decision-due"; readonly due: Day }
  /** `days` calendar days before (`days` > 0), on (0) or after (`days` < 0) the meeting. */
  | { readonly kind: "from-meeting"; readonly meeting: Day; readonly days: number; readonly due: Day }
  /** The n-th working day after an event; the event's day is not counted. */
  | {
      readonly kind: "working-days";
      readonly from: Day;
      readonly start: TermStart;
      readonly days: number;
      readonly due: Day;
    }
  /** Registered on the day of receipt when it is a working day and before closing time, else on the next working day. */
  | {
      readonly kind: "office-hours";
      readonly received: Day;
      readonly at: string;
      readonly closes: string;
      readonly due: Day;
    }
  /** A reply term moved by a valid extension: the later of the unextended due day and the working day on or after `until`. */
  | {
      readonly kind: "extended";
      readonly unextended: Derivation;
      readonly decided: Day;
      readonly until: Day;
      readonly due: Day;
    };

/** What names a finding, whatever the day: the key under which letters are remembered (together with `due` and a stage). */
export interface FindingKey {
  readonly body: string;
  readonly campaign: number;
  readonly obligation: ObligationId;
  /** `dossier`, a meeting's id, an appeal's number or `meeting/decision`. */
  readonly subject: string;
}

/** The state of one obligation of one subject on one day (SPEC 4). */
export interface Finding extends FindingKey {
  /** Clause of Order 608, or article of the Administrative Procedural Code, such as `8(2)`. */
  readonly clause: string;
  /** Last day in time. */
  readonly due: Day;
  /** The careful day that reminders count from. */
  readonly target: Day;
  readonly state: State;
  /** The day the last needed fact happened; null while unmet. */
  readonly metOn: Day | null;
  /** Codes of SPEC 4 of what is still needed; empty when met. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
  /** `due` − today. */
  readonly daysLeft: number;
  /** The day from which nothing can cure it any more, when there is one. */
  readonly beyondCure: Day | null;
  readonly derivation: Derivation;
  /** Reminders wait: the report is planned in time, so nobody needs to be told. */
  readonly remindersHeld: boolean;
  /** Stages with a time of day do not come before this moment, in the body's zone; minutes may exceed the day. */
  readonly notBefore: LocalTime | null;
}

/** A finding that could not be made because the working-day calendar does not cover `year`. */
export interface FailedFinding extends FindingKey {
  readonly year: number;
}
