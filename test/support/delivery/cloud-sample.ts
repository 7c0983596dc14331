import fc from "fast-check";
import { faultsIn, outcomeOf } from "./checks.ts";
import type { Cloud } from "./cloud.ts";
import { runInCloud } from "./cloud-history.ts";
import { contact, department, factsOf, ministry } from "./facts.ts";
import { type FaultPlan, faultPlan, faultsMet, faultsOf } from "./faults.ts";
import { runSlots } from "./machine.ts";
import { createWorld } from "./world.ts";

const SLOTS = ["2027-04-01T09:00", "2027-04-01T18:00", "2027-04-01T21:00"];

/** Two letters of two scopes, at addresses that no other history knows. */
const factsFor = (number: number) =>
  factsOf(
    [
      ministry([contact("staff", `staff@mia-${number}.example`)]),
      department(`DP-${number}`, [contact("officer", `officer@dp-${number}.example`)]),
    ],
    2027,
  );

async function runOne(cloud: Cloud, number: number, plan: FaultPlan): Promise<string[]> {
  const facts = factsFor(number);
  const scopes = ["MIA", `DP-${number}`];
  const outcome = await runInCloud({ cloud, facts, scopes, slots: SLOTS, plan, name: `history-${number}` });
  const undisturbed = await createWorld(facts, SLOTS[0] ?? "");
  await runSlots(undisturbed, SLOTS, faultPlan());
  return faultsIn(outcome, outcomeOf(undisturbed)).map((wrong) => `${number}: ${faultsMet(plan)}: ${wrong}`);
}

/** A seeded sample of histories through real clients, with one fault or two each; what was wrong in any. */
export async function sampleInCloud(cloud: Cloud, count: number): Promise<readonly string[]> {
  const undisturbed = faultPlan();
  const wrong = await runOne(cloud, 0, undisturbed);
  const place = fc.record({ at: fc.nat(undisturbed.calls.length - 1), choice: fc.nat(99) });
  const drawn = fc.sample(fc.array(place, { minLength: 1, maxLength: 2 }), { numRuns: count, seed: 608 });
  for (const [index, places] of drawn.entries()) wrong.push(...(await runOne(cloud, index + 1, planOf(places))));
  return wrong;
}

/** Which call comes second depends on what the first fault has caused: what goes wrong is chosen when it comes. */
const planOf = (places: readonly { readonly at: number; readonly choice: number }[]): FaultPlan => ({
  faultAt: (number, sort) => {
    const place = places.find(({ at }) => at === number);
    const faults = faultsOf[sort];
    return place && faults[place.choice % faults.length];
  },
  calls: [],
});
