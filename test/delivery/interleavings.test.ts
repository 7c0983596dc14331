import fc from "fast-check";
import { expect, test } from "vitest";
import type { Instant } from "../../core/calendar/zone.ts";
import { dispatch } from "../../core/use-cases/letters/dispatch.ts";
import { settle } from "../../core/use-cases/letters/settle.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { faultsIn, type Outcome, outcomeOf } from "../support/delivery/checks.ts";
import { contact, department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { faultPlan } from "../support/delivery/faults.ts";
import { type Choices, eachInterleaving, runInterleaved, scheduled } from "../support/delivery/interleave.ts";
import { runUntilQuiet } from "../support/delivery/machine.ts";
import type { Ports } from "../support/delivery/ports.ts";
import { createWorld, times, type World } from "../support/delivery/world.ts";

const facts = factsOf(
  [ministry(), department("DP-1"), district("PB-1", "DP-1", [contact("officer", "officer@pb-1.example")])],
  2027,
);
const few = factsOf([ministry(), department("DP-1", [contact("officer", "officer@dp-1.example")])], 2024);
const RUNS = 300;

const sweepDp = (ports: Ports): Promise<unknown> => sweep("DP-1", ports);

/** A sweep that took its moment then, and goes on now. */
const sweepFrom =
  (moment: Instant) =>
  (ports: Ports): Promise<unknown> =>
    sweep("DP-1", { ...ports, clock: { ...ports.clock, calendarNow: () => moment } });

/** Every message that waits, handled by one dispatcher, again until there is none. */
const dispatchSome =
  (world: World) =>
  async (ports: Ports): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      const messages = world.queues.mail.receive(10);
      for (const { body, receipt } of messages) {
        await dispatch(body, ports, times);
        world.queues.mail.delete(receipt);
      }
      if (messages.length === 0) await ports.ledger.log("DP-1", 2027);
    }
  };

/** The first letter, as a message that came twice. */
const dispatchFirst = (world: World) => async (ports: Ports) => {
  const [entry] = world.letters();
  if (entry) await dispatch(entry, ports, times);
};

/** Every event that is there, again and again while the letter is being sent. */
const settleSome = (world: World) => async (ports: Ports) => {
  for (let round = 0; round < 6; round++) {
    for (const { body, receipt } of world.queues.events.receive(10)) {
      await settle(body, ports);
      world.queues.events.delete(receipt);
    }
    await ports.ledger.log("DP-1", 2024);
  }
};

/** What an undisturbed sweep and dispatch at a moment come to. */
async function undisturbed(of: typeof facts, moments: readonly string[]): Promise<Outcome> {
  const world = await createWorld(of, moments[0] ?? "");
  for (const moment of moments) {
    world.goTo(moment);
    await world.sweep("DP-1");
    await runUntilQuiet(world, faultPlan());
  }
  return outcomeOf(world);
}

async function restsWell(world: World, expected: Outcome): Promise<void> {
  await runUntilQuiet(world, faultPlan());
  expect(faultsIn(outcomeOf(world), expected)).toEqual([]);
}

test("two sweeps of one scope at once lose nothing and write nothing twice, whatever call comes first", async () => {
  const expected = await undisturbed(facts, ["2027-04-01T09:00"]);
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const world = await createWorld(facts, "2027-04-01T09:00");
      const both = Promise.all(["first", "second"].map((name) => sweepDp(scheduled(world, scheduler, name))));
      await scheduler.waitFor(both);
      await restsWell(world, expected);
    }),
    { numRuns: RUNS },
  );
});

test("a sweep, a later slot's sweep that drops what waits, and two dispatchers at once lose nothing", async () => {
  const slots = ["2027-04-01T09:00", "2027-04-01T18:00"];
  const expected = await undisturbed(facts, slots);
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const world = await createWorld(facts, "2027-04-01T09:00");
      await world.sweep("DP-1");
      world.goTo("2027-04-01T18:00");
      const processes = [sweepDp, sweepDp, dispatchSome(world), dispatchSome(world)];
      const all = processes.map((process, index) => process(scheduled(world, scheduler, `process ${index}`)));
      await scheduler.waitFor(Promise.all(all));
      await restsWell(world, expected);
    }),
    { numRuns: RUNS },
  );
});

test("sweeps of two slots at once lose nothing of the later slot and write no item twice", async () => {
  const expected = await undisturbed(facts, ["2027-04-05T09:00"]);
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const world = await createWorld(facts, "2027-04-02T21:00");
      const began = world.ports.clock.calendarNow();
      world.goTo("2027-04-05T09:00");
      const processes = [sweepFrom(began), sweepDp, dispatchSome(world)];
      const all = processes.map((process, index) => process(scheduled(world, scheduler, `process ${index}`)));
      await scheduler.waitFor(Promise.all(all));
      await restsWell(world, expected);
    }),
    { numRuns: RUNS },
  );
});

/** What is wrong in the worst of all interleavings, and how many there are. */
async function worstOf(
  moment: string,
  processesIn: (world: World) => ((ports: Ports) => Promise<unknown>)[],
  worldFrom: (world: World) => World = (world) => world,
): Promise<{ readonly histories: number; readonly wrong: readonly string[] }> {
  const expected = await undisturbed(few, [FIRST, moment]);
  let histories = 0;
  let wrong: readonly string[] = [];
  const run = async (choices: Choices): Promise<number[]> => {
    const world = worldFrom(await createWorld(few, FIRST));
    if (moment !== FIRST) await world.sweep("DP-1");
    world.goTo(moment);
    const widths = await runInterleaved(world, processesIn(world), choices);
    await runUntilQuiet(world, faultPlan());
    const found = faultsIn(outcomeOf(world), expected);
    if (found.length > wrong.length) wrong = found;
    histories++;
    return widths;
  };
  await eachInterleaving(run);
  return { histories, wrong };
}

const FIRST = "2024-04-01T09:00";

test.each([
  ["two sweeps of one slot", FIRST, () => [sweepDp, sweepDp]],
  ["two sweeps that drop what waits", "2024-04-01T18:00", () => [sweepDp, sweepDp]],
  [
    "a sweep that drops what waits and a dispatcher",
    "2024-04-01T18:00",
    (world: World) => [sweepDp, dispatchSome(world)],
  ],
  ["a sweep and a dispatcher", FIRST, (world: World) => [sweepDp, dispatchSome(world)]],
  ["two dispatchers of one letter", "2024-04-01T09:01", (world: World) => [dispatchFirst(world), dispatchFirst(world)]],
] as const)("every interleaving of %s loses nothing and writes nothing twice", async (name, moment, processesIn) => {
  const { histories, wrong } = await worstOf(moment, processesIn);
  console.info(`${histories} interleavings of ${name}.`);
  expect(wrong).toEqual([]);
  expect(histories).toBeGreaterThan(10);
});

test("every interleaving of a dispatcher and its letter's events leaves it delivered and sent once", async () => {
  let histories = 0;
  await eachInterleaving(async (choices) => {
    const world = await createWorld(few, FIRST, { events: true });
    await world.sweep("DP-1");
    const widths = await runInterleaved(world, [dispatchFirst(world), settleSome(world)], choices);
    await runUntilQuiet(world, faultPlan());
    expect(world.letters()).toMatchObject([{ state: "delivered", messageId: "message-1" }]);
    expect(world.ports.service.accepted).toHaveLength(1);
    expect(world.ports.alarms.raised).toEqual([]);
    histories++;
    return widths;
  });
  console.info(`${histories} interleavings of a dispatcher and its letter's events.`);
  expect(histories).toBeGreaterThan(10);
});

test("a ledger whose put had no condition would be found out", async () => {
  const withoutCondition = (world: World): World => {
    const { ledger } = world.ports;
    const create: typeof ledger.create = async (entry) => {
      const { length } = await ledger.log(entry.scope, entry.year, entry.recipientKey);
      return ledger.create({ ...entry, n: length });
    };
    return { ...world, ports: { ...world.ports, ledger: { ...ledger, create } } };
  };
  const { wrong } = await worstOf(FIRST, () => [sweepDp, sweepDp], withoutCondition);
  expect(wrong).toEqual(expect.arrayContaining([expect.stringContaining("written 2 times")]));
});

test("a claim without a condition would be found out", async () => {
  const withoutCondition = (world: World): World => {
    const { ledger } = world.ports;
    const advance: typeof ledger.advance = async (before, step) =>
      ledger.advance((await ledger.get(before)) ?? before, step);
    return { ...world, ports: { ...world.ports, ledger: { ...ledger, advance } } };
  };
  const twice = (world: World) => [dispatchFirst(world), dispatchFirst(world)];
  const { wrong } = await worstOf("2024-04-01T09:01", twice, withoutCondition);
  expect(wrong).toEqual(expect.arrayContaining([expect.stringContaining("sent 2 times")]));
});
