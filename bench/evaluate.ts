import { isDeepStrictEqual } from "node:util";
import { type Day, day, formatDay, yearOf } from "../core/calendar/day.ts";
import { END_OF_DAY } from "../core/calendar/time.ts";
import { createWorkdays } from "../core/calendar/workdays.ts";
import { Facts } from "../core/dossier/facts.ts";
import { defaultPolicy } from "../core/order608/default-policy.ts";
import { evaluateBody } from "../core/order608/evaluate.ts";
import type { Finding } from "../core/order608/finding.ts";
import { demoFacts } from "../local/demo/facts.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";
import { compared } from "./json-rules/engine.ts";
import { createJsonRules, type Verdict } from "./json-rules/evaluate.ts";

/** Before most meetings, amid them, and with the appeals of nearly all under way. */
const days = [day("2027-02-02"), day("2027-03-19"), day("2027-04-26")];

/** All fifteen obligations by Esep against four of them by json-rules-engine. */
export const evaluate: Benchmark = {
  name: "evaluate",
  about:
    "252 bodies: all 15 obligations by Esep, against report, notice, protocol and reply alone by json-rules-engine",
  run: async () => {
    const comparisons: Comparison[] = [];
    for (const on of days) comparisons.push(await compare(on));
    return comparisons;
  },
};

async function compare(on: Day): Promise<Comparison> {
  const campaign = yearOf(on);
  const { bodies, dossiers } = Facts.parse(demoFacts());
  const byBody = new Map(dossiers.filter((dossier) => dossier.campaign === campaign).map((own) => [own.body, own]));
  const workdays = createWorkdays();
  const policy = defaultPolicy;
  const now = { day: on, minutes: END_OF_DAY };

  const byEsep = (): Finding[] =>
    bodies.flatMap((body) => {
      const own = byBody.get(body.id);
      return evaluateBody(body, own ? [own] : [], { now, workdays, policy }).findings;
    });
  const judge = createJsonRules(policy, workdays);
  const byEngine = async (): Promise<Verdict[]> => {
    const verdicts: Verdict[] = [];
    for (const body of bodies) verdicts.push(...(await judge(body, byBody.get(body.id), campaign, now)));
    return verdicts;
  };

  const found = byEsep();
  const verdicts = await byEngine();
  requireEqual(found.filter(({ obligation }) => compared.some((id) => id === obligation)).map(verdictOf), verdicts);
  const [esep, other] = await interleaved(
    [
      { name: "15 obligations", run: byEsep },
      { name: "json-rules-engine, 4", run: byEngine },
    ] as const,
    { rounds: 9, milliseconds: 100 },
  );
  const perFinding = other.seconds / verdicts.length / (esep.seconds / found.length);
  const figures = [
    `${found.length} findings against ${verdicts.length} equal ones; per finding ${perFinding.toFixed(0)} ×`,
  ];
  return { case: formatDay(on), esep, other, ratio: "other/esep", target: { atLeast: 50 }, figures };
}

function verdictOf(finding: Finding): Verdict {
  const { obligation, body, campaign, subject, due, target, state, metOn, missing, problems, daysLeft } = finding;
  return { obligation, body, campaign, subject, due, target, state, metOn, missing, problems, daysLeft };
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
