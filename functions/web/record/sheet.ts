import type { CommandName } from "../../../core/dossier/commands/command-name.ts";
import { splitPath } from "../../../core/dossier/fact-path.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { type FormState, typedAt } from "../forms/values.ts";
import { type Correction, correctionOf, factAt, mergedFact } from "./corrections.ts";
import { descriptions } from "./descriptions.ts";
import type { Field, Warning } from "./fields.ts";
import { inputOf, noneName, rowCount, valuesFrom } from "./input.ts";
import { ruleTexts } from "./texts/rules.ts";
import type { RecordView } from "./view.ts";

/** A form as one request shows or sends it. */
export interface Sheet {
  readonly command: CommandName;
  readonly fields: readonly Field[];
  readonly objects: readonly string[];
  readonly obligation: ObligationId | null;
  readonly warnings: readonly Warning[];
  /** What is corrected, and what stands there now. */
  readonly correction?: { readonly path: string; readonly rule: Correction; readonly present: unknown };
}

const REASON = descriptions.correct.fields.filter(({ name }) => name === "reason");

/** The form of a command; null for a correction of what is not recorded or no fact of its own. */
export function sheetOf(command: CommandName, view: RecordView, form: FormState): Sheet | null {
  if (command === "correct") return correctionSheet(view, form);
  const { fields, objects = [], obligation, warning } = descriptions[command];
  const asked = ObligationId.safeParse(typedAt(form, "obligation")).data ?? null;
  const isVoid = warning === "signed" && !isSigned(view, typedAt(form, "meeting"));
  const warnings = warning && !isVoid ? [warning] : [];
  return { command, fields, objects, obligation: obligation ?? asked, warnings };
}

const isSigned = ({ seen }: RecordView, id: string): boolean =>
  (seen.meetings.find((meeting) => meeting.id === id)?.protocol?.signatures.length ?? 0) > 0;

function correctionSheet(view: RecordView, form: FormState): Sheet | null {
  const path = typedAt(form, "path");
  const segments = splitPath(path);
  const rule = correctionOf(segments);
  const present = rule && view.dossier ? factAt(view.dossier, segments) : undefined;
  if (!rule || present === undefined) return null;
  const isRemoval = modeOf(form, rule) === "remove";
  const below = rule.fields.map((field): Field => (rule.isDay ? field : { ...field, name: `value.${field.name}` }));
  const signed: readonly Warning[] = rule.isSigned && isSigned(view, segments[1] ?? "") ? ["signed"] : [];
  return {
    command: "correct",
    fields: [...below, ...REASON],
    objects: (rule.objects ?? []).map((name) => `value.${name}`),
    // A waiver says itself what it is from.
    obligation: ObligationId.safeParse(isObject(present) ? present["obligation"] : null).data ?? rule.obligation,
    warnings: isRemoval ? ["remove"] : signed,
    correction: { path, rule, present },
  };
}

/** Whether the fact is changed or taken back. */
export function modeOf(form: FormState, { fields, isKept }: Correction): "change" | "remove" {
  if (fields.length === 0) return "remove";
  return typedAt(form, "mode") === "remove" && !isKept ? "remove" : "change";
}

/** What a correction's form shows before anybody has typed. */
export function presentValues({
  rule,
  present,
}: NonNullable<Sheet["correction"]>): ReadonlyMap<string, readonly string[]> {
  if (rule.isDay) return new Map([["value", [String(present)]]]);
  return valuesFrom(rule.fields, present, "value.");
}

/** The input of a sheet's command, as JSON for the command to judge. */
export function inputIn({ fields, objects, correction }: Sheet, form: FormState): unknown {
  const input = inputOf(fields, form, { objects });
  if (!correction) return input;
  const { path, rule, present } = correction;
  const said = { path, ...("reason" in input && { reason: input["reason"] }) };
  if (modeOf(form, rule) === "remove") return rule.instead === undefined ? said : { ...said, value: rule.instead };
  const typed = rule.isDay ? input : input["value"];
  const value = mergedFact(present, rule, isObject(typed) ? typed : {});
  return value === undefined ? said : { ...said, value };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is wrong before any command is asked: a contradiction, or what cannot be undone is not confirmed. */
export function issuesBefore({ fields, warnings, correction }: Sheet, form: FormState, locale: Locale) {
  const texts = ruleTexts(locale);
  const listed = fields.filter(
    ({ kind, name }) => kind === "rows" && rowCount(form, name) > 0 && typedAt(form, noneName(name)) === "yes",
  );
  const empty = correction?.rule.isDay && modeOf(form, correction.rule) === "change" && typedAt(form, "value") === "";
  return [
    ...listed.map(({ name }) => ({ name, message: `${texts.contradiction}.` })),
    ...(empty ? [{ name: "value", message: `${texts.forms.day}.` }] : []),
    ...(warnings.length > 0 && typedAt(form, "confirmed") !== "yes"
      ? [{ name: "confirmed", message: `${texts.confirm}.` }]
      : []),
  ].map(({ name, message }) => ({ name, message: capitalised(message) }));
}
