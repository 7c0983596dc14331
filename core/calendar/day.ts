import * as z from "zod";
import { twoDigits } from "./time.ts";

declare const dayBrand: unique symbol;

/** A civil date without a zone, as days since 1970-01-01: `a < b` and `d + 10` just work. */
export type Day = number & { readonly [dayBrand]: true };

/** Days `count` after (or, negative, before) `day`. */
export function plusDays(day: Day, count: number): Day {
  return (day + count) as Day; // the brand is lost in arithmetic
}

/** The day of a proleptic Gregorian year, month (1–12) and day of month (algorithm of H. Hinnant, "days from civil"). */
export function dayOf(year: number, month: number, date: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as Day; // the one place where a number becomes a Day
}

/** Year, month (1–12) and day of month. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** The calendar year of a day. */
export const yearOf = (day: Day): number => partsOf(day).year;

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => plusDays(day, 1 - weekdayOf(day));

/** The same date `count` months later, clamped to the month's end (SPEC 2). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  const first = dayOf(Math.floor(months / 12), (months % 12) + 1, 1);
  const next = dayOf(Math.floor((months + 1) / 12), ((months + 1) % 12) + 1, 1);
  return plusDays(first, Math.min(date, next - first) - 1);
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The day of `YYYY-MM-DD`, or undefined when the text is no date that exists. */
export function parseDay(text: string): Day | undefined {
  const match = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (!match) return undefined;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return formatDay(day) === text ? day : undefined;
}

/** The day of a literal that is known to be good, such as a constant or a test's date. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not a date of the form YYYY-MM-DD.`);
  return parsed;
}

/** The day of `MM-DD`, one that every year has, in a year: policy dates such as `scheduleDue`. */
export const dayInYear = (year: number, monthDay: string): Day =>
  dayOf(year, twoDigits(monthDay, 0), twoDigits(monthDay, 3));

const isDay = (value: unknown): value is Day => Number.isInteger(value);

/** A date as text outside, a {@link Day} inside. */
export const DayText = z.codec(z.string(), z.custom<Day>(isDay), {
  decode: (text, context) => {
    const parsed = parseDay(text);
    if (parsed !== undefined) return parsed;
    context.issues.push({ code: "custom", input: text, message: "is not a date that exists, of the form YYYY-MM-DD" });
    return z.NEVER;
  },
  encode: formatDay,
});
