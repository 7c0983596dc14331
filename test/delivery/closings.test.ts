import { expect, test } from "vitest";
import type { DossierText } from "../../core/dossier/dossier.ts";
import { department, district, dossier, factsOf, ministry, reported, waiver } from "../support/delivery/facts.ts";
import { createWorld, type World } from "../support/delivery/world.ts";

const bodies = [ministry(), department("DP-1"), district("PB-1", "DP-1")];
const facts = factsOf(bodies, 2027);

/** What the head of the department's letter of a slot says has ended; undefined without a letter. */
async function closedOn(world: World, slot: string): Promise<readonly string[] | undefined> {
  const before = world.inbox("head@dp-1.example").length;
  world.goTo(slot);
  await world.sweep("DP-1");
  await world.dispatch();
  return world.inbox("head@dp-1.example")[before]?.closed;
}

/** Both bodies were told of on 10 March; then this is recorded of the second. */
async function afterReminder(end: DossierText): Promise<World> {
  const world = await createWorld(facts, "2027-03-10T09:00");
  expect(await closedOn(world, "2027-03-10T09:00")).toEqual([]);
  await world.record(end);
  return world;
}

test.each([
  ["met", reported("PB-1", 2027, "2027-03-11")],
  ["waived", dossier("PB-1", 2027, { waivers: [waiver("schedule"), waiver("report")] })],
])("what was told of and is %s is said once, in the next letter", async (closure, end) => {
  const world = await afterReminder(end);
  expect(await closedOn(world, "2027-03-19T09:00")).toEqual([`PB-1 report ${closure}`]);
  expect(await closedOn(world, "2027-04-01T09:00")).toEqual([]);
  expect(await closedOn(world, "2027-04-05T09:00")).toEqual([]);
});

test("what was met after its due day is said to be late", async () => {
  const world = await afterReminder(dossier("PB-1", 2027));
  expect(await closedOn(world, "2027-04-01T09:00")).toEqual([]);
  await world.record(reported("PB-1", 2027, "2027-04-02"));
  expect(await closedOn(world, "2027-04-05T09:00")).toEqual(["PB-1 report late"]);
  expect(await closedOn(world, "2027-04-14T09:00")).toEqual([]);
});

test("what no longer applies is said to be void, once", async () => {
  const world = await afterReminder(dossier("PB-1", 2027));
  const ended = bodies.map((body) => (body.id === "PB-1" ? { ...body, activeTo: "2027-03-15" } : body));
  const after = factsOf(ended, 2027);
  await world.ports.register.replace(after.bodies, after.policy);
  expect(await closedOn(world, "2027-03-19T09:00")).toEqual(["PB-1 report void"]);
  expect(await closedOn(world, "2027-04-01T09:00")).toEqual([]);
});

test("an end that stood only in a letter that was dropped is said again", async () => {
  const world = await afterReminder(reported("PB-1", 2027, "2027-03-11"));
  world.goTo("2027-03-19T09:00");
  await world.sweep("DP-1");
  expect(await closedOn(world, "2027-03-19T18:00")).toEqual(["PB-1 report met"]);
  expect(await closedOn(world, "2027-04-01T09:00")).toEqual([]);
});

test("an end alone is no reason for a letter", async () => {
  const world = await createWorld(facts, "2027-03-10T09:00");
  await world.sweep("DP-1");
  await world.dispatch();
  for (const body of ["DP-1", "PB-1"]) await world.record(reported(body, 2027, "2027-03-11"));
  expect(await closedOn(world, "2027-03-19T09:00")).toBeUndefined();
});

test("an end is not told to whom it was never told of", async () => {
  const world = await createWorld(facts, "2027-03-10T09:00");
  await world.record(reported("PB-1", 2027, "2027-03-09"));
  expect(await closedOn(world, "2027-03-10T09:00")).toEqual([]);
});

test("what opens again after its end is told again, with its later stages", async () => {
  const world = await afterReminder(reported("PB-1", 2027, "2027-03-11"));
  expect(await closedOn(world, "2027-03-19T09:00")).toEqual(["PB-1 report met"]);
  await world.record(dossier("PB-1", 2027));
  expect(await closedOn(world, "2027-04-01T09:00")).toEqual([]);
  expect(world.inbox("head@dp-1.example").at(-1)?.items).toMatchObject([{ body: "DP-1" }, { body: "PB-1" }]);
  await world.record(reported("PB-1", 2027, "2027-04-01"));
  expect(await closedOn(world, "2027-04-05T09:00")).toEqual(["PB-1 report late"]);
});
