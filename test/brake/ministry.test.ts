import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { Brake } from "../../core/escalation/brake.ts";
import type { Slot } from "../../core/escalation/letter.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { sweep } from "../../core/use-cases/sweep/sweep.ts";
import { reported, withDecision } from "../support/delivery/facts.ts";
import { createWorld, load } from "../support/delivery/world.ts";
import {
  adminMails,
  afterImport,
  BEFORE,
  brakeOf,
  decide,
  EVENING,
  eveningBrake,
  ids,
  inScope,
  others,
  sweepAt,
  twoDepartments,
} from "./support/braking.ts";

describe("the ministry's sweep", () => {
  test("tells at once of a brake that it has put on, by its scope's name", async () => {
    const world = await afterImport(ids);
    const said: unknown[] = [];
    const { composer } = world.ports;
    const composeNotice: typeof composer.composeNotice = (content, ...more) => {
      said.push(content.about);
      return composer.composeNotice(content, ...more);
    };
    await sweep("MIA", { ...world.ports, composer: { ...composer, composeNotice } });
    await world.dispatch();
    expect(adminMails(world)).toHaveLength(1);
    expect(said).toMatchObject([
      { kind: "brake", scope: "DP-1", scopeName: { ru: "DP-1", kk: "DP-1" }, bodies: 5, of: 5 },
    ]);
  });

  test("leaves it to the scope's own sweep to tell of a brake that was put on earlier", async () => {
    const world = await afterImport(ids);
    const dying = { ...world.ports, files: { ...world.ports.files, put: () => Promise.reject(new Error("gone")) } };
    await expect(sweep("DP-1", dying)).rejects.toThrow("gone");
    expect(await brakeOf(world)).not.toBeNull();
    await sweepAt(world, "2027-04-07T21:00", ["MIA"]);
    expect(adminMails(world)).toHaveLength(0);
    await sweepAt(world, "2027-04-07T21:00", ["DP-1"]);
    expect(adminMails(world)).toHaveLength(1);
  });

  test("counts the bodies of a department by themselves, whatever others there are", async () => {
    const world = await afterImport(ids);
    await world.sweep("MIA");
    expect(world.ports.alarms.raised).toEqual([{ code: "brake-on", details: { scope: "DP-1", bodies: 5, of: 5 } }]);
    expect(inScope(world, "MIA")).toMatchObject([{ state: "held" }]);
  });

  test("holds one department's items, and tells of another's in a letter that is sent", async () => {
    const world = await afterImport([...ids, "PC-1"]);
    expect(await world.sweep("MIA")).toMatchObject({ written: 1, braked: 1 });
    expect(inScope(world, "MIA").map(({ state, items }) => [state, items.map(({ body }) => body)])).toEqual([
      ["queued", ["PC-1"]],
      ["held", ids],
    ]);
  });

  test("goes by the last slot that it has swept itself", async () => {
    const world = await createWorld(twoDepartments([]).facts, "2027-04-01T09:00");
    await sweepAt(world, "2027-04-01T09:00", ["MIA", "DP-1", "DP-2"]);
    await sweepAt(world, BEFORE, ["MIA"]);
    await load(twoDepartments(ids).facts, world.ports);
    expect(await sweepAt(world, EVENING, ["MIA"])).toMatchObject([{ written: 0, braked: 1 }]);
  });

  test("puts the second department's brake on whatever brakes the first one had", async () => {
    const world = await afterImport(others);
    const until: Slot = { day: day("2027-02-02"), time: "09:00" };
    const over: Brake = {
      ...{ version: 1, slot: { day: day("2027-02-01"), time: "09:00" }, until, bodies: 5, of: 5 },
      ...{ stopped: null, released: null },
    };
    await world.ports.log.setBrake("DP-1", null, over);
    await world.sweep("MIA");
    expect(await brakeOf(world, "DP-2")).toMatchObject({ version: 1, bodies: 12, of: 12 });
    expect(await brakeOf(world, "DP-1")).toEqual(over);
    expect(inScope(world, "MIA")).toMatchObject([{ state: "held" }]);
  });

  test("brakes a second time as the first, once the brake of the first is over", async () => {
    const world = await afterImport(ids);
    await sweepAt(world, EVENING, ["DP-1", "MIA"]);
    await load(twoDepartments([]).facts, world.ports);
    for (const slot of ["2027-04-08T09:00", "2027-04-14T09:00"]) await sweepAt(world, slot, ["DP-1", "DP-2", "MIA"]);
    await load(twoDepartments(ids).facts, world.ports);
    await sweepAt(world, "2027-04-14T18:00", ["MIA"]);
    expect(await brakeOf(world)).toMatchObject({ version: 2, slot: { day: day("2027-04-14") }, released: null });
    expect(inScope(world, "MIA").at(-1)).toMatchObject({ state: "held" });
  });
});

describe("the ministry's first sweep", () => {
  /** The departments were swept before the import, the ministry never. */
  const unswept = () => afterImport(ids, ["DP-1", "DP-2"]);

  test.each([
    ["before", ["MIA", "DP-1"]],
    ["after", ["DP-1", "MIA"]],
  ])(
    "holds what wrong data have made of a department that was swept, %s the department's own sweep",
    async (_, scopes) => {
      const world = await unswept();
      await sweepAt(world, EVENING, scopes);
      expect(world.ports.alarms.raised).toEqual([{ code: "brake-on", details: { scope: "DP-1", bodies: 5, of: 5 } }]);
      expect(inScope(world, "MIA").map(({ state, items }) => [state, items.map(({ body }) => body)])).toEqual([
        ["held", ids],
      ]);
      await sweepAt(world, "2027-04-07T21:00", ["MIA"]);
      expect(world.inbox("staff@mia.example").flatMap(({ items }) => items)).toEqual([]);
      await sweepAt(world, "2027-04-08T09:00", ["MIA"]);
      expect(world.inbox("staff@mia.example").flatMap(({ items }) => items)).toHaveLength(5);
    },
  );

  test("heeds a brake that was put on slots ago, and writes what has come since", async () => {
    const world = await unswept();
    await sweepAt(world, EVENING, ["DP-1", "DP-2"]);
    await decide(world, "stop");
    await world.record(reported("DP-1", 2027, "2027-03-12", withDecision("2027-03-12", "2027-04-07")));
    await sweepAt(world, "2027-04-12T09:00", ["DP-1", "DP-2", "MIA"]);
    expect(inScope(world, "MIA").map(({ state, items }) => [state, items.map(({ body }) => body)])).toEqual([
      ["sent", ["DP-1"]],
      ["held", ids.slice(1)],
    ]);
  });

  test("holds nothing that has come since the department was last swept, though its brake is newer", async () => {
    const { stages } = defaultPolicy.ladder.report;
    const evening = { at: "due+5wd@18:00", to: ["ministry"] };
    const policy = policyWith({ ladder: { report: { stages: [...stages.slice(0, 4), evening, ...stages.slice(4)] } } });
    const world = await createWorld({ ...twoDepartments([]).facts, policy }, BEFORE);
    await sweepAt(world, BEFORE, ["DP-1", "DP-2"]);
    await load({ ...twoDepartments(ids).facts, policy }, world.ports);
    world.goTo(EVENING);
    const dying = { ...world.ports, files: { ...world.ports.files, put: () => Promise.reject(new Error("gone")) } };
    await expect(sweep("DP-1", dying)).rejects.toThrow("gone");
    expect(await brakeOf(world)).toMatchObject({ version: 1 });
    expect(await world.sweep("MIA")).toMatchObject({ braked: 0, written: 1, items: 5 });
  });

  test("writes what the departments' first sweeps have written as well", async () => {
    const world = await createWorld(twoDepartments(ids).facts, BEFORE);
    await sweepAt(world, BEFORE, ["DP-1", "DP-2"]);
    await sweepAt(world, EVENING, ["MIA"]);
    expect(world.ports.alarms.raised).toEqual([]);
    expect(inScope(world, "MIA")).toMatchObject([{ state: "sent" }]);
  });
});

test("a department's sweep tells of no other department's brake", async () => {
  const world = await afterImport(ids);
  await world.ports.log.setBrake("DP-1", null, eveningBrake());
  await sweepAt(world, EVENING, ["DP-2"]);
  expect(adminMails(world)).toEqual([]);
});
