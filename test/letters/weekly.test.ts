import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { headsText } from "../../core/escalation/weekly.ts";
import { type TellPorts, tellMinistry } from "../../core/use-cases/reports/tell-ministry.ts";
import { weeklySlot } from "../../core/use-cases/reports/weekly.ts";
import { sha256 } from "../../functions/hash.ts";
import { head, noticesOf, staff, tellingWorld, weekSaid } from "./support/telling.ts";

const slots = ["09:00", "18:00", "21:00"];
const workdays = createWorkdays();
const firstSlot = (on: string, time: string) => weeklySlot({ day: day(on), time }, slots, workdays);

describe("the weekly letter is due", () => {
  test("from Monday's first slot on, the whole week", () => {
    const monday = { day: day("2027-03-29"), time: "09:00" };
    expect(firstSlot("2027-03-29", "09:00")).toEqual(monday);
    expect(firstSlot("2027-04-04", "21:00")).toEqual(monday);
  });

  test("from the first working day when Monday is a holiday, and not before", () => {
    expect(firstSlot("2027-03-22", "09:00")).toBeNull();
    expect(firstSlot("2027-03-24", "21:00")).toBeNull();
    expect(firstSlot("2027-03-25", "09:00")).toEqual({ day: day("2027-03-25"), time: "09:00" });
  });

  test("on Monday where the calendar lacks the year", () => {
    expect(firstSlot("2034-05-02", "09:00")).toEqual({ day: day("2034-05-01"), time: "09:00" });
  });
});

describe("the weekly letter", () => {
  test("goes once a week to each of the ministry's staff, whatever is swept again", async () => {
    const { world, sweepAll } = await tellingWorld("2027-03-28T21:00");
    await sweepAll("2027-03-28T21:00");
    expect(noticesOf(world, "weekly")).toEqual([]);
    for (const moment of ["2027-03-29T09:00", "2027-03-29T09:00", "2027-03-29T18:00", "2027-04-02T21:00"]) {
      await sweepAll(moment);
    }
    expect(noticesOf(world, "weekly").map(({ scope, recipientKey }) => [scope, recipientKey])).toEqual(
      staff.map((email) => ["weekly_2027-03-29", email]),
    );
    await sweepAll("2027-04-04T21:00");
    await sweepAll("2027-04-05T09:00");
    expect(noticesOf(world, "weekly")).toHaveLength(4);
  });

  test("is no business of other scopes", async () => {
    const { world, ports, sweepAll } = await tellingWorld("2027-03-28T21:00");
    await sweepAll("2027-03-28T21:00");
    world.goTo("2027-03-29T09:00");
    await tellMinistry(await world.sweep("DP-1"), ports);
    expect(noticesOf(world, "weekly")).toEqual([]);
  });

  test("says how things stand, how they stood a week before, and what bears witness", async () => {
    const { world, said, sweepAll, answer } = await tellingWorld("2027-03-21T21:00");
    await sweepAll("2027-03-21T21:00");
    await sweepAll("2027-03-26T09:00");
    await world.dispatch();
    const [first] = world.letters().filter(({ scope, state }) => scope === "DP-1" && state === "sent");
    if (first) await answer(first, { kind: "seen" });
    await world.ports.outOfUse.mark({
      ...{ recipientKey: "head@pb-1.example", at: world.ports.clock.machineNow(), letter: "x", reason: null },
    });
    await sweepAll("2027-03-28T21:00");
    await sweepAll("2027-03-29T09:00");
    const about = weekSaid(said);
    expect(about.now?.slot).toEqual({ day: day("2027-03-28"), time: "21:00" });
    expect(about.before?.slot).toEqual({ day: day("2027-03-21"), time: "21:00" });
    expect(about.now?.states).toMatchObject({ due: 2, waived: 2 });
    const total = Object.values(about.letters).reduce((sum, count) => sum + (count ?? 0), 0);
    expect(total).toBeGreaterThan(1);
    expect(about.unanswered).toBe((about.letters.sent ?? 0) - 1);
    expect(about.outOfUse.map(({ ru }) => ru)).toEqual(["PB-1"]);
    expect(about.paper).toEqual([]);
    expect(about.heads).toEqual([head]);
    expect(about.digest).toBe(sha256(headsText([head])));
    expect(about.versions.register).toBe(1);
  });

  test("counts a letter as unanswered whose answer cannot be read, as every report does", async () => {
    const { world, ports, said, sweepAll, answer } = await tellingWorld("2027-03-26T09:00");
    await sweepAll("2027-03-26T09:00");
    await world.dispatch();
    const [first] = world.letters().filter(({ scope, state }) => scope === "DP-1" && state === "sent");
    if (first) await answer(first, { kind: "seen" });
    await sweepAll("2027-03-28T21:00");
    const damaged: TellPorts["acknowledgements"] = {
      ofYear: async (scope, year) => {
        const answers = await ports.acknowledgements.ofYear(scope, year);
        return new Map([...answers].map(([path, stored]) => [path, { ...stored, data: "{" }]));
      },
    };
    await sweepAll("2027-03-29T09:00", { ...ports, acknowledgements: damaged });
    const about = weekSaid(said);
    expect(about.letters.sent).toBeGreaterThan(1);
    expect(about.unanswered).toBe(about.letters.sent);
  });

  test("folds the answers to letters into one head", async () => {
    const { ports, said, sweepAll } = await tellingWorld("2027-03-28T21:00");
    await sweepAll("2027-03-28T21:00");
    const answers = ["b", "a"].map((key) => ({
      record: `letter:DP-1:2027:${key}:0`,
      version: 1,
      hash: key.repeat(64),
    }));
    await sweepAll("2027-03-29T09:00", { ...ports, chainHeads: async () => [...answers, head] });
    const about = weekSaid(said);
    const hash = sha256(headsText(answers.toReversed()));
    expect(about.heads).toEqual([head, { record: "letter:*", version: 2, hash }]);
  });

  test("is written exactly once wherever a crash comes, and its message is not lost", async () => {
    let crashes = 0;
    for (let at = 0; at < 100; at++) {
      const { world, ports, sweepAll } = await tellingWorld("2027-03-28T21:00");
      await sweepAll("2027-03-28T21:00");
      const crashing = crashAt(ports, at);
      const crashed = await sweepAll("2027-03-29T09:00", crashing).then(
        () => false,
        () => true,
      );
      if (!crashed) break;
      crashes++;
      await sweepAll("2027-03-29T09:00");
      await world.dispatch();
      expect(noticesOf(world, "weekly").map(({ recipientKey, state }) => [recipientKey, state])).toEqual(
        staff.map((email) => [email, "sent"]),
      );
      for (const email of staff) {
        const received = world.ports.service.accepted.filter(({ mail }) => mail.recipient === email);
        expect(received.filter(({ mail }) => mail.subject === "Notice: weekly")).toHaveLength(1);
      }
    }
    expect(crashes).toBeGreaterThan(8);
  });
});

/** Ports whose n-th step of writing a notice fails, before it or after it by turns. */
function crashAt(ports: TellPorts, at: number): TellPorts {
  let step = 0;
  const guard =
    <Given extends readonly unknown[], Result>(act: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (step++ === at) throw new Error("crash before");
      const result = await act(...given);
      if (step++ === at) throw new Error("crash after");
      return result;
    };
  return {
    ...ports,
    files: { ...ports.files, put: guard(ports.files.put) },
    ledger: { ...ports.ledger, create: guard(ports.ledger.create) },
    mail: { send: guard(ports.mail.send) },
  };
}

test("in a week in which Esep has just begun to sweep nothing is told before the second slot", async () => {
  const { world, sweepAll } = await tellingWorld("2027-04-01T09:00");
  await sweepAll("2027-04-01T09:00");
  expect(noticesOf(world, "weekly")).toEqual([]);
  await sweepAll("2027-04-01T18:00");
  expect(noticesOf(world, "weekly")).toHaveLength(staff.length);
});
