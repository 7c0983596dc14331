import type { Rule } from "../../../../core/dossier/commands/rule.ts";
import type { Locale } from "../../../../core/register/locale.ts";
import { en } from "./rules-en.ts";
import { kk } from "./rules-kk.ts";
import { ru } from "./rules-ru.ts";

/** What a rule speaks of, in words; what it does not speak of is empty. */
export interface RuleWords {
  readonly day: string;
  readonly since: string;
  readonly time: string;
  readonly name: string;
  readonly data: string;
  readonly longest: string;
  /** The name of another fact. */
  readonly fact: string;
  /** What a value of this field has to be. */
  readonly form: string;
}

/** What kinds of values look like, for a value that is none. */
export type FormOfValue = "day" | "time" | "count" | "web" | "choice" | "text";

export interface RuleTexts {
  /** A phrase after the field's name and a colon. */
  readonly rules: Readonly<Record<Rule, (words: RuleWords) => string>>;
  readonly forms: Readonly<Record<FormOfValue, string>>;
  readonly data: Readonly<Record<"e-mail" | "phone" | "iin", string>>;
  /** Decisions were listed, and it was also said that there were none. */
  readonly contradiction: string;
  readonly confirm: string;
}

const all: Readonly<Record<Locale, RuleTexts>> = { kk, ru, en };

/** The words of refusals in a language. */
export const ruleTexts = (locale: Locale): RuleTexts => all[locale];
