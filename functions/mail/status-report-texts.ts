import type { Locale } from "../../core/register/locale.ts";
import { formatNumber } from "../../core/wording/plural.ts";

/** Words of the letter that brings a status report. */
export interface StatusLetterTexts {
  readonly headline: (about: string) => string;
  readonly rate: (rate: string) => string;
  readonly figure: (name: string, count: number) => string;
  readonly changes: (count: number) => string;
  readonly files: (names: string) => string;
  /** Files that would make the letter too large. */
  readonly tooLarge: (names: string) => string;
  readonly open: string;
  readonly why: string;
}

const kk: StatusLetterTexts = {
  headline: (about) => `Жай-күй туралы жиынтық: ${about}`,
  rate: (rate) => `Сақталу деңгейі: ${rate}`,
  figure: (name, count) => `${name}: ${formatNumber("kk", count)}`,
  changes: (count) => `Кешегі күннің соңынан бері өзгергені: ${formatNumber("kk", count)}`,
  files: (names) => `Қоса берілген файлдар: ${names}`,
  tooLarge: (names) => `Хатқа сыймаған файлдар, олар жүйеден жүктеп алынады: ${names}`,
  open: "«Есеп» жүйесінде ашу",
  why: "Бұл хат әкімшінің сұрауы бойынша жіберілді.",
};

const ru: StatusLetterTexts = {
  headline: (about) => `Сводка о состоянии: ${about}`,
  rate: (rate) => `Уровень соблюдения: ${rate}`,
  figure: (name, count) => `${name}: ${formatNumber("ru", count)}`,
  changes: (count) => `Изменилось с конца вчерашнего дня: ${formatNumber("ru", count)}`,
  files: (names) => `Приложены файлы: ${names}`,
  tooLarge: (names) => `Файлы, которые в письмо не поместились, можно получить в системе: ${names}`,
  open: "Открыть в системе «Есеп»",
  why: "Это письмо отправлено по запросу администратора.",
};

const en: StatusLetterTexts = {
  headline: (about) => `Status report: ${about}`,
  rate: (rate) => `Compliance rate: ${rate}`,
  figure: (name, count) => `${name}: ${formatNumber("en", count)}`,
  changes: (count) => `Changed since the end of the day before: ${formatNumber("en", count)}`,
  files: (names) => `Files attached: ${names}`,
  tooLarge: (names) => `Files that are too large for a letter can be fetched from the system: ${names}`,
  open: "Open in Esep",
  why: "An administrator asked for this letter to be sent.",
};

const all: Readonly<Record<Locale, StatusLetterTexts>> = { kk, ru, en };

export const statusLetterTexts = (locale: Locale): StatusLetterTexts => all[locale];
