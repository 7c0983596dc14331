import { expect, test } from "vitest";
import { contact, department, district, factsOf, ministry, reported } from "../support/delivery/facts.ts";
import { createWorld } from "../support/delivery/world.ts";

test("what an entry cannot hold is further letters of the same sweep, each item once, held or not", async () => {
  const bodies = Array.from({ length: 9 }, (_, index) => district(`PB-${index}`, "DP-1", []));
  const all = [ministry(), department("DP-1", [contact("head", "head@dp-1.example")]), ...bodies];
  const world = await createWorld(factsOf(all, 2024), "2024-04-01T09:00");
  world.ports.ledger.holdAtMost(4);
  await world.sweep("DP-1");
  await world.sweep("DP-1");
  expect(world.letters().map(({ items: { length }, state }) => [length, state])).toEqual([
    [3, "queued"],
    [3, "queued"],
    [3, "queued"],
    [1, "queued"],
  ]);
  expect(new Set(world.letters().flatMap(({ items: told }) => told.map(({ body }) => body))).size).toBe(10);
});

test("ends that an entry cannot hold are told by the letters after it, each once", async () => {
  const ended = Array.from({ length: 9 }, (_, index) => `PB-${index}`);
  const all = [
    ...[ministry(), department("DP-1", [contact("head", "head@dp-1.example")])],
    ...ended.map((id) => district(id, "DP-1", [])),
  ];
  const world = await createWorld(factsOf(all, 2027), "2027-03-10T09:00");
  await world.sweep("DP-1");
  for (const id of ended) await world.record(reported(id, 2027, "2027-03-11"));
  world.ports.ledger.holdAtMost(4);
  for (const moment of ["2027-03-19T09:00", "2027-04-01T09:00", "2027-04-05T09:00"]) {
    await world.dispatch();
    world.goTo(moment);
    await world.sweep("DP-1");
  }
  const told = world.letters().slice(1);
  expect(told.map(({ items: { length }, closed }) => [length, closed.length])).toEqual([
    [1, 3],
    [1, 3],
    [1, 3],
  ]);
  expect(new Set(told.flatMap(({ closed }) => closed.map(({ body }) => body)))).toEqual(new Set(ended));
});
