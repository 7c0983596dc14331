import type { DateTime } from "luxon";
import { formatDay } from "../../core/calendar/day.ts";
import { kazakhstanCalendar } from "../../core/calendar/kazakhstan.ts";

const kinds = new Map(kazakhstanCalendar.map(({ day, kind }) => [formatDay(day), kind]));

/** Whether a date is a working day by the table of Kazakhstan. */
function isWorking(date: DateTime): boolean {
  const kind = kinds.get(date.toISODate() ?? "");
  return kind === undefined ? date.weekday < 6 : kind === "extra_workday";
}

function seek(date: DateTime, step: 1 | -1): DateTime {
  let found = date;
  while (!isWorking(found)) found = found.plus({ days: step });
  return found;
}

export const onOrAfter = (date: DateTime): DateTime => seek(date, 1);
export const onOrBefore = (date: DateTime): DateTime => seek(date, -1);

/** The n-th working day after (n < 0: before) a date, which itself is not counted. */
export function addWorkingDays(date: DateTime, count: number): DateTime {
  const step = count < 0 ? -1 : 1;
  let found = date;
  for (let left = Math.abs(count); left > 0; left--) found = seek(found.plus({ days: step }), step);
  return found;
}
