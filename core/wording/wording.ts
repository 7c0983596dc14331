import type { Bilingual, Locale } from "../register/locale.ts";
import type { Catalogue } from "./catalogue.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";

const catalogues: Readonly<Record<Locale, Catalogue>> = { kk, ru, en };

/** All texts of a language. */
export const catalogueOf = (locale: Locale): Catalogue => catalogues[locale];

/** A name or place in a language; English readers get the Russian one, names are not translated. */
export const nameIn = (name: Bilingual, locale: Locale): string => (locale === "kk" ? name.kk : name.ru);

/** A phrase as the beginning of a sentence or a heading. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase("kk") + text.slice(1);
