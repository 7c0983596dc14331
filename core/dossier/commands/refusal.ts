import type * as z from "zod";
import type { FactPath } from "../fact-path.ts";
import { isRule, type Rule, type RuleDetails } from "./rule.ts";

/** One reason why a command was refused. */
export interface RefusedField {
  /** The field of the input, `date` or `decisions.0.text`; empty when the command as a whole is refused. */
  readonly path: string;
  /** A stable code, by which the reason is localised. */
  readonly rule: Rule;
  /** One English sentence that names the field, the rule and what to do. */
  readonly message: string;
  readonly details?: RuleDetails;
}

/** Why nothing was recorded. */
export interface Refusal {
  readonly kind: "refused";
  readonly issues: readonly RefusedField[];
}

/** A broken rule, at a path of the input or of the dossier; the sentence is without the field's name. */
export interface Issue {
  readonly path: FactPath;
  readonly rule: Rule;
  readonly text: string;
  readonly details?: RuleDetails | undefined;
}

export const issue = (path: string | FactPath, rule: Rule, text: string, details?: RuleDetails): Issue => ({
  path: typeof path === "string" ? path.split(".") : path,
  rule,
  text,
  details,
});

/** The refusal for one or more issues at paths of the input. */
export function refuse(issues: readonly Issue[]): Refusal {
  return {
    kind: "refused",
    issues: issues.map(({ path, rule, text, details }) => {
      const field = path.join(".");
      const message = field === "" ? sentence(text) : `\`${field}\`: ${text}.`;
      return { path: field, rule, message, ...(details && { details }) };
    }),
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export const isRefusal = (result: object): result is Refusal => "kind" in result && result.kind === "refused";

/** What is wrong with the shape of an input. */
export function issuesOfInput(error: z.ZodError, input: unknown): Issue[] {
  return error.issues.flatMap((found): Issue[] => {
    if (found.code === "unrecognized_keys") {
      return found.keys.map((key) =>
        issue([...found.path.map(String), key], "unknown-field", "is no field of this command"),
      );
    }
    const rule = ruleOf(found, input);
    const text = rule === "required" ? "is required" : found.message;
    return [issue(found.path.map(String), rule, text, detailsOf(found))];
  });
}

/** Of a text, not of a number that is too large. */
const isTooLong = (found: z.core.$ZodIssue): found is z.core.$ZodIssueTooBig =>
  found.code === "too_big" && found.origin === "string";

function detailsOf(found: z.core.$ZodIssue): RuleDetails | undefined {
  if (isTooLong(found)) return { longest: Number(found.maximum) };
  const data: unknown = found.code === "custom" ? found.params?.["data"] : undefined;
  return typeof data === "string" ? { data } : undefined;
}

function ruleOf(found: z.core.$ZodIssue, input: unknown): Rule {
  if (found.code === "custom") {
    const { rule } = found.params ?? {};
    return isRule(rule) ? rule : "invalid";
  }
  if (isTooLong(found)) return "too-long";
  return isAbsent(input, found.path) ? "required" : "invalid";
}

function isAbsent(input: unknown, path: readonly PropertyKey[]): boolean {
  let node = input;
  for (const key of path) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return true;
    node = Object.getOwnPropertyDescriptor(node, key)?.value;
  }
  return false;
}
