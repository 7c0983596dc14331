import { type Day, dayOf, plusDays, weekdayOf, yearOf } from "./day.ts";
import { type CalendarDay, coveredYears, kazakhstanCalendar } from "./kazakhstan.ts";

/** Thrown when a question needs a year that the working-day calendar does not cover (SPEC 2). */
export class YearNotCovered extends Error {
  override readonly name = "YearNotCovered";
  readonly year: number;
  constructor(year: number) {
    super(`The working-day calendar does not cover ${year}.`);
    this.year = year;
  }
}

/** Which days are working days; every question about a year that is not covered throws {@link YearNotCovered}. */
export interface Workdays {
  covers(year: number): boolean;
  /** Throws unless the calendar covers the day's year. */
  requireYear(day: Day): void;
  isWorking(day: Day): boolean;
  /** The table's entry for a day, when it has one: a holiday's name, or why a weekend is worked. */
  entry(day: Day): CalendarDay | undefined;
  /** The n-th working day after (n < 0: before) `day`, which itself is not counted. */
  addWorkingDays(day: Day, count: number): Day;
  onOrBefore(day: Day): Day;
  onOrAfter(day: Day): Day;
  /** Where administrators change the calendar: the one in force, as one that never changes. */
  present?(): Workdays;
}

/** Working days from a table of exceptions to Monday–Friday, for whole years `from` to `to`. */
export function createWorkdays(
  table: readonly CalendarDay[] = kazakhstanCalendar,
  years: { readonly from: number; readonly to: number } = coveredYears,
): Workdays {
  const entries = new Map(table.map((entry) => [entry.day, entry]));
  const first = dayOf(years.from, 1, 1);
  const working = Array.from({ length: dayOf(years.to + 1, 1, 1) - first }, (_, index) => {
    const kind = entries.get(plusDays(first, index))?.kind;
    return kind === undefined ? weekdayOf(plusDays(first, index)) < 6 : kind === "extra_workday";
  });

  const isWorking = (day: Day): boolean => {
    const known = working[day - first];
    if (known === undefined) throw new YearNotCovered(yearOf(day));
    return known;
  };
  const seek = (day: Day, step: number): Day => {
    let found = day;
    while (!isWorking(found)) found = plusDays(found, step);
    return found;
  };

  return {
    covers: (year) => year >= years.from && year <= years.to,
    requireYear: (day) => void isWorking(day),
    isWorking,
    entry: (day) => entries.get(day),
    addWorkingDays: (day, count) => {
      const step = Math.sign(count);
      let found = day;
      for (let left = count; left !== 0; left -= step) found = seek(plusDays(found, step), step);
      return found;
    },
    onOrBefore: (day) => seek(day, -1),
    onOrAfter: (day) => seek(day, 1),
  };
}
