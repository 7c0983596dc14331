import * as z from "zod";
import type { CalendarDay } from "./calendar-day.ts";
import { type Day, DayText, yearOf } from "./day.ts";
import { coveredYears, kazakhstanCalendar } from "./kazakhstan.ts";
import { createWorkdays, type Workdays } from "./workdays.ts";

/** A day that administrators add to the calendar or say otherwise; `plain` makes it a day like others of its weekday. */
export const CalendarChange = z.strictObject({
  day: DayText,
  kind: z.enum(["holiday", "dayoff", "transferred", "extra_dayoff", "extra_workday", "plain"]),
  ru: z.string().trim().min(1),
  kk: z.string().trim().min(1),
  note: z.string().trim().min(1).exactOptional(),
});
export type CalendarChange = z.output<typeof CalendarChange>;

/** Everything in which a calendar departs from the one that the product brings. */
export const CalendarChanges = z
  .strictObject({
    /** The last year that the calendar covers, when it is a later one than the product's. */
    coversTo: z.int().min(coveredYears.to).max(2099).exactOptional(),
    days: z.array(CalendarChange),
  })
  .superRefine(({ coversTo = coveredYears.to, days }, context) => {
    const seen = new Set<Day>();
    for (const [index, { day }] of days.entries()) {
      const refuse = (message: string) => context.addIssue({ code: "custom", path: ["days", index, "day"], message });
      if (seen.has(day)) refuse("stands there twice");
      if (yearOf(day) < coveredYears.from || yearOf(day) > coversTo) refuse("lies in a year that is not covered");
      seen.add(day);
    }
  });
export type CalendarChanges = z.output<typeof CalendarChanges>;

/** The product's calendar. */
export const noChanges: CalendarChanges = { days: [] };

/** Working days of the product's calendar with changes laid over it. */
export function workdaysWith({ coversTo = coveredYears.to, days }: CalendarChanges): Workdays {
  const table = new Map(kazakhstanCalendar.map((entry) => [entry.day, entry]));
  for (const { kind, ...entry } of days) {
    table.delete(entry.day);
    if (kind !== "plain") table.set(entry.day, { ...entry, kind } satisfies CalendarDay);
  }
  return createWorkdays([...table.values()], { from: coveredYears.from, to: coversTo });
}

/** Working days of the calendar that is in force now: one object for all who ask, whose days follow what was applied. */
export interface PresentWorkdays extends Workdays {
  /** The calendar that is in force, as one that never changes. */
  present(): Workdays;
  use(workdays: Workdays): void;
}

/** Starts with the product's calendar. */
export function createPresentWorkdays(start: Workdays = createWorkdays()): PresentWorkdays {
  let present = start;
  return {
    present: () => present,
    use: (workdays) => {
      present = workdays;
    },
    covers: (year) => present.covers(year),
    requireYear: (day) => present.requireYear(day),
    isWorking: (day) => present.isWorking(day),
    entry: (day) => present.entry(day),
    addWorkingDays: (day, count) => present.addWorkingDays(day, count),
    onOrBefore: (day) => present.onOrBefore(day),
    onOrAfter: (day) => present.onOrAfter(day),
  };
}
