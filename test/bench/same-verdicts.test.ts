import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJsonRules } from "../../bench/json-rules/evaluate.ts";
import { datedOf, dateOf } from "../../bench/luxon/dated.ts";
import { judgeOverLuxon, plainVerdict } from "../../bench/luxon/evaluate.ts";
import { compared, type Verdict, verdictOf } from "../../bench/verdict.ts";
import { formatDay } from "../../core/calendar/day.ts";
import type { LocalTime } from "../../core/calendar/zone.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { evaluateBody } from "../../core/order608/evaluate.ts";
import { obligations } from "../../core/order608/obligations/all.ts";
import { dayIn, dossierIn } from "../core/support/arbitraries.ts";
import { workdays } from "../core/support/evaluate.ts";
import { aBody } from "../core/support/facts.ts";
import { inOrder } from "../core/support/json.ts";

const rules = obligations.filter(({ id }) => compared.some((same) => same === id));

type Judge = (dossier: Dossier, now: LocalTime) => Verdict[] | Promise<Verdict[]>;

const byEngine = (stops: boolean): Judge => {
  const judge = createJsonRules(defaultPolicy, workdays, stops);
  return (dossier, now) => judge(aBody({ id: dossier.body }), dossier, 2027, now);
};

const sides: Record<string, Judge> = {
  "json-rules-engine, every rule": byEngine(false),
  "json-rules-engine, stopping early": byEngine(true),
  luxon: (dossier, now) => {
    const moment = { day: dateOf(formatDay(now.day)), minutes: now.minutes };
    return judgeOverLuxon(datedOf(dossier), defaultPolicy, moment).map(plainVerdict);
  },
};

const unordered = (verdict: Verdict): Verdict => ({ ...verdict, missing: [...verdict.missing].sort() });

const moments = fc.record({
  day: dayIn("2027-01-01", "2027-11-30"),
  minutes: fc.constantFrom(9 * 60, 16 * 60, 24 * 60),
});

describe.each(Object.entries(sides))("the benchmark's other side: %s", (_, judge) => {
  it("says of any dossier what Esep says", async () => {
    await fc.assert(
      fc.asyncProperty(dossierIn(2027), moments, async (text, now) => {
        const dossier = Dossier.parse(text);
        const circumstances = { now, workdays, policy: defaultPolicy };
        const { findings } = evaluateBody(aBody({ id: dossier.body }), [dossier], circumstances, undefined, rules);
        const verdicts = await judge(dossier, now);
        expect(inOrder(verdicts.map(unordered))).toEqual(inOrder(findings.map(verdictOf).map(unordered)));
      }),
    );
  });
});
