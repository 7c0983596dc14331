import { expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { figuresText, runSimulation } from "../../local/simulation/run.ts";

test("a year and a month of the demo keep every promise: no letter early, late or twice, and nobody forgotten", () => {
  const run = runSimulation(Facts.parse(demoFacts()), defaultPolicy, day("2026-12-01"), day("2027-12-31"));
  console.log(figuresText(run));
  expect(run.letters.length).toBeGreaterThan(10_000);
  expect(run.breaches).toEqual([]);
});
