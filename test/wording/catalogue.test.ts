import { describe, expect, test } from "vitest";
import { type Day, day } from "../../core/calendar/day.ts";
import { orderClause } from "../../core/order608/clauses/sentence.ts";
import type { Locale } from "../../core/register/locale.ts";
import { wordMissing } from "../../core/wording/word-missing.ts";
import { catalogueOf } from "../../core/wording/wording.ts";

const locales: readonly Locale[] = ["kk", "ru", "en"];
const months = "January February March April May June July August September October November December".split(" ");

const march: Day = day("2027-03-12");
const may: Day = day("2027-05-02");

type Wording = (...values: readonly unknown[]) => unknown;

/** Leaves of a catalogue by path; functions are called with arguments that fit any of them. */
function leaves(value: unknown, path: string, call: (path: string, text: Wording) => unknown): [string, unknown][] {
  if (typeof value === "function") return [[path, call(path, value as Wording)]]; // typeof has just said so
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, path === "" ? key : `${path}.${key}`, call));
}
const worded = (locale: Locale): string => catalogueOf(locale).time.date(march);

/** What a text takes, by its place in the catalogue: days, dates already worded, or numbers. */
function argumentsFor(path: string, locale: Locale): readonly unknown[] {
  if (path === "time.range") return [march, may, true];
  if (/^time\.(date|longDate|weekday)$/.test(path)) return [march];
  if (path.startsWith("time.")) return [11];
  if (/^status\.tag/.test(path) || /^(stages|letter\.counts|letter\.more|subjects\.campaign)/.test(path)) return [11];
  if (path === "subjects.meeting") return [march];
  if (path === "status.overdue" || path === "status.daysLeft") return [march, 11];
  if (path === "status.late" || path === "duty.breached") return [march, may];
  if (path.startsWith("status.")) return [march];
  if (path.startsWith("duty.")) return [march, "X-1"];
  if (/^derivation\.(before|after|workingDays)$/.test(path)) return [11];
  if (path === "derivation.weekend") return [2];
  if (path === "derivation.holiday") return [{ ru: "День Х", kk: "Х күні" }];
  if (path === "derivation.received") return [worded(locale), "X", "19:30"];
  if (path === "derivation.extended") return [worded(locale), worded(locale)];
  if (path.startsWith("derivation.")) return [worded(locale)];
  if (path === "letter.asOf") return [worded(locale), "09:00"];
  return ["17", "5"];
}

const textsOf = (locale: Locale): Map<string, unknown> =>
  new Map(leaves(catalogueOf(locale), "", (path, text) => text(...argumentsFor(path, locale))));

/** The numbers of a text, whatever the language writes dates with. */
const numbersOf = (text: string): readonly string[] => {
  const named = months.reduce((rest, month, index) => rest.replaceAll(month, ` ${index + 1} `), text);
  const cased = ["наурыз", "мамыр", "марта", "мая"].reduce(
    (rest, month, index) => rest.replace(new RegExp(`${month}\\p{L}*`, "gu"), index % 2 === 0 ? " 3 " : " 5 "),
    named,
  );
  return (cased.match(/\d+/g) ?? []).map((digits) => String(Number(digits))).sort();
};

describe("the catalogues of the three languages", () => {
  const texts = { kk: textsOf("kk"), ru: textsOf("ru"), en: textsOf("en") };

  test.each(locales)("%s has the keys of Kazakh and no empty text", (locale) => {
    expect([...texts[locale].keys()].sort()).toEqual([...texts.kk.keys()].sort());
    for (const [path, text] of texts[locale]) {
      if (path === "clauses.translation" && locale !== "en") expect(text).toBeNull();
      else expect(text, path).toMatch(/\S/);
    }
  });

  test.each(["ru", "en"] as const)("%s says the numbers and dates that Kazakh says", (locale) => {
    for (const [path, text] of texts.kk) {
      if (path.startsWith("missing.content")) continue; // no numbers, but month names as part of words
      expect(numbersOf(String(texts[locale].get(path))), path).toEqual(numbersOf(String(text)));
    }
  });

  test.each(locales)("%s neither shouts nor forgets a placeholder", (locale) => {
    for (const [path, text] of texts[locale]) expect(String(text), path).not.toMatch(/!|undefined|\[object|NaN/);
  });

  test("no official text mixes Cyrillic and Latin letters in a word", () => {
    for (const locale of ["kk", "ru"] as const) {
      for (const [path, text] of texts[locale]) {
        expect(String(text), path).not.toMatch(/\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Cyrillic}/iu);
      }
    }
  });

  test("Russian letters are used in Russian texts alone", () => {
    for (const [path, text] of texts.ru) {
      const own = path === "letter.product" ? "" : String(text).replaceAll("Есеп", "");
      expect(own, path).not.toMatch(/[әіңғүұқөһё]/i);
    }
  });
});

describe.each(locales)("the sections of the report in %s", (locale) => {
  test("are worded as p. 6 words them", () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9] as const) {
      expect(wordMissing("content", `section:${number}`, locale)).toBe(orderClause(`6(${number})`)[locale]);
    }
  });
});
