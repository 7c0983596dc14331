import fc from "fast-check";
import { answering } from "./answering.ts";
import { changing } from "./changing.ts";
import { faultsIn, outcomeOf } from "./checks.ts";
import type { Cloud } from "./cloud.ts";
import { runInCloud } from "./cloud-history.ts";
import type { Scenario } from "./enumerate.ts";
import { contact, department, factsOf, ministry } from "./facts.ts";
import { type FaultPlan, faultPlan, faultsMet, faultsOf } from "./faults.ts";
import { holding } from "./holding.ts";
import { runSlots } from "./machine.ts";
import { createWorld } from "./world.ts";

/** Two letters of two scopes, and nothing that changes. */
const calm: Scenario = {
  facts: factsOf(
    [
      ministry([contact("staff", "staff@mia.example")]),
      department("DP-1", [contact("officer", "officer@dp-1.example")]),
    ],
    2027,
  ),
  slots: ["2027-04-01T09:00", "2027-04-01T18:00", "2027-04-01T21:00"],
};

/** What a sample may draw from. */
export const samples = {
  calm: [calm],
  changing: Object.values<Scenario>({ ...changing, ...answering, held: holding.heldUntilMorning }),
} as const;

let number = 0;

async function runOne(cloud: Cloud, scenario: Scenario, plan: FaultPlan): Promise<string[]> {
  const outcome = await runInCloud({ cloud, scenario, plan, number: ++number });
  const { facts, slots, changes, actions, ...options } = scenario;
  const undisturbed = await createWorld(facts, slots[0] ?? "", options);
  await runSlots(undisturbed, slots, faultPlan(), changes, actions);
  const terms = { ...scenario, eventsArrive: scenario.events !== undefined && scenario.events !== false };
  return faultsIn(outcome, outcomeOf(undisturbed), terms).map((wrong) => `${number}: ${faultsMet(plan)}: ${wrong}`);
}

/** A seeded sample of histories through real clients, with one fault or two each; what was wrong in any. */
export async function sampleInCloud(
  cloud: Cloud,
  scenarios: readonly Scenario[],
  count: number,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const calls: number[] = [];
  for (const scenario of scenarios) {
    const plan = faultPlan();
    wrong.push(...(await runOne(cloud, scenario, plan)));
    calls.push(plan.calls.length);
  }
  const place = fc.record({ at: fc.nat(10_000), choice: fc.nat(99) });
  const drawn = fc.sample(fc.array(place, { minLength: 1, maxLength: 2 }), { numRuns: count, seed: 608 });
  for (const [index, places] of drawn.entries()) {
    const scenario = scenarios[index % scenarios.length];
    const of = calls[index % scenarios.length] ?? 1;
    if (scenario)
      wrong.push(...(await runOne(cloud, scenario, planOf(places.map((one) => ({ ...one, at: one.at % of }))))));
  }
  return wrong;
}

/** Which call comes second depends on what the first fault has caused: what goes wrong is chosen when it comes. */
const planOf = (places: readonly { readonly at: number; readonly choice: number }[]): FaultPlan => ({
  faultAt: (at, sort) => {
    const place = places.find((one) => one.at === at);
    const faults = faultsOf[sort];
    return place && faults[place.choice % faults.length];
  },
  calls: [],
});
