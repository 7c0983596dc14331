import { describe, expect, test } from "vitest";
import type { Brake } from "../../core/escalation/brake.ts";
import { policyWith } from "../../core/order608/default-policy.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { dossier, factsOf, reported, waiver } from "../support/delivery/facts.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";
import {
  BEFORE,
  bodiesOf,
  brakeOf,
  EVENING,
  eveningBrake,
  factsWith,
  idsOf,
  isBraked,
  sweepAt,
  toldTo,
  worldAfterImport,
} from "./support/braking.ts";

describe("a brake that somebody else sets at the same moment", () => {
  /** The log in which `other` is done just before our brake is put on. */
  const setAfter = (world: World, other: () => Promise<unknown>) => {
    const { log } = world.ports;
    const setBrake: typeof log.setBrake = async (...args) => {
      await other();
      return log.setBrake(...args);
    };
    // The log may tell of other scopes as well.
    return { ...world.ports, log: { ...log, setBrake, standings: () => log.standings() } };
  };
  const put = async (world: World, more: Partial<Brake> = {}) =>
    world.ports.log.setBrake("DP-1", await brakeOf(world), eveningBrake(more));

  test("holds, whoever has put it on", async () => {
    const world = await worldAfterImport(9, 9);
    world.goTo(EVENING);
    const report = await sweep(
      "DP-1",
      setAfter(world, () => put(world)),
    );
    expect(report).toMatchObject({ written: 0, braked: 18 });
    expect(await brakeOf(world)).toMatchObject({ version: 1 });
  });

  test("and that an administrator has released already holds nothing", async () => {
    const world = await worldAfterImport(9, 9);
    world.goTo(EVENING);
    const released = { by: "user:admin", at: world.ports.clock.calendarNow() };
    await world.ports.log.setBrake("A", null, eveningBrake());
    const report = await sweep(
      "DP-1",
      setAfter(world, () => put(world, { released })),
    );
    expect(report).toMatchObject({ written: 18, braked: 0 });
    expect(world.letters().filter(({ state }) => state === "held")).toEqual([]);
  });

  test("is heeded by the ministry's sweep, which has read of none", async () => {
    const world = await worldAfterImport(9, 9);
    world.goTo(EVENING);
    const { ledger } = world.ports;
    const wholeLog: typeof ledger.wholeLog = async (...args) => {
      // The department's own sweep comes by while the ministry's reads its log.
      if (args[0] === "DP-1" && !(await brakeOf(world))) await world.sweep("DP-1");
      return ledger.wholeLog(...args);
    };
    const report = await sweep("MIA", { ...world.ports, ledger: { ...ledger, wholeLog } });
    expect(report).toMatchObject({ written: 0, braked: 1 });
    expect(await brakeOf(world)).toMatchObject({ version: 1 });
  });
});

describe("the slots that a sweep looks back to", () => {
  test("are those that were swept: one that was missed on Friday evening does not end the look", async () => {
    const world = await createWorld(factsWith(9, 0), "2027-04-09T18:00");
    for (const slot of ["2027-04-09T18:00", "2027-04-10T09:00", "2027-04-11T21:00"]) await sweepAt(world, slot);
    await load(factsWith(9, 9), world.ports);
    await sweepAt(world, "2027-04-12T09:00");
    expect(isBraked(world)).toBe(true);
    expect(toldTo(world, "PB-1")).toEqual([]);
  });

  test("are its scope's own, not those that only others have swept", async () => {
    // A stage comes on Friday evening, when only the ministry is swept; what was missed waits for Monday.
    const stages = [{ at: "due+7wd@18:00", to: ["head"] }];
    const policy = policyWith({ ladder: { report: { stages } } });
    const late = { ...factsWith(9, 9), policy };
    const world = await createWorld(late, "2027-04-09T09:00");
    await sweepAt(world, "2027-04-09T09:00");
    await sweepAt(world, "2027-04-09T18:00", ["MIA"]);
    await sweepAt(world, "2027-04-10T09:00");
    await sweepAt(world, "2027-04-12T09:00");
    expect(isBraked(world)).toBe(false);
    expect(world.inbox("head@pb-1.example").flatMap(({ items }) => items)).toMatchObject([
      { stage: "due+7wd@18:00", late: true },
    ]);
  });

  test("are seen as they were when they were swept, be it after midnight", async () => {
    const excused = (missing: boolean) => {
      const waivers = [waiver("schedule"), { ...waiver("report"), to: "2027-04-06" }];
      const dossiers = idsOf(9).map((id) =>
        missing ? dossier(id, 2027, { waivers }) : reported(id, 2027, "2027-03-12"),
      );
      return factsOf(bodiesOf(9), 2027, { dossiers });
    };
    const world = await createWorld(excused(false), "2027-04-06T09:00");
    await sweepAt(world, "2027-04-06T09:00");
    // The evening's slot is swept after midnight, on the first day without the waiver.
    await sweepAt(world, "2027-04-07T00:30");
    await load(excused(true), world.ports);
    await sweepAt(world, BEFORE);
    expect(isBraked(world)).toBe(true);
  });

  test("go back to a working day and no further: what a waiver's end brings up is written", async () => {
    const excused = { ...waiver("report", { from: "2027-04-06" }), to: "2027-04-06" };
    const without = dossier("X", 2027).waivers;
    const dossiers = idsOf(9).map((id) => dossier(id, 2027, { waivers: [...without, excused] }));
    const world = await createWorld(factsWith(9, 0), "2027-04-05T18:00");
    for (const slot of ["2027-04-05T18:00", "2027-04-06T18:00"]) await sweepAt(world, slot);
    await load(factsOf(bodiesOf(9), 2027, { dossiers }), world.ports);
    await sweepAt(world, BEFORE);
    expect(isBraked(world)).toBe(false);
    expect(toldTo(world, "PB-1")).toHaveLength(1);
  });

  test("tell what a change has made from what a waiver's end brings up: that is written beside what is held", async () => {
    const excused = { ...waiver("report", { from: "2027-04-06" }), to: "2027-04-06" };
    const last = dossier("PB-8", 2027);
    const dossiers = [{ ...last, waivers: [...last.waivers, excused] }];
    const world = await createWorld(factsWith(9, 0), "2027-04-05T18:00");
    for (const slot of ["2027-04-05T18:00", "2027-04-06T18:00"]) await sweepAt(world, slot);
    await load(factsOf(bodiesOf(9), 2027, { dossiers }), world.ports);
    await sweepAt(world, BEFORE);
    expect(await brakeOf(world)).toMatchObject({ bodies: 8, of: 9 });
    expect([toldTo(world, "PB-8").length, toldTo(world, "PB-7").length]).toEqual([1, 0]);
  });
});
