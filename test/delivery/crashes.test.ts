import { expect, test } from "vitest";
import { faultsIn, outcomeOf } from "../support/delivery/checks.ts";
import { enumerateOne, enumerateTwo } from "../support/delivery/enumerate.ts";
import { faultPlan } from "../support/delivery/faults.ts";
import { runSlots } from "../support/delivery/machine.ts";
import { closeSlots, twoScopes } from "../support/delivery/scenarios.ts";
import { createWorld } from "../support/delivery/world.ts";

test.each([
  ["oldest first", false, "all"],
  ["newest first", true, "one of each"],
] as const)(
  "every history with one fault loses nothing and repeats only what is unknown, %s",
  async (_, newestFirst, run) => {
    const { histories, standFor, calls, wrong } = await enumerateOne({ ...twoScopes, newestFirst }, run);
    console.info(`${histories} histories stand for ${standFor} with one fault over ${calls} calls.`);
    expect(wrong).toEqual([]);
  },
  120_000,
);

test("while the mail service's events arrive, no history with one fault sends anything twice", async () => {
  const { histories, calls, wrong } = await enumerateOne({ ...twoScopes, events: true }, "all");
  console.info(`${histories} histories with one fault over ${calls} calls, with events.`);
  expect(wrong).toEqual([]);
}, 120_000);

test("histories with two faults lose nothing and repeat only what is unknown, also when slots come fast", async () => {
  const { histories, standFor, calls, wrong } = await enumerateTwo(closeSlots);
  console.info(`${histories} histories stand for ${standFor} with one or two faults over ${calls} calls.`);
  expect(wrong).toEqual([]);
}, 120_000);

test("a letter that is lost, taken twice, or left waiting would be found out", async () => {
  const { facts, slots } = closeSlots;
  const world = await createWorld(facts, slots[0] ?? "");
  await runSlots(world, slots, faultPlan());
  const good = outcomeOf(world);
  expect(good.accepted).toHaveLength(1);
  expect(faultsIn(good, good)).toEqual([]);
  const [letter] = good.letters;
  if (!letter) throw new Error("There is no letter.");
  const alike = (more: Partial<typeof letter>) => ({ ...good, letters: [{ ...letter, ...more }] });
  expect(faultsIn({ ...good, accepted: [] }, good)).toEqual([expect.stringContaining("lost: staff@mia.example DP-1")]);
  expect(faultsIn({ ...good, accepted: [...good.accepted, ...good.accepted] }, good)).toEqual([
    expect.stringContaining("sent 2 times"),
  ]);
  expect(faultsIn({ ...good, letters: [letter, { ...letter, n: 1 }] }, good)).toEqual([
    expect.stringContaining("written 2 times"),
  ]);
  expect(faultsIn(alike({ state: "queued" }), good)).toEqual([expect.stringContaining("left queued")]);
  expect(faultsIn({ ...good, was: () => true }, good)).toEqual(
    expect.arrayContaining([expect.stringContaining("no alarm")]),
  );
});
