import { expect, test } from "vitest";
import { acting } from "../support/delivery/acting.ts";
import { answering } from "../support/delivery/answering.ts";
import { changing } from "../support/delivery/changing.ts";
import { faultsIn, type Outcome, outcomeOf } from "../support/delivery/checks.ts";
import { enumerateInterrupted, enumerateOne, type Scenario } from "../support/delivery/enumerate.ts";
import { faultPlan } from "../support/delivery/faults.ts";
import { holding } from "../support/delivery/holding.ts";
import { interrupted } from "../support/delivery/interrupting.ts";
import { runSlots } from "../support/delivery/machine.ts";
import { createWorld, type World } from "../support/delivery/world.ts";

async function wrongWithOneFault(
  name: string,
  scenario: Scenario<World>,
  run: Parameters<typeof enumerateOne>[1] = "one of each",
): Promise<readonly string[]> {
  const { histories, standFor, calls, wrong } = await enumerateOne(scenario, run);
  console.info(`${histories} histories stand for ${standFor} with one fault over ${calls} calls: ${name}.`);
  return wrong;
}

test.each(Object.entries<Scenario<World>>({ ...changing, ...answering, ...holding, ...acting }))(
  "every history with one fault loses nothing and repeats only what is unknown: %s",
  async (name, scenario) => {
    expect(await wrongWithOneFault(name, scenario)).toEqual([]);
  },
);

test.each(Object.entries<Scenario>({ onDemandBeside: changing.onDemandBeside, headReplaced: changing.headReplaced }))(
  "so does every history in which the queues hand out what came last first, and those said to end alike do: %s",
  async (name, scenario) => {
    expect(await wrongWithOneFault(name, { ...scenario, newestFirst: true }, "all")).toEqual([]);
  },
);

test.each(Object.entries(interrupted))(
  "what changes between any two calls of a slot loses nothing and repeats nothing: %s",
  async (name, { scenario, interruption }) => {
    const { histories, wrong } = await enumerateInterrupted(scenario, interruption, 0);
    console.info(`${histories} histories with a change in the middle of a slot: ${name}.`);
    expect(wrong).toEqual([]);
    expect(histories).toBeGreaterThan(20);
  },
);

/** How a scenario ends when nothing goes wrong. */
async function undisturbed({ facts, slots, changes, actions, ...options }: Scenario): Promise<Outcome> {
  const world = await createWorld(facts, slots[0] ?? "", options);
  await runSlots(world, slots, faultPlan(), changes, actions);
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
  const good = await undisturbed(answering.bouncing);
  const letters = good.letters.filter(({ recipientKey }) => recipientKey !== "head@dp-1.example");
  const found = faultsIn({ ...good, letters }, good, answering.bouncing);
  expect(found).toEqual([
    expect.stringMatching(/^lost: head@dp-1\.example .*due\+3wd$/),
    expect.stringMatching(/^lost: head@dp-1\.example .*due\+4wd$/),
  ]);
});
