import { expect, test } from "vitest";
import { department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { written } from "../support/delivery/items.ts";
import { createWorld } from "../support/delivery/world.ts";

const facts = factsOf([ministry(), department("DP-1"), district("PB-1", "DP-1")], 2027);
const damage = { body: "PB-1", campaign: 2027, reason: "the data is not JSON" };

test("a damaged dossier is reported with its body and reason, and the others are evaluated and written", async () => {
  const world = await createWorld(facts, "2027-04-01T09:00");
  world.ports.dossiers.damage("DP-1", damage);
  const report = await world.sweep("DP-1");
  expect(report).toMatchObject({ damaged: [damage], bodies: 2, complete: true });
  expect(written(world)).toEqual([
    "head@dp-1.example: DP-1 report due+1wd",
    "officer@dp-1.example: DP-1 report due+1wd",
  ]);
});

test("a body whose dossier is damaged is never accused of a missing report, in no later slot either", async () => {
  const world = await createWorld(facts, "2027-03-10T09:00");
  world.ports.dossiers.damage("DP-1", damage);
  for (const slot of [
    "2027-03-10T09:00",
    "2027-04-01T09:00",
    "2027-04-05T09:00",
    "2027-04-14T09:00",
    "2027-12-01T09:00",
  ]) {
    world.goTo(slot);
    for (const scope of ["MIA", "DP-1"]) await world.sweep(scope);
    await world.dispatch();
  }
  const told = world.letters().flatMap(({ items }) => items.filter(({ campaign }) => campaign === 2027));
  expect(told.filter(({ body }) => body === "PB-1")).toEqual([]);
  expect(told.filter(({ body }) => body === "DP-1")).not.toEqual([]);
});

test("a damaged dossier of an earlier campaign says nothing about this one", async () => {
  const world = await createWorld(facts, "2027-04-01T09:00");
  world.ports.dossiers.damage("DP-1", { ...damage, campaign: 2026 });
  expect(await world.sweep("DP-1")).toMatchObject({ damaged: [{ body: "PB-1", campaign: 2026 }] });
  expect(written(world)).toContain("head@pb-1.example: PB-1 report due+1wd");
});

test("a scope reports only its own damage, also where it reads another scope's bodies", async () => {
  const world = await createWorld(facts, "2027-04-01T09:00");
  world.ports.dossiers.damage("DP-1", damage);
  expect(await world.sweep("MIA")).toMatchObject({ damaged: [], failed: [], complete: true });
});

test("what was told before the dossier was damaged is said to be unchecked, each time, and its end later", async () => {
  const world = await createWorld(facts, "2027-03-10T09:00");
  const closedOn = async (slot: string): Promise<readonly string[] | undefined> => {
    world.goTo(slot);
    await world.sweep("DP-1");
    await world.dispatch();
    return world.inbox("head@dp-1.example").at(-1)?.closed;
  };
  expect(await closedOn("2027-03-10T09:00")).toEqual([]);
  world.ports.dossiers.damage("DP-1", damage);
  expect(await closedOn("2027-03-19T09:00")).toEqual(["PB-1 report unchecked"]);
  expect(await closedOn("2027-04-01T09:00")).toEqual(["PB-1 report unchecked"]);
  await world.record({ body: "PB-1", campaign: 2027, meetings: [], waivers: [{ ...waived, subject: "dossier" }] });
  expect(await closedOn("2027-04-05T09:00")).toEqual(["PB-1 report waived"]);
});

const waived = { obligation: "report", reason: "test", by: "test", from: "2027-01-01" } as const;
