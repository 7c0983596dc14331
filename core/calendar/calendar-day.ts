import type { Day } from "./day.ts";

/**
 * Why the working-day calendar names a date:
 *
 * - `holiday`: a public holiday;
 * - `dayoff`: a day off by law that never moves (7 January, first day of Kurban Ait);
 * - `transferred`: the working day that is off because a public holiday fell on a weekend;
 * - `extra_dayoff`, `extra_workday`: a day off exchanged with a weekend day by ministerial order.
 *
 * All but `extra_workday` are non-working; `extra_workday` is working even on a weekend.
 */
export type CalendarDayKind = "holiday" | "dayoff" | "transferred" | "extra_dayoff" | "extra_workday";

/** A date on which the calendar departs from, or explains, the plain week of Monday to Friday. */
export interface CalendarDay {
  readonly day: Day;
  readonly kind: CalendarDayKind;
  /** Name in Russian. */
  readonly ru: string;
  /** Name in Kazakh. */
  readonly kk: string;
  /** For administrators, where the entry is not certain: a forecast, or an order not seen in its official text. */
  readonly note?: string;
}
