import { type Day, partsOf, weekdayOf } from "../../calendar/day.ts";
import type { TimeTexts } from "../catalogue.ts";
import { dottedDate, dottedRange } from "../dotted-date.ts";
import { counted } from "../plural.ts";

const months = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
];

const weekdays = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];

function longDate(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${months[month - 1]} ${year} года`;
}

export const time: TimeTexts = {
  date: dottedDate,
  longDate,
  range: dottedRange,
  weekday: (day) => weekdays[weekdayOf(day) - 1] ?? "",
  days: (count) => counted("ru", count, { one: "день", few: "дня", many: "дней", other: "дня" }),
  workingDays: (count) =>
    counted("ru", count, { one: "рабочий день", few: "рабочих дня", many: "рабочих дней", other: "рабочих дня" }),
  bodies: (count) =>
    counted("ru", count, {
      one: "орган полиции",
      few: "органа полиции",
      many: "органов полиции",
      other: "органа полиции",
    }),
};
