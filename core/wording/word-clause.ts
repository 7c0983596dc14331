import type { Sentence } from "../order608/clauses.ts";
import type { Locale } from "../register/locale.ts";
import { catalogueOf } from "./wording.ts";

/** Where a sentence stands: `Приказ № 608, пункт 8, подпункт 2)`. */
export function wordCitation({ act, number }: Pick<Sentence, "act" | "number">, locale: Locale): string {
  const [main = number, part] = number.split(/[()]/);
  return catalogueOf(locale).clauses[act](main, part);
}

const quotes: Readonly<Record<Locale, readonly [string, string]>> = { kk: ["«", "»"], ru: ["«", "»"], en: ["“", "”"] };

/** A sentence as a letter shows it: the Order's words in quotation marks, anything that is not official marked as such. */
export function wordClause(sentence: Sentence, locale: Locale): string {
  const { paraphrase, translation } = catalogueOf(locale).clauses;
  if (sentence.kind === "paraphrase") return `${sentence[locale]} (${paraphrase})`;
  const [open, close] = quotes[locale];
  return `${open}${sentence.quote[locale]}${close}${translation === null ? "" : ` (${translation})`}`;
}
