import { day } from "../../../core/calendar/day.ts";
import { END_OF_DAY, minutesOf } from "../../../core/calendar/time.ts";
import { createWorkdays } from "../../../core/calendar/workdays.ts";
import type { LocalTime } from "../../../core/calendar/zone.ts";
import { Dossier, type DossierText } from "../../../core/dossier/dossier.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { type Evaluation, evaluateBody } from "../../../core/order608/evaluate.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import type { Body } from "../../../core/register/body.ts";
import { aBody } from "./facts.ts";
import { type FindingJson, failedText, findingJson } from "./json.ts";

/** The working days of Kazakhstan, 2024 to 2030. */
export const workdays = createWorkdays();

/** A moment in the body's zone: `YYYY-MM-DD` for the end of that day, or `YYYY-MM-DDTHH:MM`. */
export function moment(text: string): LocalTime {
  const [on = "", at] = text.split("T");
  return { day: day(on), minutes: at === undefined ? END_OF_DAY : minutesOf(at) };
}

/** Every finding of some bodies at a moment, body by body. */
export function evaluateAll(
  facts: { readonly bodies: readonly Body[]; readonly dossiers: readonly Dossier[]; readonly policy?: Policy },
  on: string,
): Evaluation {
  const circumstances = { now: moment(on), workdays, policy: facts.policy ?? defaultPolicy };
  const each = facts.bodies.map((body) =>
    evaluateBody(
      body,
      facts.dossiers.filter((dossier) => dossier.body === body.id),
      circumstances,
    ),
  );
  return {
    findings: each.flatMap(({ findings }) => findings),
    settled: each.flatMap(({ settled }) => settled),
    failed: each.flatMap(({ failed }) => failed),
  };
}

/** What a test says of a finding. */
export type Verdict = Pick<
  FindingJson,
  "state" | "due" | "target" | "metOn" | "missing" | "problems" | "daysLeft" | "campaign"
>;

/** How one body stands at a moment. */
export interface Standing {
  /** By `obligation subject`; of several campaigns the earliest. */
  readonly findings: Readonly<Record<string, Verdict>>;
  /** `campaign obligation subject` of each finding. */
  readonly names: readonly string[];
  readonly failed: readonly string[];
}

/** How one body stands at a moment with the dossiers given. */
export function standing(
  dossiers: DossierText | readonly DossierText[],
  on: string,
  { body = aBody(), policy = defaultPolicy }: { readonly body?: Body; readonly policy?: Policy } = {},
): Standing {
  const texts: readonly DossierText[] = "campaign" in dossiers ? [dossiers] : dossiers;
  const parsed = texts.map((text) => Dossier.parse({ ...text, body: body.id }));
  const { findings, failed } = evaluateAll({ bodies: [body], dossiers: parsed, policy }, on);
  const verdicts: Record<string, Verdict> = {};
  for (const finding of findings.map(findingJson)) {
    const { state, due, target, metOn, missing, problems, daysLeft, campaign } = finding;
    verdicts[`${finding.obligation} ${finding.subject}`] ??= {
      state,
      due,
      target,
      metOn,
      missing,
      problems,
      daysLeft,
      campaign,
    };
  }
  return {
    findings: verdicts,
    names: findings.map(({ campaign, obligation, subject }) => `${campaign} ${obligation} ${subject}`),
    failed: failed.map(failedText),
  };
}

/** One verdict, such as of `notice m1`; fails when there is none. */
export function verdict(name: string, ...args: Parameters<typeof standing>): Verdict {
  const { findings } = standing(...args);
  const found = findings[name];
  if (!found) throw new Error(`There is no finding "${name}", only ${Object.keys(findings).join(", ")}.`);
  return found;
}
