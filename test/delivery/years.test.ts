import { expect, test } from "vitest";
import { day, formatDay } from "../../core/calendar/day.ts";
import { slotsBetween } from "../../core/escalation/slots.ts";
import { contact, department, factsOf, ministry, reported, withDecision } from "../support/delivery/facts.ts";
import { createWorld, type World } from "../support/delivery/world.ts";

const bodies = [ministry(), department("DP-1", [contact("officer", "officer@dp-1.example")])];
/** Nothing but this decision is asked for, in no campaign that these tests see. */
const others = [2025, 2026, 2027, 2028, 2029].map((campaign) => reported("DP-1", campaign, `${campaign}-02-01`));

const decided = (campaign: number, dueOn: string, doneOn?: string) =>
  reported("DP-1", campaign, `${campaign}-02-01`, withDecision(`${campaign}-02-01`, dueOn, doneOn));

const factsWith = (campaign: number, dueOn: string) =>
  factsOf(bodies, campaign, {
    dossiers: [...others.filter((other) => other.campaign !== campaign), decided(campaign, dueOn)],
  });

/** Every stage told of the decision, with its slot and the year of its log. */
const stages = (world: World): string[] =>
  world.letters().map(({ slot, year, n, items }) => {
    return `${formatDay(slot.day)} ${slot.time} ${year}/${n} ${items.map(({ stage }) => stage).join()}`;
  });

test("a ladder goes on over the year's end, each stage once, in the log of its slot's year", async () => {
  const world = await createWorld(factsWith(2027, "2027-12-20"), "2027-12-13T09:00");
  for (const slot of slotsBetween(day("2027-12-13"), day("2028-01-20"), ["09:00", "18:00", "21:00"])) {
    world.goTo(`${formatDay(slot.day)}T${slot.time}`);
    for (let twice = 0; twice < 2; twice++) await world.sweep("DP-1");
    await world.dispatch();
  }
  expect(stages(world)).toEqual([
    "2027-12-13 09:00 2027/0 target-7",
    "2027-12-17 09:00 2027/1 target-1",
    "2027-12-21 09:00 2027/2 due+1wd",
    "2028-01-05 09:00 2028/0 repeat-1",
    "2028-01-18 09:00 2028/1 repeat-2",
  ]);
});

test("what was told years ago of an earlier campaign is known, and told no second time", async () => {
  const world = await createWorld(factsWith(2025, "2025-12-20"), "2025-12-22T09:00");
  for (const slot of ["2025-12-22", "2026-01-05", "2027-02-01", "2028-02-01", "2028-02-02"]) {
    for (const time of ["09:00", "18:00"]) {
      world.goTo(`${slot}T${time}`);
      await world.sweep("DP-1");
      await world.dispatch();
    }
  }
  const told = world.letters().flatMap(({ items }) => items.map(({ stage }) => stage));
  expect(new Set(told).size).toBe(told.length);
  expect(stages(world).map((text) => text.slice(0, 10))).toEqual([
    "2025-12-22",
    "2026-01-05",
    "2027-02-01",
    "2028-02-01",
  ]);
});

test("a letter of the last slot of December that waits is dropped in January and written in the new year's log", async () => {
  const world = await createWorld(factsWith(2027, "2027-12-30"), "2027-12-31T21:00");
  await world.sweep("DP-1");
  world.goTo("2028-01-05T09:00");
  await world.sweep("DP-1");
  expect(world.letters().map(({ year, n, state }) => `${year}/${n} ${state}`)).toEqual([
    "2027/0 dropped",
    "2028/0 queued",
  ]);
});

test("an end is told in January of what a letter of December told of", async () => {
  const second = department("DP-2", [contact("officer", "officer@dp-1.example")]);
  const facts = factsOf([...bodies, second], 2027, {
    dossiers: [decided(2027, "2027-12-20"), { ...decided(2027, "2027-12-20"), body: "DP-2" }],
  });
  const world = await createWorld(facts, "2027-12-21T09:00");
  await world.sweep("DP-1");
  await world.record({ ...decided(2027, "2027-12-20", "2028-01-03"), body: "DP-2" });
  world.goTo("2027-12-21T09:01");
  await world.dispatch();
  world.goTo("2028-01-05T09:00");
  await world.sweep("DP-1");
  await world.dispatch();
  expect(world.inbox("officer@dp-1.example").map(({ closed }) => closed)).toEqual([[], ["DP-2 decision late"]]);
});

test("on 1 January, no working day, the slot of the year before has nothing more to write", async () => {
  const world = await createWorld(factsWith(2027, "2027-12-20"), "2028-01-01T08:59");
  await world.sweep("DP-1");
  expect(world.letters()).toEqual([]);
});
