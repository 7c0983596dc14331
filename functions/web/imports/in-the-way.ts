import type { Locale } from "../../../core/register/locale.ts";
import { catalogueOf } from "../../../core/wording/wording.ts";
import { type ImportWords, importWords } from "./texts.ts";

/** What was in an import's way, in words: its job keeps the outcome and the record, `changed: PB-1 2027`. */
export function wordInTheWay(what: string, locale: Locale): string {
  const { inTheWay, theRegister } = importWords(locale);
  const [, kind = "", record = ""] = /^([a-z-]+): (.*)$/s.exec(what) ?? [];
  const [, body, campaign] = /^(?:dossier:)?([\w-]+)[ :](\d{4})$/.exec(record) ?? [];
  const dossier = body === undefined ? record : `${body}, ${catalogueOf(locale).subjects.campaign(Number(campaign))}`;
  const subject = record === "the register" ? theRegister : dossier;
  return isKnown(kind, inTheWay) ? inTheWay[kind](subject) : what;
}

const isKnown = (kind: string, words: ImportWords["inTheWay"]): kind is keyof ImportWords["inTheWay"] =>
  Object.hasOwn(words, kind);
