import type * as z from "zod";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { Caller } from "../../../core/register/grant.ts";
import { mayDo } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import { type Acknowledgement, Answer } from "../../../core/use-cases/letters/acknowledge.ts";
import { type FieldIssue, type FormState, objectOf, typedAt } from "../forms/values.ts";
import type { Page } from "../page.ts";
import type { AnswerTexts } from "./texts.ts";

/** Who answers a letter must be able to answer for all of it. */
export function mayAnswer(entry: LetterEntry, caller: Caller | null, register: Register): boolean {
  const told = [...entry.items, ...entry.closed];
  return (
    caller !== null &&
    told.length > 0 &&
    told.every(({ body }) => {
      const known = register.byId.get(body);
      return known !== undefined && mayDo("acknowledge-letter", caller, known, register);
    })
  );
}

/** The fields of each answer; the others are not asked for. */
const fields = { seen: ["kind"], "will-do": ["kind", "what", "by"], "wrong-recipient": ["kind"] } as const;

/** Every kind of answer. */
export const KINDS = Answer.options.map(({ shape }) => shape.kind.value);

/** The answer that a form says, or what is wrong with it in the page's words; null when it is no answer at all. */
export function readAnswer(
  form: FormState,
  texts: AnswerTexts,
): { readonly answer: Answer } | { readonly issues: readonly FieldIssue[] } | null {
  const kind = KINDS.find((one) => one === typedAt(form, "kind"));
  if (kind === undefined) return null;
  const parsed = Answer.safeParse(objectOf(form, fields[kind]));
  if (parsed.success) return { answer: parsed.data };
  const named = new Map(parsed.error.issues.map((issue) => [String(issue.path[0] ?? ""), wordIssue(issue, texts)]));
  return { issues: [...named].map(([name, message]) => ({ name, message })) };
}

function wordIssue(issue: z.core.$ZodIssue, texts: AnswerTexts): string {
  if (issue.path[0] === "by") return texts.day;
  if (issue.code === "custom") return texts.personal;
  return issue.code === "too_big" ? texts.long : texts.missing;
}

/** An answer in one line. */
export function wordAnswer({ answer }: Pick<Acknowledgement, "answer">, texts: AnswerTexts, page: Page): string {
  return answer.kind === "will-do"
    ? texts.promised(answer.what, page.words.time.date(answer.by))
    : texts.said[answer.kind];
}
