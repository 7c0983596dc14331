import type { Locale } from "../../register/locale.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";
import type { NoticeTexts } from "./texts.ts";

const texts: Readonly<Record<Locale, NoticeTexts>> = { kk, ru, en };

/** The words of letters to administrators in a language. */
export const noticeTextsOf = (locale: Locale): NoticeTexts => texts[locale];
