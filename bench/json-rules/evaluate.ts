import type { Engine } from "json-rules-engine";
import type { Day } from "../../core/calendar/day.ts";
import type { Workdays } from "../../core/calendar/workdays.ts";
import type { LocalTime } from "../../core/calendar/zone.ts";
import { asOf } from "../../core/dossier/as-of.ts";
import { type Dossier, emptyDossier } from "../../core/dossier/dossier.ts";
import type { Policy } from "../../core/order608/policy.ts";
import type { Body } from "../../core/register/body.ts";
import { type Compared, compared, type Verdict } from "../verdict.ts";
import { createEngine } from "./engine.ts";

type Engines = Readonly<Record<Compared, Engine>>;
type RuntimeFacts = Readonly<Record<string, unknown>> & { readonly subject: string; readonly dossier: Dossier };

/** The four obligations of one body's campaign, judged by json-rules-engine; `stops` at the first state that fits. */
export function createJsonRules(policy: Policy, workdays: Workdays, stops: boolean) {
  const engineOf = (obligation: Compared) => [obligation, createEngine(obligation, policy, workdays, stops)] as const;
  const engines = Object.fromEntries(compared.map(engineOf)) as Engines; // one of each
  return async (body: Body, recorded: Dossier | undefined, campaign: number, now: LocalTime): Promise<Verdict[]> => {
    if (body.kind === "ministry") return [];
    const dossier = asOf(recorded ?? emptyDossier(body.id, campaign), now);
    const common = { dossier, waivers: dossier.waivers, today: now.day, now };
    const verdicts = [await judge("report", engines, { ...common, subject: "dossier" })];
    for (const meeting of dossier.meetings) {
      if (meeting.status === "cancelled") continue;
      const facts = { ...common, meeting };
      verdicts.push(await judge("notice", engines, { ...facts, subject: meeting.id }));
      verdicts.push(await judge("protocol", engines, { ...facts, subject: meeting.id }));
      for (const appeal of meeting.appeals) {
        if (appeal.answered === "full" || appeal.competence === "other") continue;
        verdicts.push(await judge("reply", engines, { ...facts, appeal, subject: appeal.number }));
      }
    }
    return verdicts;
  };
}

async function judge(obligation: Compared, engines: Engines, facts: RuntimeFacts & { today: Day }): Promise<Verdict> {
  const { events, almanac } = await engines[obligation].run(facts);
  const { body, campaign } = facts.dossier;
  const due = await almanac.factValue<Day>("due");
  const metOn = await almanac.factValue<Day | null>("metOn");
  return {
    obligation,
    body,
    campaign,
    subject: facts.subject,
    due,
    target: await almanac.factValue<Day>("target"),
    state: events[0]?.params?.["state"],
    metOn,
    missing: metOn === null ? await almanac.factValue<string[]>("missing") : [],
    problems: await almanac.factValue<string[]>("problems"),
    daysLeft: due - facts.today,
  };
}
