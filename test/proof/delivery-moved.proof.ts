import { expect, test } from "vitest";
import { type Fault, faultPlan, faultsOf } from "../support/delivery/faults.ts";
import { eachInterleaving, runInterleaved } from "../support/delivery/interleave.ts";
import { beforeTheMove, failingAt, isShared, movers, timesTold } from "../support/delivery/moving.ts";
import { HOUR } from "../support/delivery/proving.ts";

/** How often the head was told in each interleaving in which one sweep fails at a call; how many calls it had at most. */
async function interleave(failing: 0 | 1, at: number, fault: Fault) {
  const counts: number[] = [];
  let calls = 0;
  await eachInterleaving(async (choices) => {
    const world = await beforeTheMove();
    const plan = failingAt(at, fault);
    const [first, second] = failing === 0 ? [plan, faultPlan()] : [faultPlan(), plan];
    const widths = await runInterleaved(world, movers(world, first, second), choices, isShared);
    if (plan.calls.some((call) => call.fault)) counts.push(await timesTold(world));
    calls = Math.max(calls, plan.calls.length);
    return widths;
  });
  return { counts, calls };
}

test.each([
  ["the scope that the address leaves", 0],
  ["the scope that it comes to", 1],
] as const)(
  "an address that changes its scope is told once in every interleaving with a fault at any write: %s",
  async (name, failing) => {
    let histories = 0;
    // Reads change nothing: to fail at one is to fail before the write that follows.
    for (const fault of faultsOf.decision) {
      for (let at = 0, last = 0; at <= last; at++) {
        const { counts, calls } = await interleave(failing, at, fault);
        last = calls - 1;
        histories += counts.length;
        expect([at, fault, ...new Set(counts)]).toEqual([at, fault, ...(counts.length > 0 ? [1] : [])]);
      }
    }
    console.info(`${histories} interleavings in which a sweep of ${name} fails.`);
    expect(histories).toBeGreaterThan(1000);
  },
  HOUR,
);
