import type { ObligationId } from "../dossier/obligation-id.ts";
import type { Finding } from "../order608/finding.ts";
import type { Locale } from "../register/locale.ts";
import type { Catalogue } from "./catalogue.ts";
import { catalogueOf } from "./wording.ts";

type Words = Readonly<Record<string, unknown>>;

const appealPrefix = "appeal:";
const sectionPrefix = "section:";

const wordIn = (words: Words, code: string): string | undefined => {
  const word = Object.hasOwn(words, code) ? words[code] : undefined;
  return typeof word === "string" ? word : undefined;
};

/** A missing code in words; a code that the catalogue does not know, which no rule yields, stands as it is. */
export function wordMissing(obligation: ObligationId, code: string, locale: Locale): string {
  const { missing } = catalogueOf(locale);
  if (code.startsWith(appealPrefix)) return missing.protocol.appeal(code.slice(appealPrefix.length));
  const key = code.startsWith(sectionPrefix) ? code.slice(sectionPrefix.length) : code;
  return wordIn(missing[obligation], key) ?? code;
}

const protocolAct = (code: string): string => {
  if (code === "protocol" || code === "secretary" || code === "head") return code;
  return code.startsWith(appealPrefix) ? "appeals" : "contents";
};

function actOf({ acts }: Catalogue, obligation: ObligationId, code: string): string {
  const act = acts[obligation];
  if (typeof act === "string") return act;
  return wordIn(act, obligation === "protocol" ? protocolAct(code) : code) ?? code;
}

const conjunctions: Readonly<Record<Locale, string>> = { kk: "және", ru: "и", en: "and" };

/** `A, B и C`; not by Intl.ListFormat, whose Kazakh lists lack «және». */
function joined(phrases: readonly string[], locale: Locale): string {
  const last = phrases.at(-1) ?? "";
  return phrases.length < 2 ? last : `${phrases.slice(0, -1).join(", ")} ${conjunctions[locale]} ${last}`;
}

/** What has to be ensured so that nothing is missing, as one phrase; each act once, in the order of the codes. */
export function wordActs(finding: Pick<Finding, "obligation" | "missing">, locale: Locale): string {
  const catalogue = catalogueOf(locale);
  const acts = finding.missing.map((code) => actOf(catalogue, finding.obligation, code));
  return joined([...new Set(acts)], locale);
}
