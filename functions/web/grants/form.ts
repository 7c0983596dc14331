import * as z from "zod";
import { Prose } from "../../../core/dossier/commands/input.ts";
import { Grant } from "../../../core/register/grant.ts";
import { GrantRecord, Subject } from "../../../core/register/grant-record.ts";
import type { Register } from "../../../core/register/register.ts";
import type { GrantOutcome } from "../../../core/use-cases/records/grants.ts";
import { codeIn } from "../body-choice.ts";
import { allTypedAt, type FieldIssue, type FormState, typedAt } from "../forms/values.ts";
import type { GrantTexts } from "./texts.ts";

/** How many new grants a form takes at once. */
export const NEW_GRANTS = 2;

/** A subject as typed; without a prefix it is a person's. */
export function subjectIn(text: string): string {
  const trimmed = text.trim();
  return /^(user|client):/.test(trimmed) ? trimmed : `user:${trimmed}`;
}

const Typed = z.object({
  subject: Subject,
  name: GrantRecord.shape.name,
  grants: GrantRecord.shape.grants,
  reason: Prose,
});
type Typed = z.output<typeof Typed>;

/** What the form says, or what is wrong with it. */
export function grantsIn(
  form: FormState,
  register: Register,
  texts: GrantTexts,
): { readonly edit: Typed } | { readonly issues: readonly FieldIssue[] } {
  const held = allTypedAt(form, "held");
  const added: string[] = [];
  const issues: FieldIssue[] = [];
  for (let index = 0; index < NEW_GRANTS; index++) {
    const role = typedAt(form, `role.${index}`);
    const body = codeIn(typedAt(form, `body.${index}`));
    if (role === "" && body === "") continue;
    if (role === "admin") added.push("admin");
    else if (role === "" || body === "")
      issues.push({ name: `${role === "" ? "role" : "body"}.${index}`, message: texts.wrong.both });
    else if (!register.byId.has(body)) issues.push({ name: `body.${index}`, message: texts.wrong.body });
    else added.push(`${role}@${body}`);
  }
  const grants = [...new Set([...held, ...added])].filter((text) => Grant.safeParse(text).success);
  const typed = {
    subject: subjectIn(typedAt(form, "subject")),
    name: typedAt(form, "name").trim(),
    grants,
    reason: typedAt(form, "reason").trim(),
  };
  const parsed = Typed.safeParse(typed);
  for (const field of new Set(parsed.error?.issues.map(({ path }) => String(path[0])))) {
    const message = field === "grants" ? texts.wrong.long : texts.wrong[field as "subject" | "name" | "reason"]; // the fields of Typed
    issues.push({ name: field === "grants" ? "held" : field, message });
  }
  return parsed.data && issues.length === 0 ? { edit: parsed.data } : { issues };
}

/** Why nothing was recorded, at the field that it speaks of. */
export function issueOf(
  outcome: Exclude<GrantOutcome, { kind: "recorded" | "conflict" | "forbidden" }>,
  { wrong }: GrantTexts,
): FieldIssue {
  switch (outcome.kind) {
    case "unknown-bodies":
      return { name: "held", message: `${wrong.body} ${outcome.bodies.join(", ")}` };
    case "last-administrator":
      return { name: "held", message: wrong.last };
    case "too-large":
      return { name: "", message: wrong.large };
    case "nothing-to-change":
    case "other-request":
      return { name: "", message: wrong.same };
  }
}
