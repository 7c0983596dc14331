import { isDeepStrictEqual } from "node:util";
import { type Day, day, formatDay, yearOf } from "../core/calendar/day.ts";
import { END_OF_DAY } from "../core/calendar/time.ts";
import { createWorkdays } from "../core/calendar/workdays.ts";
import { emptyDossier } from "../core/dossier/dossier.ts";
import { Facts } from "../core/dossier/facts.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import { evaluateBody } from "../core/order608/evaluate.ts";
import type { Finding } from "../core/order608/finding.ts";
import type { Obligation } from "../core/order608/obligation.ts";
import { obligations } from "../core/order608/obligations/all.ts";
import { demoFacts } from "../local/demo/facts.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";
import { createJsonRules } from "./json-rules/evaluate.ts";
import { datedOf, dateOf } from "./luxon/dated.ts";
import { judgeOverLuxon, plainVerdict } from "./luxon/evaluate.ts";
import { wordSeconds } from "./table.ts";
import { compared, type Verdict, verdictOf } from "./verdict.ts";

/** Before most meetings, amid them, and with the appeals of nearly all under way. */
const days = [day("2027-02-02"), day("2027-03-19"), day("2027-04-26")];

/** The obligations that both sides judge. */
const rules = obligations.filter(({ id }) => compared.some((same) => same === id));

/** Esep's rules against the same rules in json-rules-engine, in the two ways that one would write them there, and over luxon. */
export const evaluate: Benchmark = {
  name: "evaluate",
  about: "252 bodies; report, notice, protocol and reply: Esep against json-rules-engine and luxon",
  run: async () => {
    const comparisons: Comparison[] = [];
    const facts = Facts.parse(demoFacts());
    for (const on of days) comparisons.push(...(await compare(on, facts)));
    return comparisons;
  },
};

async function compare(on: Day, { bodies, dossiers }: Facts): Promise<Comparison[]> {
  const campaign = yearOf(on);
  const byBody = new Map(dossiers.filter((dossier) => dossier.campaign === campaign).map((own) => [own.body, own]));
  const workdays = createWorkdays();
  const policy = defaultPolicy;
  const now = { day: on, minutes: END_OF_DAY };

  const byEsep = (judged: readonly Obligation[]): Finding[] =>
    bodies.flatMap((body) => {
      const own = byBody.get(body.id);
      return evaluateBody(body, own ? [own] : [], { now, workdays, policy }, undefined, judged).findings;
    });
  const byEngine = (stops: boolean) => {
    const judge = createJsonRules(policy, workdays, stops);
    return async (): Promise<Verdict[]> => {
      const verdicts: Verdict[] = [];
      for (const body of bodies) verdicts.push(...(await judge(body, byBody.get(body.id), campaign, now)));
      return verdicts;
    };
  };

  const dated = bodies
    .filter(({ kind }) => kind !== "ministry")
    .map(({ id }) => datedOf(byBody.get(id) ?? emptyDossier(id, campaign)));
  const moment = { day: dateOf(formatDay(on)), minutes: END_OF_DAY };
  const overLuxon = () => dated.flatMap((dossier) => judgeOverLuxon(dossier, policy, moment));

  const found = byEsep(rules).map(verdictOf);
  const [everyRule, firstState] = [byEngine(false), byEngine(true)];
  for (const side of [everyRule, firstState]) requireEqual(found, await side());
  requireEqual(found, overLuxon().map(plainVerdict));
  const [esep, all, every, first, luxon] = await interleaved(
    [
      { name: "evaluateBody", run: () => byEsep(rules) },
      { name: "evaluateBody", run: () => byEsep(obligations) },
      { name: "every rule runs", run: everyRule },
      { name: "stops at the first state", run: firstState },
      { name: "over luxon", run: overLuxon },
    ] as const,
    { rounds: 9, milliseconds: 100 },
  );
  const figures = [
    `${found.length} equal findings, ${wordSeconds(esep.seconds / found.length)} each; all 15 obligations ${wordSeconds(all.seconds)}`,
  ];
  const terms = { case: formatDay(on), esep, ratio: "other/esep" } as const;
  return [
    { ...terms, other: every, target: { atLeast: 100 }, figures },
    { ...terms, other: first, target: { atLeast: 100 } },
    { ...terms, other: luxon },
  ];
}

/** A comparison of two things that say different things would mean nothing. */
function requireEqual(a: readonly Verdict[], b: readonly Verdict[]): void {
  const inOrder = (verdicts: readonly Verdict[]) =>
    verdicts
      .map((verdict) => ({ ...verdict, missing: [...verdict.missing].sort() }))
      .sort((one, two) => (nameOf(one) < nameOf(two) ? -1 : 1));
  const [left, right] = [inOrder(a), inOrder(b)];
  const at = left.findIndex((verdict, index) => !isDeepStrictEqual(verdict, right[index]));
  if (at >= 0 || left.length !== right.length) {
    throw new Error(`The sides differ: ${JSON.stringify(left[at])} against ${JSON.stringify(right[at])}.`);
  }
}

const nameOf = ({ obligation, body, subject }: Verdict): string => `${obligation} ${body} ${subject}`;
