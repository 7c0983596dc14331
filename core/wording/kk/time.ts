import { type Day, partsOf, weekdayOf } from "../../calendar/day.ts";
import type { TimeTexts } from "../catalogue.ts";
import { dottedDate, dottedRange } from "../dotted-date.ts";
import { counted } from "../plural.ts";

/** Month names in the cases that dates are put into; written out, because the endings follow vowel harmony. */
const months = {
  nominative: [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
  ],
  dative: [
    "қаңтарға",
    "ақпанға",
    "наурызға",
    "сәуірге",
    "мамырға",
    "маусымға",
    "шілдеге",
    "тамызға",
    "қыркүйекке",
    "қазанға",
    "қарашаға",
    "желтоқсанға",
  ],
  locative: [
    "қаңтарда",
    "ақпанда",
    "наурызда",
    "сәуірде",
    "мамырда",
    "маусымда",
    "шілдеде",
    "тамызда",
    "қыркүйекте",
    "қазанда",
    "қарашада",
    "желтоқсанда",
  ],
  ablative: [
    "қаңтардан",
    "ақпаннан",
    "наурыздан",
    "сәуірден",
    "мамырдан",
    "маусымнан",
    "шілдеден",
    "тамыздан",
    "қыркүйектен",
    "қазаннан",
    "қарашадан",
    "желтоқсаннан",
  ],
} as const;

const weekdays = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];

/** A date in words in one of the cases: `2027 жылғы 12 наурызға`. */
export function caseDate(day: Day, form: keyof typeof months): string {
  const { year, month, date } = partsOf(day);
  return `${year} жылғы ${date} ${months[form][month - 1]}`;
}

export const time: TimeTexts = {
  date: dottedDate,
  longDate: (day) => caseDate(day, "nominative"),
  range: dottedRange,
  weekday: (day) => weekdays[weekdayOf(day) - 1] ?? "",
  days: (count) => counted("kk", count, { other: "күн" }),
  workingDays: (count) => counted("kk", count, { other: "жұмыс күні" }),
  bodies: (count) => counted("kk", count, { other: "полиция органы" }),
};
