import fc from "fast-check";
import { expect, test } from "vitest";
import { faultPlan, faultsOf } from "../support/delivery/faults.ts";
import { eachInterleaving, runInterleaved, scheduled } from "../support/delivery/interleave.ts";
import { beforeTheMove, failingAt, isShared, movers, sender, timesTold } from "../support/delivery/moving.ts";

test("an address that changes its scope while both are swept is told once, in the same slot", async () => {
  const counts: number[] = [];
  await eachInterleaving(async (choices) => {
    const world = await beforeTheMove();
    const widths = await runInterleaved(world, movers(world, faultPlan(), faultPlan()), choices, isShared);
    counts.push(await timesTold(world));
    return widths;
  });
  console.info(`${counts.length} interleavings of two scopes' sweeps with an import between.`);
  expect(counts.length).toBeGreaterThan(100);
  expect(new Set(counts)).toEqual(new Set([1]));
});

test("so it is when one of the sweeps fails anywhere and is repeated, and letters are sent meanwhile", async () => {
  const fault = fc.tuple(fc.nat(30), fc.constantFrom(...faultsOf.decision));
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fault, fc.boolean(), async (scheduler, [at, what], isFirst) => {
      const world = await beforeTheMove();
      const plan = failingAt(at, what);
      const [first, second] = isFirst ? [plan, faultPlan()] : [faultPlan(), plan];
      const processes = [...movers(world, first, second), sender(world)];
      const all = processes.map((process, index) => process(scheduled(world, scheduler, `process ${index}`)));
      await scheduler.waitFor(Promise.all(all));
      expect(await timesTold(world)).toBe(1);
    }),
    { numRuns: 150 },
  );
});
