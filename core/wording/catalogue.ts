import type { Day } from "../calendar/day.ts";
import type { ObligationId } from "../dossier/obligation-id.ts";
import type { LetterState } from "../escalation/ledger.ts";
import type { Closure } from "../escalation/letter.ts";
import type { Problem, State } from "../order608/finding.ts";
import type { EscalationRole } from "../order608/role.ts";
import type { ContactRole } from "../register/body.ts";
import type { Level } from "../status/level.ts";
import type { DerivationTexts } from "./catalogue-derivation.ts";
import type { LetterTexts } from "./catalogue-letter.ts";

/** An obligation's names: `short` for the head of a table, `full` for a sentence of its own. */
export interface ObligationName {
  readonly short: string;
  readonly full: string;
}

/** Days, dates and numbers. */
export interface TimeTexts {
  /** All of a date in figures (kk, ru) or as commonly written (en). */
  readonly date: (day: Day) => string;
  /** The date in words, for prose. */
  readonly longDate: (day: Day) => string;
  /** Days from `first` to `last`; with the year unless `withYear` is false. */
  readonly range: (first: Day, last: Day, withYear: boolean) => string;
  readonly weekday: (day: Day) => string;
  /** `n` days, where the text says how many. */
  readonly days: (count: number) => string;
  readonly workingDays: (count: number) => string;
  readonly bodies: (count: number) => string;
}

/** Where a finding stands, after its name. Day counts are positive. */
export interface StatusTexts {
  readonly daysLeft: (due: Day, days: number) => string;
  readonly today: (due: Day) => string;
  readonly overdue: (due: Day, days: number) => string;
  readonly breached: (due: Day) => string;
  readonly met: (on: Day) => string;
  readonly late: (on: Day, due: Day) => string;
  readonly waived: string;
  /** The same in the fewest words, without the date, for a tag or a subject. */
  readonly tag: {
    readonly daysLeft: (days: number) => string;
    readonly today: string;
    readonly overdue: (days: number) => string;
    readonly breached: string;
  };
}

/** What kind of message an item is. */
export interface StageTexts {
  readonly reminder: string;
  readonly today: string;
  readonly overdue: string;
  readonly breach: string;
  readonly repeat: (number: number) => string;
}

/** What to do; `acts` come in the form that these sentences govern, joined into one phrase. */
export interface DutyTexts {
  readonly inTime: (due: Day, acts: string) => string;
  readonly today: (due: Day, acts: string) => string;
  readonly overdue: (due: Day, acts: string) => string;
  /** Nothing cures it; what happened before `curable` only has to be recorded. */
  readonly breached: (due: Day, curable: Day) => string;
  readonly careful: (target: Day) => string;
  readonly nothing: string;
}

/** What a finding is about. */
export interface SubjectTexts {
  readonly campaign: (year: number) => string;
  readonly meeting: (day: Day) => string;
  readonly appeal: (number: string) => string;
  readonly decision: (id: string) => string;
}

/** How acts are cited. */
export interface ClauseTexts {
  /** A paragraph of the Rules and, where there is one, its subpoint. */
  readonly order608: (paragraph: string, subpoint: string | undefined) => string;
  /** An article of the Administrative Procedural Code and, where there is one, its part. */
  readonly appc: (article: string, part: string | undefined) => string;
  /** Stands with an article that is told in our words. */
  readonly paraphrase: string;
  /** Stands with a quotation when this language is not one of the Order's; null where it is. */
  readonly translation: string | null;
}

/** Everything that is said to people in one language; a key that one language lacks does not compile. */
export interface Catalogue {
  readonly obligations: Readonly<Record<ObligationId, ObligationName>>;
  /** What is still needed, by its code of SPEC 4; NUMBER stands for what a code names. */
  readonly missing: Readonly<Record<ObligationId, Readonly<Record<string, string>>>>;
  /** What has to be ensured about it, as a phrase that {@link DutyTexts} governs. */
  readonly acts: Readonly<Record<ObligationId, Readonly<Record<string, string>>>>;
  readonly states: Readonly<Record<State, string>>;
  readonly letterStates: Readonly<Record<LetterState, string>>;
  readonly contactRoles: Readonly<Record<ContactRole, string>>;
  /** How large a compliance rate is, beside its colour. */
  readonly levels: Readonly<Record<Level, string>>;
  readonly closures: Readonly<Record<Closure, string>>;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly roles: Readonly<Record<EscalationRole, string>>;
  readonly insteadOf: (role: string) => string;
  readonly stages: StageTexts;
  readonly status: StatusTexts;
  readonly duty: DutyTexts;
  readonly subjects: SubjectTexts;
  readonly clauses: ClauseTexts;
  readonly time: TimeTexts;
  readonly derivation: DerivationTexts;
  readonly letter: LetterTexts;
}
