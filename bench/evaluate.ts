import { isDeepStrictEqual } from "node:util";
import { type Day, day, formatDay, yearOf } from "../core/calendar/day.ts";
import { END_OF_DAY } from "../core/calendar/time.ts";
import { createWorkdays } from "../core/calendar/workdays.ts";
import { Facts } from "../core/dossier/facts.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import { evaluateBody } from "../core/order608/evaluate.ts";
import type { Finding } from "../core/order608/finding.ts";
import type { Obligation } from "../core/order608/obligation.ts";
import { obligations } from "../core/order608/obligations/all.ts";
import { demoFacts } from "../local/demo/facts.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";
import { compared } from "./json-rules/engine.ts";
import { createJsonRules, type Verdict, verdictOf } from "./json-rules/evaluate.ts";
import { wordSeconds } from "./table.ts";

/** Before most meetings, amid them, and with the appeals of nearly all under way. */
const days = [day("2027-02-02"), day("2027-03-19"), day("2027-04-26")];

/** The obligations that both sides judge. */
const rules = obligations.filter(({ id }) => compared.some((same) => same === id));

/** Esep's rules against the same rules in json-rules-engine, in the two ways that one would write them there. */
export const evaluate: Benchmark = {
  name: "evaluate",
  about: "252 bodies; report, notice, protocol and reply: Esep against json-rules-engine",
  run: async () => {
    const comparisons: Comparison[] = [];
    for (const on of days) comparisons.push(...(await compare(on)));
    return comparisons;
  },
};

async function compare(on: Day): Promise<Comparison[]> {
  const campaign = yearOf(on);
  const { bodies, dossiers } = Facts.parse(demoFacts());
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

  const found = byEsep(rules).map(verdictOf);
  const [everyRule, firstState] = [byEngine(false), byEngine(true)];
  for (const side of [everyRule, firstState]) requireEqual(found, await side());
  const [esep, all, every, first] = await interleaved(
    [
      { name: "evaluateBody", run: () => byEsep(rules) },
      { name: "evaluateBody", run: () => byEsep(obligations) },
      { name: "every rule runs", run: everyRule },
      { name: "stops at the first state", run: firstState },
    ] as const,
    { rounds: 9, milliseconds: 100 },
  );
  const figures = [
    `${found.length} equal findings, ${wordSeconds(esep.seconds / found.length)} each; all 15 obligations ${wordSeconds(all.seconds)}`,
  ];
  const terms = { esep, ratio: "other/esep", target: { atLeast: 50 } } as const;
  return [
    { case: formatDay(on), other: every, ...terms, figures },
    { case: formatDay(on), other: first, ...terms },
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
