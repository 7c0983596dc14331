import { type Day, partsOf, weekdayOf } from "../../calendar/day.ts";
import type { TimeTexts } from "../catalogue.ts";
import { counted } from "../plural.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const monthOf = (month: number): string => months[month - 1] ?? "";

function longDate(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${monthOf(month)} ${year}`;
}

function range(first: Day, last: Day, withYear: boolean): string {
  const [from, to] = [partsOf(first), partsOf(last)];
  const end = `${to.date} ${monthOf(to.month)}${withYear ? ` ${to.year}` : ""}`;
  if (first === last) return end;
  if (from.year !== to.year) return `${longDate(first)} – ${longDate(last)}`;
  return from.month === to.month ? `${from.date}–${end}` : `${from.date} ${monthOf(from.month)} – ${end}`;
}

export const time: TimeTexts = {
  date: longDate,
  longDate,
  range,
  weekday: (day) => weekdays[weekdayOf(day) - 1] ?? "",
  days: (count) => counted("en", count, { one: "day", other: "days" }),
  workingDays: (count) => counted("en", count, { one: "working day", other: "working days" }),
  bodies: (count) => counted("en", count, { one: "police body", other: "police bodies" }),
};
