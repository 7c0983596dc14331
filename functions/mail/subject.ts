import type { LetterContent } from "../../core/escalation/letter.ts";
import type { Locale } from "../../core/register/locale.ts";
import { catalogueOf, nameIn } from "../../core/wording/wording.ts";
import { oneLine } from "./clean.ts";
import { countsOf, wordCounts } from "./letter-view.ts";

/** Whom a letter is about: one body by its name, several by their number. */
function aboutOf({ items, closed }: LetterContent, locale: Locale): string {
  const named = [
    ...items.map(({ finding, bodyName }) => ({ id: finding.body, bodyName })),
    ...closed.map(({ key, bodyName }) => ({ id: key.body, bodyName })),
  ];
  const bodies = new Set(named.map(({ id }) => id));
  const [first] = named;
  if (first === undefined) return "";
  return bodies.size === 1 ? oneLine(nameIn(first.bodyName, locale), 90) : catalogueOf(locale).time.bodies(bodies.size);
}

/** The subject: the counts worst first in every language of the letter, then whom it is about, in its first language. */
export function subjectOf(content: LetterContent, locales: readonly [Locale, ...Locale[]]): string {
  const counts = countsOf(content);
  const words = locales.map((locale) => wordCounts(counts, locale)).join(" / ");
  const about = aboutOf(content, locales[0]);
  return `${catalogueOf(locales[0]).letter.product}: ${words}${about === "" ? "" : ` – ${about}`}`;
}
