import fc from "fast-check";
import { expect, it } from "vitest";
import { compared } from "../../bench/json-rules/engine.ts";
import { createJsonRules, type Verdict, verdictOf } from "../../bench/json-rules/evaluate.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { evaluateBody } from "../../core/order608/evaluate.ts";
import { obligations } from "../../core/order608/obligations/all.ts";
import { dayIn, dossierIn } from "../core/support/arbitraries.ts";
import { workdays } from "../core/support/evaluate.ts";
import { aBody } from "../core/support/facts.ts";
import { inOrder } from "../core/support/json.ts";

const rules = obligations.filter(({ id }) => compared.some((same) => same === id));

const unordered = (verdict: Verdict): Verdict => ({ ...verdict, missing: [...verdict.missing].sort() });

it.each([true, false])("both sides of the benchmark say the same of any dossier; stopping early: %s", async (stops) => {
  const judge = createJsonRules(defaultPolicy, workdays, stops);
  const moment = fc.record({
    day: dayIn("2027-01-01", "2027-11-30"),
    minutes: fc.constantFrom(9 * 60, 16 * 60, 24 * 60),
  });
  await fc.assert(
    fc.asyncProperty(dossierIn(2027), moment, async (text, now) => {
      const dossier = Dossier.parse(text);
      const body = aBody({ id: dossier.body });
      const circumstances = { now, workdays, policy: defaultPolicy };
      const { findings } = evaluateBody(body, [dossier], circumstances, undefined, rules);
      const verdicts = await judge(body, dossier, 2027, now);
      expect(inOrder(verdicts.map(unordered))).toEqual(inOrder(findings.map(verdictOf).map(unordered)));
    }),
  );
});
