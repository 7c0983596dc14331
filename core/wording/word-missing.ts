import type { ObligationId } from "../dossier/obligation-id.ts";
import type { Finding } from "../order608/finding.ts";
import type { Locale } from "../register/locale.ts";
import { catalogueOf } from "./wording.ts";

const NUMBER = "NUMBER";

/** The words of a code, or of its part with what it names put in; one that no obligation brings, which no rule yields, stands as it is. */
function wordCode(words: Readonly<Record<string, string>>, code: string): string {
  if (Object.hasOwn(words, code)) return words[code] ?? code;
  const [part, ...named] = code.split(":");
  const key = `${part}:${NUMBER}`;
  return (Object.hasOwn(words, key) ? words[key]?.replace(NUMBER, () => named.join(":")) : undefined) ?? code;
}

/** A missing code in words. */
export const wordMissing = (obligation: ObligationId, code: string, locale: Locale): string =>
  wordCode(catalogueOf(locale).missing[obligation], code);

const conjunctions: Readonly<Record<Locale, string>> = { kk: "және", ru: "и", en: "and" };

/** `A, B и C`; not by Intl.ListFormat, whose Kazakh lists lack «және». */
function joined(phrases: readonly string[], locale: Locale): string {
  const last = phrases.at(-1) ?? "";
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(", ")} ${conjunctions[locale]} ${last}`;
}

/** What has to be ensured so that nothing is missing, as one phrase; each act once, in the order of the codes. */
export function wordActs(finding: Pick<Finding, "obligation" | "missing">, locale: Locale): string {
  const acts = catalogueOf(locale).acts[finding.obligation];
  return joined([...new Set(finding.missing.map((code) => wordCode(acts, code)))], locale);
}
