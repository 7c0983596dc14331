import type { TermStart } from "../order608/finding.ts";

/** How a due day came about, clause by clause; the parts are joined by `; `. */
export interface DerivationTexts {
  readonly fixed: Readonly<Record<"schedule-due" | "quarter-end" | "decision-due", (due: string) => string>>;
  readonly meeting: (date: string) => string;
  readonly before: (days: number) => string;
  readonly after: (days: number) => string;
  readonly onTheDay: string;
  readonly starts: Readonly<Record<TermStart, (date: string) => string>>;
  readonly workingDays: (count: number) => string;
  /** `list` names the days skipped, or the weekend days that were worked. */
  readonly notCounting: (list: string) => string;
  readonly counting: (list: string) => string;
  readonly weekend: (days: number) => string;
  /** A holiday's name as the calendar has it, in both official languages. */
  readonly holiday: (name: { readonly ru: string; readonly kk: string }) => string;
  readonly received: (date: string, weekday: string, at: string) => string;
  readonly sameDay: (closes: string) => string;
  readonly afterHours: (closes: string) => string;
  readonly nonWorkingDay: string;
  readonly extended: (decided: string, until: string) => string;
  /** The day to which the term was extended is no working day. */
  readonly untilMoved: string;
  /** The extension ends before the term itself. */
  readonly unmoved: string;
  readonly due: (date: string) => string;
}
