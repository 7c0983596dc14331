import type { Locale } from "../../../../core/register/locale.ts";
import type { NumberPath } from "../numbers.ts";
import { en } from "./numbers-en.ts";
import { kk } from "./numbers-kk.ts";
import { ru } from "./numbers-ru.ts";

/** What each number of the policy means, in plain words. */
export type NumberTexts = Readonly<Record<NumberPath, { readonly label: string; readonly help: string }>>;

const all: Readonly<Record<Locale, NumberTexts>> = { kk, ru, en };

export const numberTexts = (locale: Locale): NumberTexts => all[locale];
