import { describe, expect, test } from "vitest";
import { Locale } from "../../core/register/locale.ts";
import { noticeTextsOf } from "../../core/wording/notices/all.ts";
import type { NoticeTexts } from "../../core/wording/notices/texts.ts";

/** Every text of a tree; functions say what they say of the same facts in every language. */
function leaves(value: unknown, path = ""): [string, string][] {
  if (typeof value === "function") return leaves(value({ ...facts }, "5", "2"), path);
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const facts = {
  ...{ scope: "7", bodies: 3, of: 12, slot: "1", until: "2", count: 4, years: "2031", findings: 9 },
  ...{ recipient: "5", on: "6", toString: () => "8" },
};

const textsOf = (locale: Locale): ReadonlyMap<string, string> =>
  new Map(leaves(noticeTextsOf(locale) satisfies NoticeTexts));

describe.each(Locale.options)("letters to the ministry's staff in %s", (locale) => {
  const numbersOf = (text = ""): string => (text.match(/\d+/g) ?? []).sort().join();

  test("have every text of the Kazakh ones, with the same numbers", () => {
    const [own, kazakh] = [textsOf(locale), textsOf("kk")];
    expect([...own.keys()]).toEqual([...kazakh.keys()]);
    expect(own.size).toBeGreaterThan(50);
    for (const [path, text] of own) {
      expect(text, path).toMatch(/\S/);
      expect(text, path).not.toMatch(/!|undefined|\[object|NaN/);
      expect([path, numbersOf(text)]).toEqual([path, numbersOf(kazakh.get(path))]);
    }
  });

  test("mix no alphabets in a word", () => {
    if (locale === "en") return;
    for (const [path, text] of textsOf(locale)) {
      expect(text, path).not.toMatch(/\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Cyrillic}/iu);
    }
  });
});

const inEach = (word: (texts: NoticeTexts) => string | undefined) =>
  Locale.options.map((locale) => word(noticeTextsOf(locale)));

test("the week's figures stand beside those of the week before, where there are any", () => {
  expect(inEach(({ weekly }) => weekly.rate("83,4 %", "90,0 %"))).toEqual([
    "Сақталу деңгейі: 83,4 % (бір апта бұрын – 90,0 %)",
    "Уровень соблюдения: 83,4 % (неделей раньше – 90,0 %)",
    "Compliance rate: 83,4 % (a week before: 90,0 %)",
  ]);
  expect(inEach(({ weekly }) => weekly.rate("83,4 %", null))).toEqual([
    "Сақталу деңгейі: 83,4 %",
    "Уровень соблюдения: 83,4 %",
    "Compliance rate: 83,4 %",
  ]);
  expect(inEach(({ weekly }) => weekly.state("X", "7", "9"))).toEqual([
    "X: 7 (бір апта бұрын – 9)",
    "X: 7 (неделей раньше – 9)",
    "X: 7 (a week before: 9)",
  ]);
  expect(inEach(({ weekly }) => weekly.state("X", "7", null))).toEqual(["X: 7", "X: 7", "X: 7"]);
});

test("who was addressed wrongly is said to be nobody where the register names nobody", () => {
  const about = { recipient: null, on: "19.03.2027", slot: "18.03.2027, 09:00", bodies: "X" };
  expect(inEach((texts) => texts["wrong-recipient"].lines(about)[0])).toEqual([
    "18.03.2027, 09:00 хатын алған адам 19.03.2027 күні хаттың өзіне қатысы жоқ екенін хабарлады. Тізілімдегі адресат: көрсетілмеген.",
    "Получатель письма 18.03.2027, 09:00 сообщил 19.03.2027, что оно его не касается. Адресат по реестру: не указан.",
    "The reader of the letter of 18.03.2027, 09:00 said on 19.03.2027 that it does not concern them. Addressee in the register: none.",
  ]);
});
