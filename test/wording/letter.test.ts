import { expect, test } from "vitest";
import { Locale } from "../../core/register/locale.ts";
import type { LetterTexts } from "../../core/wording/catalogue-letter.ts";
import { catalogueOf } from "../../core/wording/wording.ts";

const inEach = (word: (texts: LetterTexts) => string) =>
  Locale.options.map((locale) => word(catalogueOf(locale).letter));

test("a letter says how many of its due days the attached file holds, and of how many where it has not room for all", () => {
  expect(inEach(({ calendar }) => calendar(7, 7))).toEqual([
    "Қоса берілген күнтізбе файлында – 7 мерзім.",
    "Сроков в приложенном файле календаря: 7.",
    "Due days in the attached calendar file: 7.",
  ]);
  expect(inEach(({ calendar }) => calendar(50, 4870))).toEqual([
    "Қоса берілген күнтізбе файлында – ең жақын 50 мерзім, барлығы 4870.",
    "Ближайших сроков в приложенном файле календаря: 50 из 4870.",
    "Soonest due days in the attached calendar file: 50 of 4,870.",
  ]);
});

test("a letter says by which versions it was planned, those before the first in words", () => {
  expect(inEach(({ rules }) => rules(0, 0))).toEqual([
    "Мерзімдер мына нұсқалар бойынша есептелді: бастапқы баптаулар, жұмыс күндерінің бастапқы күнтізбесі.",
    "Сроки рассчитаны по следующим версиям: исходные настройки, исходный календарь рабочих дней.",
    "Judged by the first policy and the first calendar of working days.",
  ]);
  expect(inEach(({ rules }) => rules(7, 3))).toEqual([
    "Мерзімдер мына нұсқалар бойынша есептелді: баптаулардың 7-нұсқасы, жұмыс күндері күнтізбесінің 3-нұсқасы.",
    "Сроки рассчитаны по следующим версиям: версия 7 настроек, версия 3 календаря рабочих дней.",
    "Judged by version 7 of the policy and version 3 of the calendar of working days.",
  ]);
});
