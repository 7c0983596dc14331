import { describe, expect, test } from "vitest";
import type { LetterItem } from "../../core/escalation/letter.ts";
import { Locale } from "../../core/register/locale.ts";
import { viewClosed, viewItem, viewReasons } from "../../functions/mail/letter-view.ts";
import { viewNotice } from "../../functions/mail/notice-view.ts";
import { noticeKinds, sampleNotice } from "../../functions/web/gallery/sample-notices.ts";
import { sampleKinds, sampleLetter } from "../../functions/web/gallery/samples.ts";
import { settings } from "../mail/support/sample.ts";

const months = {
  kk: "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" "),
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** The numbers of a text in order, whatever the language writes dates, thousands and links with. */
function numbersOf(text: string, locale: Locale): readonly number[] {
  const endings = locale === "kk" ? "\\p{L}*" : "";
  const figures = months[locale].reduce(
    (rest, month, index) => rest.replace(new RegExp(`(?<!\\p{L})${month}${endings}(?!\\p{L})`, "gu"), ` ${index + 1} `),
    text.replace(/(?<=\d)[,\u00a0](?=\d{3})/g, ""),
  );
  return (figures.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
}

const others = ["ru", "en"] as const;

/** What differs from Kazakh in the numbers of the other languages, and in how many parts there are. */
function differencesOf(word: (locale: Locale) => readonly string[]): unknown[] {
  const kazakh = word("kk");
  return others.flatMap((locale): unknown[] => {
    const said = word(locale);
    if (said.length !== kazakh.length) return [{ locale, parts: said.length, of: kazakh.length }];
    return kazakh.flatMap((text, index) => {
      const here = said[index] ?? "";
      const [wanted, found] = [numbersOf(text, "kk"), numbersOf(here, locale)];
      return text.trim() !== "" && here.trim() !== "" && wanted.join() === found.join() ? [] : [{ locale, text, here }];
    });
  });
}

/** Everything that a letter says of one item, part by part. */
function partsOf(item: LetterItem, locale: Locale): readonly string[] {
  const { tag, name, about, due, missing, duty, basis, derivation, marks, line } = viewItem(item, locale, settings);
  const cited = basis.map(({ citation }) => citation);
  return [tag, name, about, due, duty, derivation, line, ...missing, ...marks, ...cited];
}

describe.each(sampleKinds.filter((kind) => kind !== "huge"))("a letter with %s", (kind) => {
  const content = sampleLetter(kind, ["kk"]);

  test("says the same numbers and dates in Kazakh, Russian and English", () => {
    const words = (locale: Locale): readonly string[] => [
      ...content.items.slice(0, 20).flatMap((item) => partsOf(item, locale)),
      ...content.closed.map((item) => viewClosed(item, locale)),
    ];
    expect(differencesOf(words)).toEqual([]);
    expect(viewReasons(content.reasons, "kk")).toHaveLength(viewReasons(content.reasons, "en").length);
  });
});

test.each(noticeKinds)("a notice of %s says the same numbers and dates in every language", (kind) => {
  const words = (locale: Locale): readonly string[] => {
    const { headline, sections, links } = viewNotice(sampleNotice(kind, [locale]), locale, "https://esep.example");
    return [
      headline,
      ...sections.flatMap(({ title, lines }) => [title ?? "-", ...lines]),
      ...links.map((to) => to.text),
    ];
  };
  expect(differencesOf(words)).toEqual([]);
});

test("the samples show every obligation in every state that a letter tells of, and every end", () => {
  const kinds = sampleKinds.filter((kind) => kind !== "huge" && kind !== "forty");
  const letters = kinds.map((kind) => sampleLetter(kind, ["kk"]));
  const shown = new Set(
    letters.flatMap(({ items }) => items.map(({ finding }) => `${finding.obligation} ${finding.state}`)),
  );
  const obligations = new Set([...shown].map((pair) => pair.split(" ")[0]));
  expect(obligations.size).toBe(15);
  for (const obligation of obligations)
    for (const state of ["due", "overdue"]) expect(shown).toContain(`${obligation} ${state}`);
  expect([...shown].filter((pair) => pair.endsWith(" breached"))).toHaveLength(6);
  const closures = new Set(letters.flatMap(({ closed }) => closed.map(({ closure }) => closure)));
  expect([...closures].sort()).toEqual(["late", "met", "unchecked", "void", "waived"]);
  expect(Locale.options).toHaveLength(3);
});
