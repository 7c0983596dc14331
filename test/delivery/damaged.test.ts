import { describe, expect, test } from "vitest";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { contact, department, district, factsOf, ministry } from "../support/delivery/facts.ts";
import { written } from "../support/delivery/items.ts";
import { createWorld, type World } from "../support/delivery/world.ts";

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

describe("a ledger entry that cannot be read", () => {
  const OFFICER = "officer@dp-1.example";
  const one = factsOf([ministry(), department("DP-1", [contact("officer", OFFICER)])], 2027);
  const codes = (world: World) => world.ports.alarms.raised.map(({ code, details }) => [code, details]);

  /** A letter was sent, and its entry is damaged. */
  async function damagedLetter() {
    const world = await createWorld(one, "2027-04-01T09:00");
    await world.sweep("DP-1");
    await world.dispatch();
    const [letter] = world.letters();
    if (!letter) throw new Error("There is no letter.");
    world.ports.ledger.damage(letter, "the data is not JSON");
    return world;
  }

  test("keeps its number, and what it may have told is told again, once", async () => {
    const world = await damagedLetter();
    for (const slot of ["2027-04-01T18:00", "2027-04-01T21:00"]) {
      world.goTo(slot);
      await world.sweep("DP-1");
      await world.dispatch();
    }
    expect(written(world)).toEqual([`${OFFICER}: DP-1 report due+1wd`, `${OFFICER}: DP-1 report due+1wd`]);
    expect(world.letters().map(({ n }) => n)).toEqual([0, 1]);
  });

  test("is reported and alarmed by its id at every sweep, and stops nothing else", async () => {
    const world = await damagedLetter();
    world.goTo("2027-04-01T18:00");
    const letter = `DP-1/2027/${OFFICER}/0`;
    expect(await world.sweep("DP-1")).toMatchObject({
      damagedLetters: [{ letter, reason: "the data is not JSON" }],
      written: 1,
      complete: true,
    });
    expect(codes(world)).toEqual([["letter-damaged", { scope: "DP-1", letters: 1, first: letter }]]);
  });

  test("of many about one scope lets the brake hold what would be repeated, as wrong data would", async () => {
    const bodies = ["DP-1", "PB-1", "PB-2", "PB-3", "PB-4"];
    const facts = factsOf(
      [
        ministry([contact("staff", "staff@mia.example")]),
        department("DP-1"),
        ...bodies.slice(1).map((id) => district(id, "DP-1", [])),
      ],
      2027,
    );
    const world = await createWorld(facts, "2027-04-01T09:00");
    await world.sweep("DP-1");
    await world.dispatch();
    for (const letter of world.letters()) world.ports.ledger.damage(letter, "format 7 is not known");
    world.goTo("2027-04-01T18:00");
    expect(await world.sweep("DP-1")).toMatchObject({ written: 0, braked: 2 });
    expect(codes(world).map(([code]) => code)).toEqual(["brake-on", "letter-damaged"]);
  });

  test("makes a sweep that another one was faster than take the next number", async () => {
    const world = await damagedLetter();
    world.goTo("2027-04-01T18:00");
    const { ledger } = world.ports;
    let isFirst = true;
    const create: typeof ledger.create = async (entry) => {
      if (isFirst) {
        isFirst = false;
        await ledger.create({ ...entry, owner: "another" });
        ledger.damage(entry, "there is no data");
      }
      return ledger.create(entry);
    };
    await sweep("DP-1", { ...world.ports, ledger: { ...ledger, create } });
    expect(world.letters().map(({ n, owner }) => [n, owner === "another"])).toEqual([
      [0, false],
      [1, true],
      [2, false],
    ]);
  });
});

describe("a damaged mark of an address out of use", () => {
  const OFFICER = "officer@dp-1.example";
  const HEAD = "head@dp-1.example";
  const two = factsOf([ministry(), department("DP-1", [contact("officer", OFFICER), contact("head", HEAD)])], 2027);

  /** The officer's mark cannot be read, the head's can. */
  async function damagedMark() {
    const world = await createWorld(two, "2027-04-01T09:00");
    const { outOfUse, clock } = world.ports;
    const at = clock.machineNow();
    for (const recipientKey of [OFFICER, HEAD]) await outOfUse.mark({ recipientKey, at, letter: "", reason: null });
    outOfUse.damage(OFFICER, "at: is not a number");
    return world;
  }

  test("stops no sweep: its address is written to, and a bounce marks it again", async () => {
    const world = await damagedMark();
    await world.sweep("DP-1");
    expect(written(world)).toEqual([`${OFFICER}: DP-1 report due+1wd`]);
    const at = world.ports.clock.machineNow();
    await world.ports.outOfUse.mark({ recipientKey: OFFICER, at, letter: "", reason: null });
    expect(await world.ports.outOfUse.whole()).toMatchObject({ marks: [{}, {}], damaged: [] });
  });

  test("is reported and alarmed by its key, by the ministry's sweep only", async () => {
    const world = await damagedMark();
    expect(await world.sweep("DP-1")).not.toHaveProperty("damagedMarks");
    expect(await world.sweep("MIA")).toMatchObject({
      damagedMarks: [{ recipientKey: OFFICER, reason: "at: is not a number" }],
      complete: true,
    });
    expect(world.ports.alarms.raised).toContainEqual({ code: "mark-damaged", details: { marks: 1, first: OFFICER } });
    expect(world.ports.alarms.raised.filter(({ code }) => code === "mark-damaged")).toHaveLength(1);
  });
});

test("a damaged dossier alarms by its ids", async () => {
  const world = await createWorld(facts, "2027-04-01T09:00");
  world.ports.dossiers.damage("DP-1", damage);
  await world.sweep("DP-1");
  expect(world.ports.alarms.raised).toEqual([
    { code: "dossier-damaged", details: { scope: "DP-1", dossiers: 1, first: "PB-1 2027" } },
  ]);
});
