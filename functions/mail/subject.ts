import type { LetterContent, LetterItem } from "../../core/escalation/letter.ts";
import type { Locale } from "../../core/register/locale.ts";
import { wordDays } from "../../core/wording/word-finding.ts";
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

/** The only open item by its name, days and due day: `Протокол – просрочено на 1 день (18.03.2027)`. */
function onlyItem({ finding }: LetterItem, locale: Locale): string {
  const { obligations, time } = catalogueOf(locale);
  return `${obligations[finding.obligation].short} – ${wordDays(finding, locale)} (${time.date(finding.due)})`;
}

/** The subject: the only item, or the counts worst first in every language of the letter, then whom it is about, in its first language. */
export function subjectOf(content: LetterContent, locales: readonly [Locale, ...Locale[]]): string {
  const counts = countsOf(content);
  const [only, ...others] = content.items;
  const isOne = only !== undefined && others.length === 0;
  const words = locales.map((one) => (isOne ? onlyItem(only, one) : wordCounts(counts, one))).join(" / ");
  const about = aboutOf(content, locales[0]);
  return `${catalogueOf(locales[0]).letter.product}: ${words}${about === "" ? "" : ` – ${about}`}`;
}
