import fc from "fast-check";
import { type Day, day, formatDay, plusDays } from "../../../core/calendar/day.ts";

const between = (from: Day, to: Day): fc.Arbitrary<Day> =>
  fc.integer({ min: 0, max: to - from }).map((days) => plusDays(from, days));

/** Any day of two centuries. */
export const anyDay = (): fc.Arbitrary<Day> => between(day("1900-01-01"), day("2100-12-31"));

/** A day that the working-day calendar covers, with three months to spare on both sides. */
export const coveredDay = (): fc.Arbitrary<Day> => between(day("2024-04-01"), day("2030-09-30"));

/** A day of a period as text. */
export const dayText = (from: string, to: string): fc.Arbitrary<string> => between(day(from), day(to)).map(formatDay);
