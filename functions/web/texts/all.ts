import type { Locale } from "../../../core/register/locale.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";
import type { PageTexts } from "./texts.ts";

const all: Readonly<Record<Locale, PageTexts>> = { kk, ru, en };

/** The pages' texts in a language. */
export const textsOf = (locale: Locale): PageTexts => all[locale];

/** What a language calls itself. */
export const ownNames: Readonly<Record<Locale, string>> = { kk: "Қазақша", ru: "Русский", en: "English" };
