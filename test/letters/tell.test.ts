import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { Answer } from "../../core/use-cases/letters/acknowledge.ts";
import { contact, reported, withDecision } from "../support/delivery/facts.ts";
import { bodies, noticesOf, staff, tellingWorld } from "./support/telling.ts";

describe("the ministry's staff are told", () => {
  test("of roles without an address, once a week", async () => {
    const { world, said, sweepAll } = await tellingWorld(
      "2027-04-01T09:00",
      bodies([contact("head", "h@pb-1.example")]),
    );
    for (const moment of ["2027-04-01T09:00", "2027-04-01T18:00", "2027-04-01T21:00", "2027-04-02T09:00"]) {
      await sweepAll(moment);
    }
    expect(noticesOf(world, "contact")).toHaveLength(staff.length);
    const about = said.find(({ about: { kind } }) => kind === "contact")?.about;
    expect(about).toMatchObject({ roles: [{ bodyName: { ru: "PB-1" }, role: "officer", unreachable: false }] });
  });

  test("of roles without an address once in a week that lies in two years", async () => {
    const own = bodies([contact("head", "h@pb-1.example")]);
    const { world, sweepAll } = await tellingWorld("2029-12-31T09:00", own);
    await world.record(reported("PB-1", 2029, "2029-12-03", withDecision("2029-12-03", "2029-12-20")));
    for (const day of ["2029-12-31", "2030-01-03"]) {
      for (const time of ["09:00", "18:00"]) await sweepAll(`${day}T${time}`);
    }
    expect(noticesOf(world, "contact")).toHaveLength(staff.length);
    for (const time of ["09:00", "18:00"]) await sweepAll(`2030-01-08T${time}`);
    expect(noticesOf(world, "contact")).toHaveLength(2 * staff.length);
  });

  test("of a scope whose sweep did not come to its end, while others' did", async () => {
    const { world, said, sweepAll } = await tellingWorld("2027-04-01T09:00");
    await world.sweep("MIA");
    await sweepAll("2027-04-01T18:00");
    const about = said.find(({ about: { kind } }) => kind === "unswept")?.about;
    expect(about).toMatchObject({ slot: { time: "09:00" }, scopes: [{ ru: "DP-1" }] });
    await sweepAll("2027-04-01T21:00");
    expect(noticesOf(world, "unswept")).toHaveLength(staff.length);
  });

  test("of records that cannot be read, once while they are the same", async () => {
    const { world, sweepAll, ports } = await tellingWorld("2027-04-01T09:00");
    const { load } = world.ports.dossiers;
    Object.assign(world.ports.dossiers, {
      load: async (scope: string, campaign: number) => ({
        ...(await load(scope, campaign)),
        damaged: scope === "DP-1" && campaign === 2027 ? [{ body: "PB-1", campaign, reason: "not readable" }] : [],
      }),
    });
    for (const moment of ["2027-04-01T09:00", "2027-04-01T18:00", "2027-04-01T21:00"]) await sweepAll(moment, ports);
    expect(noticesOf(world, "damaged")).toHaveLength(staff.length);
  });

  test("that a letter came to the wrong person, once for each time that somebody says so", async () => {
    const { world, said, sweepAll, answer } = await tellingWorld("2027-04-01T09:00");
    await sweepAll("2027-04-01T09:00");
    await world.dispatch();
    const letter = world
      .letters()
      .find(({ scope, recipientKey }) => scope === "DP-1" && recipientKey === "officer@pb-1.example");
    if (!letter) throw new Error("There is no letter.");
    await answer(letter, { kind: "wrong-recipient" });
    await sweepAll("2027-04-01T18:00");
    await sweepAll("2027-04-01T21:00");
    expect(noticesOf(world, "wrong-recipient")).toHaveLength(staff.length);
    expect(said.find(({ about: { kind } }) => kind === "wrong-recipient")?.about).toMatchObject({
      ...{ recipient: "officer", on: day("2027-04-01"), bodies: [{ ru: "PB-1" }] },
      letter: { scope: "DP-1", recipientKey: "officer@pb-1.example" },
    });
    await answer(letter, { kind: "seen" }, "2");
    await answer(letter, { kind: "wrong-recipient" }, "3");
    await sweepAll("2027-04-02T09:00");
    expect(noticesOf(world, "wrong-recipient")).toHaveLength(2 * staff.length);
  });
});

test("no answer ever stops the ladder", async () => {
  const moments = ["2027-04-01T09:00", "2027-04-02T09:00", "2027-04-05T09:00", "2027-04-12T09:00", "2027-04-20T09:00"];
  const run = async (given: Answer | null) => {
    const { world, sweepAll, answer } = await tellingWorld("2027-04-01T09:00");
    for (const [index, moment] of moments.entries()) {
      await sweepAll(moment);
      await world.dispatch();
      if (given) for (const letter of world.letters()) await answer(letter, given, `${index} ${letter.recipientKey}`);
    }
    return world
      .letters()
      .filter(({ scope }) => !scope.includes("_"))
      .map(({ recipientKey, slot, items }) => ({ recipientKey, slot, items }));
  };
  const unanswered = await run(null);
  expect(unanswered.length).toBeGreaterThan(6);
  for (const kind of ["seen", "wrong-recipient"] as const) expect(await run({ kind })).toEqual(unanswered);
  expect(await run({ kind: "will-do", what: "Отчёт состоится", by: day("2027-04-30") })).toEqual(unanswered);
});
