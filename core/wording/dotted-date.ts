import { type Day, partsOf } from "../calendar/day.ts";

const pad = (value: number): string => String(value).padStart(2, "0");

/** `12.03.2027`, as both official languages write a date in figures. */
export function dottedDate(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${pad(date)}.${pad(month)}.${year}`;
}

/** `12.03`, `13–14.03` or `31.01–01.02`, followed by the year when `withYear`; across a New Year both years stand. */
export function dottedRange(first: Day, last: Day, withYear: boolean): string {
  const [from, to] = [partsOf(first), partsOf(last)];
  const end = `${pad(to.date)}.${pad(to.month)}${withYear ? `.${to.year}` : ""}`;
  if (first === last) return end;
  if (from.year !== to.year) return `${dottedDate(first)}–${dottedDate(last)}`;
  return from.month === to.month ? `${pad(from.date)}–${end}` : `${pad(from.date)}.${pad(from.month)}–${end}`;
}
