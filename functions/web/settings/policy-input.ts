import * as z from "zod";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { type Ladder, placeOf } from "../../../core/order608/ladder.ts";
import { Policy } from "../../../core/order608/policy.ts";
import { PolicyChange } from "../../../core/use-cases/policy-changes/policy-change.ts";
import { allTypedAt, type FieldIssue, type FormState, put, typedAt } from "../forms/values.ts";
import type { Page } from "../page.ts";
import type { Asked } from "./change-routes.tsx";
import { allNumbers, textAt, typedValue } from "./numbers.ts";
import { numberTexts } from "./texts/numbers.ts";
import { settingsTexts } from "./texts/texts.ts";

/** What one of the policy's forms asks for; `shown` is the policy that the form was opened with. */
export function policyAsked(form: FormState, shown: Policy, page: Page): Asked<PolicyChange> {
  switch (typedAt(form, "kind")) {
    case "numbers":
      return numbersAsked(form, shown, page);
    case "ladder":
      return ladderAsked(form, page);
    case "former":
      return { wish: { former: Number(typedAt(form, "former")) || 0 } };
    default:
      return jsonAsked(form, page);
  }
}

/** Only what was typed otherwise than it was shown is changed: what others change meanwhile stays theirs. */
function numbersAsked(form: FormState, shown: Policy, page: Page): Asked<PolicyChange> {
  const { change, policy } = settingsTexts(page.locale);
  const before = Policy.encode(shown);
  const part: Record<string, z.core.util.JSONType> = {};
  const issues: FieldIssue[] = [];
  for (const { path, kind } of allNumbers) {
    const text = typedAt(form, path).trim();
    if (!form.values.has(path) || text === textAt(before, path)) continue;
    const value = typedValue(text, kind);
    if (value !== undefined) put(part, path.split("."), value);
    else issues.push({ name: path, message: `${numberTexts(page.locale)[path].label}: ${policy.badNumber}` });
  }
  if (issues.length > 0) return { issues };
  return Object.keys(part).length > 0 ? { wish: { part } } : { issues: [{ name: "", message: change.same }] };
}

function jsonAsked(form: FormState, page: Page): Asked<PolicyChange> {
  const part = z.record(z.string(), z.json()).safeParse(parsed(typedAt(form, "json"))).data;
  if (part) return { wish: { part } };
  return { issues: [{ name: "json", message: settingsTexts(page.locale).policy.badJson }] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The wish as it was written into a form; undefined when it is none. */
export const readPolicyWish = (text: string): PolicyChange | undefined => PolicyChange.safeParse(parsed(text)).data;

/** So many stages of a form are read: more than any ladder has. */
const MOST_STAGES = 40;

function ladderAsked(form: FormState, page: Page): Asked<PolicyChange> {
  const { policy } = settingsTexts(page.locale);
  const id = ObligationId.safeParse(typedAt(form, "obligation")).data;
  if (!id) return { issues: [{ name: "", message: policy.badNumber }] };
  const issues: FieldIssue[] = [];
  const stages: { at: string; to: readonly string[] }[] = [];
  for (let index = 0; index < MOST_STAGES; index++) {
    const name = `stage.${index}`;
    const isGone = typedAt(form, `${name}.remove`) === "yes";
    if (isGone || typedAt(form, `${name}.anchor`) === "") continue;
    const at = placeText(form, name);
    const to = allTypedAt(form, `${name}.to`);
    if (at === undefined)
      issues.push({ name: `${name}.count`, message: `${policy.stage(index + 1)}: ${policy.badNumber}` });
    else if (to.length === 0)
      issues.push({ name: `${name}.to`, message: `${policy.stage(index + 1)}: ${policy.whom}` });
    else stages.push({ at, to });
  }
  const every = typedAt(form, "every")
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (!every.every((gap) => /^\d{1,3}$/.test(gap))) issues.push({ name: "every", message: policy.badEvery });
  if (issues.length > 0) return { issues };
  const ladder = { stages: stages.map(({ at, to }) => ({ at, to: [...to] })), every: every.map(Number) };
  return { wish: { part: { ladder: { [id]: ladder } } } };
}

/** A stage's place as the policy writes it; undefined when the fields say none. */
function placeText(form: FormState, name: string): string | undefined {
  const field = (key: string): string => typedAt(form, `${name}.${key}`).trim();
  const time = field("time");
  if (time !== "" && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const at = time === "" ? "" : `@${time}`;
  if (field("anchor") === "breach") return `breach${at}`;
  const count = field("side") === "on" || field("count") === "" ? "0" : field("count");
  if (!/^\d{1,4}$/.test(count)) return undefined;
  const offset = Number(count) === 0 ? "" : `${field("side") === "before" ? "-" : "+"}${Number(count)}`;
  return `${field("anchor")}${offset}${offset !== "" && field("unit") === "working" ? "wd" : ""}${at}`;
}

/** What the fields of a ladder's form show. */
export function ladderValues({ stages, every = [] }: Ladder): Record<string, string | readonly string[]> {
  const fields = stages.flatMap(({ at, to }, index) => {
    const { anchor, offset, working, time } = placeOf(at);
    const name = `stage.${index}`;
    return [
      [`${name}.anchor`, anchor],
      [`${name}.side`, offset === 0 ? "on" : offset < 0 ? "before" : "after"],
      [`${name}.count`, String(Math.abs(offset))],
      [`${name}.unit`, working ? "working" : "days"],
      [`${name}.time`, time ?? ""],
      [`${name}.to`, to],
    ] as const;
  });
  return { ...Object.fromEntries(fields), every: every.join(", ") };
}
