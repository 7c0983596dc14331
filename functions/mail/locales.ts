import type { LetterContent } from "../../core/escalation/letter.ts";
import type { Locale } from "../../core/register/locale.ts";

const ORDER = ["kk", "ru", "en"] as const satisfies readonly Locale[];

/** The languages of a letter, Kazakh first and Russian second; a recipient without any gets both. */
export function localesOf({ locales }: Pick<LetterContent["recipient"], "locales">): readonly [Locale, ...Locale[]] {
  const [first, ...rest] = ORDER.filter((locale) => locales.includes(locale));
  return first === undefined ? ["kk", "ru"] : [first, ...rest];
}
