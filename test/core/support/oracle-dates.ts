import { day, formatDay, plusDays } from "../../../core/calendar/day.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { workdays } from "./evaluate.ts";

/* Days as text, as the specification writes them: they compare as text. */

export const plus = (date: string, days: number): string => formatDay(plusDays(day(date), days));
export const addWorkingDays = (date: string, count: number): string =>
  formatDay(workdays.addWorkingDays(day(date), count));
export const onOrBefore = (date: string): string => (workdays.isWorking(day(date)) ? date : onOrBefore(plus(date, -1)));
export const onOrAfter = (date: string): string => (workdays.isWorking(day(date)) ? date : onOrAfter(plus(date, 1)));
export const isWorking = (date: string): boolean => workdays.isWorking(day(date));
export const daysBetween = (from: string, to: string): number => day(to) - day(from);

/** "addMonths clamps to the month's end." */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split("-").map(Number);
  const wanted = year * 12 + month - 1 + months;
  const lastDay = new Date(Date.UTC(Math.floor(wanted / 12), (wanted % 12) + 1, 0)).getUTCDate();
  const result = new Date(Date.UTC(Math.floor(wanted / 12), wanted % 12, Math.min(dayOfMonth, lastDay)));
  return result.toISOString().slice(0, 10);
}

/** "Today ≥ the day of the earliest stage with offset ≤ 0; without one, ≥ due", on the default ladder. */
export function firstReminder(obligation: ObligationId, due: string, target: string): string {
  const days = defaultPolicy.ladder[obligation].stages.flatMap(({ at }) => {
    const [place = ""] = at.split("@");
    const [, anchor = "", count = "0", working] = /^(due|target)(?:([+-]\d+)(wd)?)?$/.exec(place) ?? [];
    if (anchor === "" || Number(count) > 0) return [];
    const from = anchor === "due" ? due : target;
    if (Number(count) === 0) return [from];
    return [working ? addWorkingDays(from, Number(count)) : onOrBefore(plus(from, Number(count)))];
  });
  return days.sort()[0] ?? due;
}
