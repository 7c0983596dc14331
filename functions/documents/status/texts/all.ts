import type { Locale } from "../../../../core/register/locale.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";
import type { ReportTexts } from "./texts.ts";

const all: Readonly<Record<Locale, ReportTexts>> = { kk, ru, en };

/** The words of status reports in a language. */
export const reportTexts = (locale: Locale): ReportTexts => all[locale];
