import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import type { Brake } from "../../core/escalation/brake.ts";
import { settle } from "../../core/use-cases/letters/settle.ts";
import {
  contact,
  department,
  district,
  dossier,
  factsOf,
  ministry,
  reported,
  waiver,
} from "../support/delivery/facts.ts";
import { createWorld, load } from "../support/delivery/world.ts";
import {
  afterImport,
  BEFORE,
  bodiesOf,
  brakeOf,
  decide,
  EVENING,
  factsWith,
  ids,
  idsOf,
  inScope,
  isBraked,
  others,
  sweepAt,
  toldTo,
  twoDepartments,
  worldAfterImport,
} from "./support/braking.ts";

describe("what is held", () => {
  test("stays as it is when its slot is swept again: no letter more, none queued", async () => {
    const world = await worldAfterImport(9, 9);
    const [first] = await sweepAt(world, EVENING);
    const before = world.letters();
    const [again] = await sweepAt(world, EVENING);
    expect(world.letters()).toEqual(before);
    expect(again).toMatchObject({ braked: first?.braked, dropped: 0, written: 0 });
    expect(world.queues.mail.waiting()).toEqual([]);
  });

  test("is counted by the report as held by the brake, item by item", async () => {
    const world = await worldAfterImport(9, 9);
    const [report] = await sweepAt(world, EVENING);
    // The department's head is told of all nine bodies, everybody else of their own.
    expect(report?.held).toMatchObject({ brake: 9 + 1 + 2 * 8 });
  });

  test("tells no ends, and keeps its reason when it is dropped", async () => {
    const world = await createWorld(factsWith(9, 9), "2027-03-10T09:00");
    await sweepAt(world, "2027-03-10T09:00");
    await load(factsWith(9, 0), world.ports);
    await sweepAt(world, BEFORE);
    await load(factsWith(9, 8), world.ports);
    await sweepAt(world, EVENING);
    const held = world.letters().filter(({ state }) => state === "held");
    expect(held.map(({ closed }) => closed)).toEqual(held.map(() => []));
    await sweepAt(world, "2027-04-08T09:00");
    const dropped = world.letters().filter(({ state }) => state === "dropped");
    expect([dropped.length, new Set(dropped.map(({ reason }) => reason))]).toEqual([held.length, new Set(["brake"])]);
  });

  test("of a body that an import takes away is dropped, and stops no sweep", async () => {
    const world = await worldAfterImport(9, 9);
    await sweepAt(world, EVENING);
    const { bodies, policy } = factsWith(9, 0);
    await load({ bodies: bodies.filter(({ id }) => !/^PB-[1-8]$/.test(id)), dossiers: [], policy }, world.ports);
    const [report] = await sweepAt(world, "2027-04-07T18:10");
    expect(report?.dropped).toBeGreaterThan(0);
  });

  test("for two departments' sake stays held while one of both brakes is on", async () => {
    const world = await afterImport([...ids, ...others]);
    await sweepAt(world, EVENING, ["MIA", "DP-1", "DP-2"]);
    expect(inScope(world, "MIA")).toMatchObject([{ state: "held" }]);
    await decide(world, "release");
    await load(twoDepartments(others).facts, world.ports);
    await sweepAt(world, "2027-04-07T18:10", ["MIA"]);
    expect(inScope(world, "MIA")).toMatchObject([{ state: "held" }]);
  });
});

test("what is held is held for those too who are told instead of an address that was out of use already", async () => {
  const bodies = [ministry(), department("DP-1", [contact("head", "head@dp-1.example")])];
  const districts = ["PB-1", "PB-2", "PB-3", "PB-4"].map((id) => district(id, "DP-1", []));
  const all = [...bodies, ...districts];
  const dossiers = ids.map((id) => reported(id, 2027, "2027-03-12"));
  const world = await createWorld(factsOf(all, 2027, { dossiers }), "2027-04-01T09:00");
  const { outOfUse, clock } = world.ports;
  const at = instant(clock.machineNow() - 1000);
  await outOfUse.mark({ recipientKey: "head@dp-1.example", at, letter: "", reason: null });
  await sweepAt(world, "2027-04-01T09:00");
  await load(factsOf(all, 2027), world.ports);
  const [, report] = await sweepAt(world, "2027-04-01T18:00");
  expect(report).toMatchObject({ scope: "MIA", written: 0, braked: 1 });
});

describe("what a brake does not hold", () => {
  test("is what nobody has changed, while an administrator keeps it on for weeks", async () => {
    const world = await createWorld(factsWith(9, 1), "2027-04-01T09:00");
    await sweepAt(world, "2027-04-01T09:00");
    await sweepAt(world, BEFORE);
    await load(factsWith(9, 9), world.ports);
    await sweepAt(world, EVENING);
    expect(await decide(world, "stop")).toBe("decided");
    const last = (body: string) => toldTo(world, body).map(({ stage }) => stage);
    const before = last("PB-8").length;
    for (const slot of ["2027-04-14", "2027-04-28", "2027-05-12", "2027-06-09"]) await sweepAt(world, `${slot}T09:00`);
    expect(last("PB-8").length).toBeGreaterThan(before + 1);
    expect(last("PB-1")).toEqual([]);
  });

  test("is what an earlier brake has held", async () => {
    const world = await worldAfterImport(9, 6);
    await sweepAt(world, EVENING);
    await sweepAt(world, "2027-04-08T09:00");
    expect(toldTo(world, "PB-8")).toMatchObject([{ stage: "due+3wd" }]);
    // Another import makes one more missing, and an administrator keeps its brake on.
    await sweepAt(world, "2027-04-08T18:00");
    const brake = await brakeOf(world);
    const again: Brake = {
      ...{ version: (brake?.version ?? 0) + 1, slot: { day: day("2027-04-08"), time: "18:00" }, bodies: 6, of: 9 },
      ...{
        until: { day: day("2027-04-09"), time: "09:00" },
        stopped: { by: "a", at: world.ports.clock.calendarNow() },
      },
      released: null,
    };
    await world.ports.log.setBrake("DP-1", brake, again);
    for (const slot of ["2027-04-14", "2027-04-28"]) await sweepAt(world, `${slot}T09:00`);
    expect(toldTo(world, "PB-8").length).toBeGreaterThan(1);
  });

  test("is what a waiver has put off until it ended", async () => {
    const waived = factsOf(bodiesOf(9), 2027, {
      dossiers: idsOf(9).map((id) =>
        dossier(id, 2027, { waivers: [waiver("schedule"), { ...waiver("report"), to: "2027-04-06" }] }),
      ),
    });
    const world = await createWorld(waived, "2027-04-05T09:00");
    for (const slot of ["2027-04-05T09:00", "2027-04-06T21:00", BEFORE]) await sweepAt(world, slot);
    expect(isBraked(world)).toBe(false);
    expect(toldTo(world, "PB-1")).toHaveLength(1);
  });

  test("is what the ministry is told since addresses bounced, at whatever moment they did", async () => {
    const world = await createWorld(factsWith(9, 9), "2027-04-01T09:00");
    await sweepAt(world, "2027-04-01T09:00");
    for (const letter of inScope(world, "DP-1")) {
      const event = { kind: "hard-bounce", at: world.ports.clock.machineNow(), messageId: "m", detail: null } as const;
      await settle({ letter, event }, world.ports);
    }
    await sweepAt(world, "2027-04-01T18:00");
    expect(isBraked(world)).toBe(false);
    expect(world.inbox("staff@mia.example").flatMap(({ items }) => items)).toHaveLength(9);
  });
});
