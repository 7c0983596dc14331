import { expect, test } from "vitest";
import { changing } from "../support/delivery/changing.ts";
import { faultsIn, type Outcome, outcomeOf } from "../support/delivery/checks.ts";
import { type Enumerated, enumerate, type Scenario } from "../support/delivery/enumerate.ts";
import { faultPlan } from "../support/delivery/faults.ts";
import { holding } from "../support/delivery/holding.ts";
import { runSlots } from "../support/delivery/machine.ts";
import { createWorld } from "../support/delivery/world.ts";

async function oneFault(name: string, scenario: Scenario): Promise<Enumerated> {
  const found = await enumerate(scenario, 1);
  console.info(`${found.histories} histories with one fault over ${found.calls} calls: ${name}.`);
  return found;
}

test.each(Object.entries<Scenario>({ ...changing, ...holding }))(
  "every history with one fault loses nothing and repeats only what is unknown: %s",
  async (name, scenario) => {
    expect((await oneFault(name, scenario)).wrong).toEqual([]);
  },
);

test.each(Object.entries<Scenario>({ onDemandBeside: changing.onDemandBeside, headReplaced: changing.headReplaced }))(
  "so does every history in which the queues hand out what came last first: %s",
  async (name, scenario) => {
    expect((await oneFault(name, { ...scenario, newestFirst: true })).wrong).toEqual([]);
  },
);

/** How a scenario ends when nothing goes wrong. */
async function undisturbed({ facts, slots, changes, ...options }: Scenario): Promise<Outcome> {
  const world = await createWorld(facts, slots[0] ?? "", options);
  await runSlots(world, slots, faultPlan(), changes);
  return outcomeOf(world);
}

test("what only the successor was told may be missing before, and what the successor was not told would be found out", async () => {
  const good = await undisturbed(changing.headReplaced);
  const without = (email: string) => ({
    ...good,
    letters: good.letters.filter(({ recipientKey }) => recipientKey !== email),
  });
  expect(faultsIn(without("head@dp-1.example"), good, changing.headReplaced)).toEqual([]);
  expect(faultsIn(without("head@dp-1.example"), good)).toEqual([expect.stringContaining("lost: head@dp-1.example")]);
  const found = faultsIn(without("next@dp-1.example"), good, changing.headReplaced);
  expect(found.filter((text) => text.startsWith("lost: next@dp-1.example"))).toHaveLength(2);
});

test("a letter that came back is not told: without its fallback it would be found out", async () => {
  const good = await undisturbed(changing.bouncing);
  const letters = good.letters.filter(({ recipientKey }) => recipientKey !== "head@dp-1.example");
  const found = faultsIn({ ...good, letters }, good, changing.bouncing);
  expect(found).toEqual([
    expect.stringMatching(/^lost: head@dp-1\.example .*due\+3wd$/),
    expect.stringMatching(/^lost: head@dp-1\.example .*due\+4wd$/),
  ]);
});
