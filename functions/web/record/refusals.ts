import { parseDay } from "../../../core/calendar/day.ts";
import type { RefusedField } from "../../../core/dossier/commands/refusal.ts";
import type { RuleDetails } from "../../../core/dossier/commands/rule.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import { splitPath } from "../../../core/dossier/fact-path.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { capitalised, catalogueOf } from "../../../core/wording/wording.ts";
import type { FieldIssue } from "../forms/values.ts";
import type { Field } from "./fields.ts";
import { labelsOf } from "./texts/labels.ts";
import { type FormOfValue, ruleTexts } from "./texts/rules.ts";
import { wordPath } from "./word-fact.ts";

/** A field of a form with the name that its control has there. */
export interface Placed {
  readonly name: string;
  readonly field: Field;
}

/** Every control of a form, those of repeated lines included. */
export function placedFields(fields: readonly Field[], rows: (name: string) => number, prefix = ""): readonly Placed[] {
  return fields.flatMap((field): Placed[] => {
    const name = `${prefix}${field.name}`;
    if (field.kind !== "rows") return [{ name, field }];
    const lines = Array.from({ length: rows(name) }, (_, index) =>
      placedFields(field.fields, rows, `${name}.${index}.`),
    );
    return [...lines.flat(), { name, field }];
  });
}

const isAt = (path: string, name: string): boolean => path === name || path.startsWith(`${name}.`);

/** The control that a refusal speaks of: its own, the nearest that holds it, or the first of what it holds. */
export function placeOf(path: string, placed: readonly Placed[]): Placed | undefined {
  if (path === "") return undefined;
  const holding = placed.filter(({ name }) => isAt(path, name)).sort((a, b) => b.name.length - a.name.length);
  return holding[0] ?? placed.find(({ name }) => isAt(name, path));
}

const forms: Readonly<Record<Field["kind"], FormOfValue>> = {
  ...{ day: "day", time: "time", count: "count", web: "web", one: "choice", many: "choice", about: "choice" },
  ...{ tick: "choice", line: "text", prose: "text", hidden: "text", rows: "text" },
};

/** A refusal in the reader's language, at the field of the form that it speaks of. */
export function wordRefusal(
  { path, rule, details = {} }: RefusedField,
  placed: readonly Placed[],
  { dossier, locale }: { readonly dossier: Pick<Dossier, "meetings"> | null; readonly locale: Locale },
): FieldIssue {
  const place = placeOf(path, placed);
  const { rules, forms: shapes } = ruleTexts(locale);
  const phrase = rules[rule]({
    ...wordDetails(details, dossier, locale),
    form: shapes[place ? forms[place.field.kind] : "text"],
  });
  if (!place) return { name: "", message: sentence(phrase) };
  return { name: place.name, message: `${labelsOf(locale)[place.field.label]}: ${phrase}.` };
}

function wordDetails(details: RuleDetails, dossier: Pick<Dossier, "meetings"> | null, locale: Locale) {
  const { time } = catalogueOf(locale);
  const date = (text: string | undefined): string => {
    const day = text === undefined ? undefined : parseDay(text);
    return day === undefined ? "" : time.date(day);
  };
  const data = Object.entries(ruleTexts(locale).data).find(([kind]) => kind === details.data)?.[1];
  return {
    ...{ day: date(details.day), since: date(details.since), time: details.time ?? "", name: details.name ?? "" },
    ...{ data: data ?? "", longest: String(details.longest ?? "") },
    fact: details.fact === undefined ? "" : wordPath(splitPath(details.fact), dossier, locale),
  };
}

const sentence = (phrase: string): string => `${capitalised(phrase)}.`;
