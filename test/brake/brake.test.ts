import { describe, expect, it, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { unreadableBrake } from "../../core/escalation/brake.ts";
import { latestSlot } from "../../core/escalation/slots.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { decideBrake } from "../support/delivery/deciding.ts";
import { factsOf, ministry, reported, withDecision } from "../support/delivery/facts.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";
import {
  adminMails,
  BEFORE,
  bodiesOf,
  factsWith,
  idsOf,
  isBraked,
  sweepAt,
  toldTo,
  worldAfterImport,
} from "./support/braking.ts";

describe("the brake", () => {
  it.each([
    ["4 of 7 bodies are more than half and too few", 7, 4, false],
    ["5 of 10 are many and not more than half", 10, 5, false],
    ["5 of 9 are enough", 9, 5, true],
    ["all 5 of 5 are", 5, 5, true],
    ["6 of 10 are", 10, 6, true],
  ])("%s", async (_, size, missing, trips) => {
    const world = await worldAfterImport(size, missing);
    const [report] = await sweepAt(world, "2027-04-07T18:00");
    expect(isBraked(world)).toBe(trips);
    expect((report?.braked ?? 0) > 0).toBe(trips);
    expect(toldTo(world, `PB-${size - 1}`)).toHaveLength(trips ? 0 : 1);
  });

  test("a scope's first sweep never brakes", async () => {
    const world = await createWorld(factsWith(9, 9), BEFORE);
    await sweepAt(world, BEFORE);
    expect(isBraked(world)).toBe(false);
    expect(toldTo(world, "PB-1")).toHaveLength(1);
  });

  test("nor does the ministry's about a scope that was never swept", async () => {
    const world = await createWorld(factsOf([ministry()], 2027), BEFORE);
    await sweepAt(world, BEFORE, ["MIA"]);
    await load(factsWith(9, 9), world.ports);
    await sweepAt(world, "2027-04-07T18:00", ["MIA", "DP-1"]);
    expect(isBraked(world)).toBe(false);
    expect(world.inbox("staff@mia.example").flatMap(({ items }) => items)).toHaveLength(9);
  });

  test("holds the ministry's letters about the scope too, and everything else is written", async () => {
    const world = await createWorld(factsWith(9, 0), "2027-04-07T09:00");
    await sweepAt(world, BEFORE);
    const other = reported("DP-1", 2027, "2027-03-12");
    // One meeting in a week, so that something before its due day comes up as well.
    const meeting = { ...other.meetings[0], id: "m2", date: "2027-04-19", status: "planned" } as const;
    const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };
    const planned = {
      ...other,
      meetings: [...other.meetings, { ...meeting, place, startsAt: "15:00", notices: [], appeals: [] }],
    };
    await load(factsWith(9, 8), world.ports);
    await world.record(planned);
    await sweepAt(world, "2027-04-07T18:00");
    expect(world.inbox("staff@mia.example").flatMap(({ items }) => items)).toEqual([]);
    expect(new Set(world.inbox("head@dp-1.example").flatMap(({ items }) => items.map(({ body }) => body)))).toEqual(
      new Set(["DP-1"]),
    );
  });

  test("tells the ministry's staff at once, and once", async () => {
    const world = await worldAfterImport(9, 9);
    await sweepAt(world, "2027-04-07T18:00");
    await sweepAt(world, "2027-04-07T18:00");
    await sweepAt(world, "2027-04-07T21:00");
    expect(adminMails(world).map(({ mail, letter }) => [mail.recipient, letter])).toEqual([
      ["staff@mia.example", "brake_DP-1_2027-04-07_1800_1/2027/staff@mia.example/0"],
    ]);
  });

  test("tells them of a second one in the same slot too", async () => {
    const world = await worldAfterImport(9, 9);
    await sweepAt(world, "2027-04-07T18:00");
    const slot = { day: day("2027-04-07"), time: "18:00" };
    await decideBrake("DP-1", "release", { by: "user:admin", slot }, world.ports);
    await load(factsWith(9, 0), world.ports);
    await sweepAt(world, "2027-04-07T18:10");
    expect(adminMails(world)).toHaveLength(1);
    const decisions = withDecision("2027-03-12", "2027-03-20");
    const dossiers = idsOf(9).map((id) => reported(id, 2027, "2027-03-12", decisions));
    await load(factsOf(bodiesOf(9), 2027, { dossiers }), world.ports);
    await sweepAt(world, "2027-04-07T18:20");
    await decideBrake("DP-1", "stop", { by: "user:admin", slot }, world.ports);
    await sweepAt(world, "2027-04-07T18:30");
    expect(adminMails(world)).toHaveLength(2);
  });

  test("holds over the evening, and the next working day's first slot writes afresh, once", async () => {
    const world = await worldAfterImport(9, 9);
    await sweepAt(world, "2027-04-07T18:00");
    const [evening] = await sweepAt(world, "2027-04-07T21:00");
    expect(evening).toMatchObject({ written: 0, braked: 18 });
    expect(evening?.dropped).toBe(18);
    expect(toldTo(world, "PB-1")).toEqual([]);
    const [morning] = await sweepAt(world, "2027-04-08T09:00");
    expect(morning).toMatchObject({ written: 18, braked: 0 });
    expect(toldTo(world, "PB-1")).toMatchObject([{ stage: "due+3wd" }]);
    await sweepAt(world, "2027-04-08T18:00");
    expect(toldTo(world, "PB-1")).toHaveLength(1);
    expect(world.inbox("staff@mia.example").flatMap(({ items }) => items)).toHaveLength(9);
  });

  test("that nobody can read holds until an administrator releases it, and an operator hears of it", async () => {
    const world = await worldAfterImport(9, 9);
    const first = { day: day("2027-04-07"), time: "09:00" };
    await world.ports.log.setBrake("DP-1", null, unreadableBrake(3, first));
    await sweepAt(world, "2027-04-07T18:00");
    const [morning] = await sweepAt(world, "2027-04-08T09:00");
    expect(morning).toMatchObject({ written: 0, braked: 18 });
    expect(world.ports.alarms.raised).toContainEqual({ code: "brake-damaged", details: { scope: "DP-1" } });
    expect(adminMails(world)).toEqual([]);
    const slot = { day: day("2027-04-08"), time: "09:00" };
    expect(await decideBrake("DP-1", "release", { by: "user:admin", slot }, world.ports)).not.toBe("no-brake");
    await sweepAt(world, "2027-04-08T09:10");
    expect(toldTo(world, "PB-1")).toHaveLength(1);
  });

  test("lets no letter say that something has ended that only a held one told of", async () => {
    const world = await worldAfterImport(9, 9);
    await sweepAt(world, "2027-04-07T18:00");
    const ahead = reported("DP-1", 2027, "2027-04-19").meetings;
    await world.record(reported("PB-1", 2027, "2027-03-12"));
    await world.record({
      ...reported("DP-1", 2027, "2027-03-12"),
      meetings: ahead.map((meeting) => ({ ...meeting, id: "m2", status: "planned" })),
    });
    await sweepAt(world, "2027-04-07T18:10");
    expect(world.inbox("head@dp-1.example").map(({ closed }) => closed)).toEqual([[]]);
  });

  test("does nothing more once the data are put right", async () => {
    const world = await worldAfterImport(9, 9);
    await sweepAt(world, "2027-04-07T18:00");
    await load(factsWith(9, 0), world.ports);
    const [morning] = await sweepAt(world, "2027-04-08T09:00");
    expect(morning).toMatchObject({ written: 0, braked: 0, dropped: 18 });
    expect(world.inbox("head@pb-1.example")).toEqual([]);
  });

  test("of a Saturday's import waits for Monday, which holds, and Tuesday writes", async () => {
    const world = await createWorld(factsWith(9, 0), "2027-04-09T21:00");
    await sweepAt(world, "2027-04-09T21:00");
    await sweepAt(world, "2027-04-10T09:00");
    await load(factsWith(9, 9), world.ports);
    for (const slot of ["2027-04-10T18:00", "2027-04-11T09:00", "2027-04-11T21:00"]) await sweepAt(world, slot);
    expect(isBraked(world)).toBe(false);
    await sweepAt(world, "2027-04-12T09:00");
    expect(isBraked(world)).toBe(true);
    expect(toldTo(world, "PB-1")).toEqual([]);
    await sweepAt(world, "2027-04-13T09:00");
    expect(toldTo(world, "PB-1")).toHaveLength(1);
  });

  test("is tripped by a change of policy", async () => {
    const world = await createWorld(factsWith(9, 9), BEFORE);
    await sweepAt(world, BEFORE);
    const { stages } = defaultPolicy.ladder.report;
    const added = { at: "due+4wd", to: ["head"] };
    const policy = policyWith({ ladder: { report: { stages: [...stages.slice(0, 4), added, ...stages.slice(4)] } } });
    await load({ ...factsWith(9, 9), policy }, world.ports);
    const [report] = await sweepAt(world, "2027-04-07T18:00");
    expect(isBraked(world)).toBe(true);
    expect(report).toMatchObject({ written: 0, braked: 9 });
  });

  test("is not tripped by a new contact, who is told of everything that is open", async () => {
    const world = await createWorld(factsWith(9, 9), BEFORE);
    await sweepAt(world, BEFORE);
    const facts = factsWith(9, 9);
    const renamed = facts.bodies.map((body) => ({
      ...body,
      contacts: body.contacts.map((one) => ({ ...one, email: one.email.replace("head@", "new-head@") })),
    }));
    await load({ ...facts, bodies: renamed }, world.ports);
    await sweepAt(world, "2027-04-07T18:00");
    expect(isBraked(world)).toBe(false);
    expect(world.inbox("new-head@pb-1.example")).toHaveLength(1);
  });
});

describe("an administrator", () => {
  const slotNow = (world: World) => latestSlot(world.ports.clock.calendarNow(), defaultPolicy.slots, "Asia/Almaty");
  const decide = (world: World, decision: "stop" | "release") =>
    decideBrake("DP-1", decision, { by: "user:admin", slot: slotNow(world) }, world.ports);

  test("stops the letters until they are released, and the next sweep writes them", async () => {
    const world = await worldAfterImport(9, 9);
    await sweepAt(world, "2027-04-07T18:00");
    expect(await decide(world, "stop")).toBe("decided");
    for (const slot of ["2027-04-08T09:00", "2027-04-09T09:00"]) await sweepAt(world, slot);
    expect(toldTo(world, "PB-1")).toEqual([]);
    expect(await decide(world, "release")).toBe("decided");
    await sweepAt(world, "2027-04-09T09:30");
    expect(toldTo(world, "PB-1")).toHaveLength(1);
    expect(world.letters().filter(({ state }) => state === "held")).toEqual([]);
    expect(await decide(world, "stop")).toBe("no-brake");
  });

  test("has nothing to decide where no brake is on", async () => {
    const world = await createWorld(factsWith(9, 0), BEFORE);
    expect(await decide(world, "stop")).toBe("no-brake");
  });
});
