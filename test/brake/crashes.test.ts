import { expect, test } from "vitest";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { department, district, factsOf, ministry, reported } from "../support/delivery/facts.ts";
import {
  type FaultPlan,
  faultPlan,
  faultsMet,
  faultsOf,
  InjectedError,
  ProcessDeath,
  processIn,
} from "../support/delivery/faults.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";

const bodies = [ministry(), department("DP-1"), ...[1, 2, 3, 4].map((n) => district(`PB-${n}`, "DP-1", []))];
const ids = ["DP-1", "PB-1", "PB-2", "PB-3", "PB-4"];
const wrong = factsOf(bodies, 2027);
const right = factsOf(bodies, 2027, { dossiers: ids.map((id) => reported(id, 2027, "2027-03-12")) });

/** A sweep that may die on its way, and is then swept again as its message comes back. */
async function sweepUnder(world: World, plan: FaultPlan): Promise<void> {
  try {
    await sweep("DP-1", processIn(world, plan).ports);
  } catch (error) {
    if (!(error instanceof InjectedError || error instanceof ProcessDeath)) throw error;
    await world.sweep("DP-1");
  }
  await world.sweep("MIA");
  await world.dispatch();
}

/** An import makes every body overdue; the slot after it is swept under a plan. What is wrong then, in words. */
async function history(plan: FaultPlan): Promise<string[]> {
  const world = await createWorld(right, "2027-04-07T09:00");
  for (const scope of ["DP-1", "MIA"]) await world.sweep(scope);
  await load(wrong, world.ports);
  world.goTo("2027-04-07T18:00");
  await sweepUnder(world, plan);
  const notices = world.ports.service.accepted.filter(({ letter }) => letter.startsWith("brake_"));
  const told = () =>
    ids.map(
      (id) =>
        world
          .inbox("head@dp-1.example")
          .flatMap(({ items }) => items)
          .filter(({ body }) => body === id).length,
    );
  const evening = told();
  for (const slot of ["2027-04-07T21:00", "2027-04-08T09:00", "2027-04-08T18:00"]) {
    world.goTo(slot);
    for (const scope of ["DP-1", "MIA"]) await world.sweep(scope);
    await world.dispatch();
  }
  return [
    ...(evening.some((count) => count > 0) ? [`told in the evening: ${evening}`] : []),
    ...(notices.length === 1 ? [] : [`${notices.length} notices`]),
    ...(told().every((count) => count === 1) ? [] : [`told in the end: ${told()}`]),
  ];
}

test("a crash anywhere in the sweep that brakes lets no held letter go, tells of the brake once, and loses nothing", async () => {
  const undisturbed = faultPlan();
  expect(await history(undisturbed)).toEqual([]);
  const found: string[] = [];
  let histories = 0;
  for (const [at, { sort }] of undisturbed.calls.entries()) {
    for (const fault of faultsOf[sort]) {
      const plan = faultPlan([at, fault]);
      histories++;
      for (const text of await history(plan)) found.push(`${faultsMet(plan)}: ${text}`);
    }
  }
  console.info(`${histories} histories with one fault over ${undisturbed.calls.length} calls of a sweep that brakes.`);
  expect(found).toEqual([]);
});
