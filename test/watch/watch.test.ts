import { beforeEach, describe, expect, test } from "vitest";
import type { Workdays } from "../../core/calendar/workdays.ts";
import type { SendQuota } from "../../core/ports.ts";
import { watch } from "../../core/use-cases/letters/watch.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { department, factsOf, ministry, workdays } from "../support/delivery/facts.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";
import { memoryWatchBook } from "../support/memory/watch-book.ts";

const facts = factsOf([ministry(), department("DP-1"), department("DP-2")], 2027);
const scopes = ["MIA", "DP-1", "DP-2"];

let world: World;
let book = memoryWatchBook();
let quota: SendQuota | null;
let calendar: Workdays;

beforeEach(async () => {
  book = memoryWatchBook();
  quota = { perDay: 50_000, perSecond: 14, sentLastDay: 0 };
  calendar = workdays;
  world = await createWorld(facts, "2027-04-01T09:00");
});

async function sweepAll(only = scopes): Promise<void> {
  for (const scope of only) await world.sweep(scope);
}

/** What a look raises at a moment. */
async function look(moment?: string): Promise<string[]> {
  if (moment) world.goTo(moment);
  const before = world.ports.alarms.raised.length;
  await watch({ ...world.ports, workdays: calendar, book, quota: async () => quota });
  return world.ports.alarms.raised.slice(before).map(({ code, details }) => {
    const { scope, slot, scopes: count, year, letters, first } = details;
    return [code, scope ?? slot, count, year, letters, letters && first].filter((part) => part !== undefined).join(" ");
  });
}

describe("the watch of slots", () => {
  test("says nothing while all is well", async () => {
    await sweepAll();
    await world.dispatch();
    expect(await look("2027-04-01T09:40")).toEqual([]);
    const ports = { ...world.ports, workdays: calendar, book, quota: async () => quota };
    expect(await watch(ports)).toEqual({ causes: 0, raised: 0 });
  });

  test("waits for half an hour, then tells of a slot that was missed, once", async () => {
    await sweepAll();
    world.goTo("2027-04-01T18:00");
    await sweepAll(["MIA"]);
    expect(await look("2027-04-01T18:29")).toEqual([]);
    expect(await look("2027-04-01T18:30")).toEqual(["slot-missed 2027-04-01 18:00 2"]);
    expect(await look("2027-04-01T18:40")).toEqual([]);
  });

  test("tells again of the next slot", async () => {
    await sweepAll();
    expect(await look("2027-04-01T18:40")).toEqual(["slot-missed 2027-04-01 18:00 3"]);
    expect(await look("2027-04-01T21:40")).toEqual(["slot-missed 2027-04-01 21:00 3"]);
  });

  test("tells of a scope that was never swept once its first slot has passed", async () => {
    await sweepAll();
    expect(await look("2027-04-01T10:00")).toEqual([]);
    await load(factsOf([ministry(), department("DP-1"), department("DP-2"), department("DP-3")], 2027), world.ports);
    expect(await look("2027-04-01T10:10")).toEqual([]);
    world.goTo("2027-04-01T18:00");
    await sweepAll();
    expect(await look("2027-04-01T18:20")).toEqual([]);
    expect(await look("2027-04-01T18:30")).toEqual(["scope-never-swept DP-3"]);
    expect(await look("2027-04-01T18:40")).toEqual([]);
    await world.sweep("DP-3");
    expect(await look("2027-04-01T18:50")).toEqual([]);
  });

  test("has nothing to look after before the first import", async () => {
    const empty = { ...world.ports.register, directory: async () => null };
    const found = await watch({ ...world.ports, register: empty, book, quota: async () => quota });
    expect(found).toEqual({ causes: 0, raised: 0 });
  });
});

describe("the watch of the calendar", () => {
  const covering = (last: number): Workdays => ({ ...workdays, covers: (year) => year <= last });

  test.each([
    ["2027-09-30T22:00", []],
    ["2027-10-01T09:40", ["calendar-ends 2028"]],
  ])("at %s raises %j when next year is missing", async (moment, raised) => {
    world.goTo(moment.replace(/T.*/, "T21:00").replace("10-01T21:00", "10-01T09:00"));
    await sweepAll();
    calendar = covering(2027);
    expect(await look(moment)).toEqual(raised);
    expect(await look()).toEqual([]);
  });

  test("raises at once when this year is missing, and is content when it is there", async () => {
    await sweepAll();
    calendar = covering(2026);
    expect(await look("2027-04-01T09:40")).toEqual(["calendar-ends 2027"]);
    calendar = workdays;
    expect(await look()).toEqual([]);
    calendar = covering(2026);
    expect(await look()).toEqual(["calendar-ends 2027"]);
  });
});

describe("the watch of letters", () => {
  test("tells of letters of which nobody knows for too long whether they were sent, with their number", async () => {
    world.ports.service.behave("lose-answer", "head@dp-1.example");
    world.ports.service.behave("lose-answer", "head@dp-2.example");
    await sweepAll();
    await world.dispatch();
    expect(await look("2027-04-01T09:29")).toEqual([]);
    expect(await look("2027-04-01T09:30")).toEqual(["letter-unknown-long 2 DP-1/2027/head@dp-1.example/0"]);
    expect(await look("2027-04-01T09:40")).toEqual([]);
    await world.dispatch();
    expect(await look("2027-04-01T09:50")).toEqual([]);
  });

  test("tells of letters that stay queued for half an hour since they were first seen, ladder's or not", async () => {
    world.ports.service.behave("refuse-account");
    await sweepAll();
    await world.ports.ledger.create(queuedLetter("weekly_2027-03-29", "staff@mia.example", 0));
    await world.dispatch();
    expect(await look("2027-04-01T09:30")).toEqual([]);
    expect(await look("2027-04-01T09:50")).toEqual([]);
    const count = world.letters().length;
    expect(await look("2027-04-01T10:00")).toEqual([`letter-queued-long ${count} DP-1/2027/head@dp-1.example/0`]);
    expect(await look("2027-04-01T10:10")).toEqual([]);
  });

  test("tells of a letter of another kind that stays unknown", async () => {
    await sweepAll();
    await world.dispatch();
    const unknown = { state: "unknown", unknownSince: world.ports.clock.machineNow() } as const;
    await world.ports.ledger.create(queuedLetter("weekly_2027-03-29", "staff@mia.example", 0, unknown));
    expect(await look("2027-04-01T09:30")).toEqual([
      "letter-unknown-long 1 weekly_2027-03-29/2027/staff@mia.example/0",
    ]);
  });

  test("reads no log in which nothing waited, and one in which something did until nothing does", async () => {
    world.ports.service.behave("throttle", "head@dp-2.example");
    await sweepAll(["MIA", "DP-2"]);
    await world.dispatch();
    const read: string[] = [];
    const { ledger } = world.ports;
    const waiting: typeof ledger.waiting = (scope, year) => {
      read.push(`${scope} ${year}`);
      return ledger.waiting(scope, year);
    };
    const ports = { ...world.ports, ledger: { ...ledger, waiting }, book, quota: async () => quota };
    for (const minutes of ["30", "40"]) {
      world.goTo(`2027-04-01T09:${minutes}`);
      await watch(ports);
    }
    expect(read).toEqual(["DP-2 2027", "MIA 2027", "DP-2 2027"]);
    world.ports.service.behave("accept", "head@dp-2.example");
    await world.dispatch();
    for (const minutes of ["45", "50", "55"]) {
      world.goTo(`2027-04-01T09:${minutes}`);
      await watch(ports);
    }
    expect(read.slice(3)).toEqual(["DP-2 2027"]);
    await world.ports.log.record({ ...(await world.sweep("DP-2")), waiting: 1 });
    await watch(ports);
    expect(read.slice(4)).toEqual(["DP-2 2027"]);
    world.goTo("2027-04-01T18:00");
    await sweepAll();
    await world.dispatch();
    read.length = 0;
    world.goTo("2027-04-01T18:30");
    await watch(ports);
    expect(read).toEqual(["DP-1 2027"]);
  });

  test("finds in January what was written in December", async () => {
    world = await createWorld(factsOf([ministry(), department("DP-1")], 2027), "2027-12-31T21:00");
    await world.ports.log.record({ ...(await world.sweep("DP-1")), waiting: 1 });
    await world.sweep("MIA");
    const unknown = { state: "unknown", unknownSince: world.ports.clock.machineNow() } as const;
    await world.ports.ledger.create(queuedLetter("DP-1", "somebody", 0, unknown));
    world.goTo("2028-01-01T00:10");
    expect(await look()).toEqual(["letter-unknown-long 1 DP-1/2027/somebody/0"]);
  });
});

describe("the watch of the account", () => {
  test.each([
    ["is in the sandbox", { perDay: 200, perSecond: 1, sentLastDay: 0 }, ["mail-sandbox"]],
    ["has sent most of the day's quota", { perDay: 50_000, perSecond: 14, sentLastDay: 40_000 }, ["mail-quota"]],
    ["has no limit", { perDay: Number.POSITIVE_INFINITY, perSecond: 14, sentLastDay: 40_000 }, []],
    ["does not say", null, ["mail-quota-unknown"]],
  ])("that %s", async (_, known, raised) => {
    await sweepAll();
    quota = known;
    expect(await look("2027-04-01T09:40")).toEqual(raised);
    expect(await look()).toEqual([]);
  });
});

test("a look that dies between alarm and book tells again, rather than never", async () => {
  await sweepAll();
  const dying = { ...book, write: () => Promise.reject(new Error("gone")) };
  world.goTo("2027-04-01T18:40");
  const ports = { ...world.ports, quota: async () => quota };
  await expect(watch({ ...ports, book: dying })).rejects.toThrow("gone");
  expect(await look()).toEqual(["slot-missed 2027-04-01 18:00 3"]);
});
