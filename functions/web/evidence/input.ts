import { Label, Prose } from "../../../core/dossier/commands/input.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { formTexts } from "../forms/texts.ts";
import { type FieldIssue, type FormState, typedAt } from "../forms/values.ts";
import { type EvidenceRefusal, evidenceTexts } from "./texts.ts";

/** What somebody says of a file that they attach. */
export interface AttachInput {
  readonly fact: string;
  readonly title: string;
  readonly sha256: string;
}

/** What a form says, or what is wrong with it. */
export function attachInput(form: FormState, locale: Locale): AttachInput | FieldIssue[] {
  const [fact, sha256] = [typedAt(form, "fact"), typedAt(form, "sha256")];
  const title = textIn(form, "title", Label, "no-title", locale);
  const issues = [
    ...(fact === "" ? [{ name: "fact", message: evidenceTexts(locale).refusals["no-fact"] }] : []),
    ...(typeof title === "string" ? [] : [title]),
  ];
  return typeof title === "string" && issues.length === 0 ? { fact, title, sha256 } : issues;
}

/** Why a file is removed or put back, or what is wrong with the reason. */
export const reasonInput = (form: FormState, locale: Locale): string | FieldIssue =>
  textIn(form, "reason", Prose, "no-reason", locale);

function textIn(
  form: FormState,
  name: string,
  schema: typeof Label,
  empty: EvidenceRefusal,
  locale: Locale,
): string | FieldIssue {
  const { refusals } = evidenceTexts(locale);
  const parsed = schema.safeParse(typedAt(form, name).trim());
  if (parsed.success) return parsed.data;
  if (typedAt(form, name).trim() === "") return { name, message: refusals[empty] };
  const isLong = parsed.error.issues.some(({ code }) => code === "too_big");
  return { name, message: refusals[isLong ? "too-long" : "personal-data"] };
}

/** What a refusal says, at the field that it concerns. */
export function issueFor(kind: EvidenceRefusal | "busy" | "conflict", locale: Locale): FieldIssue {
  if (kind === "busy" || kind === "conflict") return { name: "", message: formTexts(locale).busy };
  const isOfFact = kind === "unknown-fact" || kind === "already-attached";
  return { name: isOfFact ? "fact" : "", message: evidenceTexts(locale).refusals[kind] };
}
