import type { Slot } from "../../core/escalation/letter.ts";
import type { Bilingual, Locale } from "../../core/register/locale.ts";
import { noticeTextsOf } from "../../core/wording/notices/all.ts";
import { catalogueOf, nameIn } from "../../core/wording/wording.ts";
import { oneLine } from "./clean.ts";
import type { LetterLink } from "./letter-parts.ts";

/** Lines under a title of their own, or under the headline. */
export interface NoticeSection {
  readonly title: string | null;
  readonly lines: readonly string[];
}

/** A notice in the words of one language; nothing in it is markup. */
export interface NoticeView {
  readonly headline: string;
  readonly sections: readonly NoticeSection[];
  readonly links: readonly LetterLink[];
}

/** A list names so many before it only counts. */
const maxListed = 12;

/** A name where a line names several. */
export const brief = (name: Bilingual, locale: Locale): string => oneLine(nameIn(name, locale), 90);

/** The first of a list, and how many more there are. */
export function firstOf<Entry>(
  entries: readonly Entry[],
  word: (entry: Entry) => string,
  locale: Locale,
): readonly string[] {
  const more = entries.length > maxListed ? [catalogueOf(locale).letter.moreOf(entries.length - maxListed)] : [];
  return [...entries.slice(0, maxListed).map(word), ...more];
}

/** The moment of a slot in words. */
export const momentIn = ({ day, time }: Slot, locale: Locale): string =>
  noticeTextsOf(locale).moment(catalogueOf(locale).time.date(day), time);
