import { type Day, parseDay, yearOf } from "../../../core/calendar/day.ts";
import type { Workdays } from "../../../core/calendar/workdays.ts";
import type { Body } from "../../../core/register/body.ts";
import { Locale } from "../../../core/register/locale.ts";
import { FIRST_CAMPAIGN, type LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import { codeIn } from "../body-choice.ts";
import { type FieldIssue, type FormState, freshForm, withIssues } from "../forms/values.ts";
import { withQuery } from "../paths.ts";
import type { Reader } from "../sign-in/reader.ts";
import type { ReportPageTexts } from "./texts.ts";

/** What a report shall be about. */
export interface Choice {
  /** Null where what was typed is no body that the reader may see. */
  readonly top: Body | null;
  /** Undefined for this moment. */
  readonly on: Day | undefined;
  readonly locale: Locale;
  /** As it was typed, with what is wrong. */
  readonly form: FormState;
}

interface Asked {
  readonly scope?: string | undefined;
  readonly on?: string | undefined;
  readonly language?: string | undefined;
}

/** Reads what was chosen; without a body it is the highest that the reader may see. */
export function readChoice(
  { scope = "", on = "", language }: Asked,
  { register }: LoadedRegister,
  reader: Reader,
  {
    workdays,
    locale,
    texts,
  }: { readonly workdays: Workdays; readonly locale: Locale; readonly texts: ReportPageTexts },
): Choice {
  const readable = register.bodies.filter(({ id }) => reader.body(id));
  const code = codeIn(scope);
  const top = (code === "" ? readable[0] : readable.find(({ id }) => id === code)) ?? null;
  const day = on.trim() === "" ? undefined : parseDay(on.trim());
  const isDay =
    on.trim() === "" || (day !== undefined && yearOf(day) >= FIRST_CAMPAIGN && workdays.covers(yearOf(day)));
  const issues: FieldIssue[] = [
    ...(top ? [] : [{ name: "scope", message: texts.unknownScope }]),
    ...(isDay ? [] : [{ name: "on", message: texts.badDay }]),
  ];
  const chosen = Locale.safeParse(language).data ?? locale;
  const form = freshForm({ scope: scope === "" ? (top?.id ?? "") : scope, on, language: chosen });
  return { top, on: isDay ? day : undefined, locale: chosen, form: withIssues(form, issues) };
}

/** The page of reports at a choice, or a file of one. */
export const reportsPath = (
  { top, locale, form }: Choice,
  path = "/reports",
  more: Readonly<Record<string, string>> = {},
): string => withQuery(path, { scope: top?.id, on: form.values.get("on")?.[0], language: locale, ...more });
