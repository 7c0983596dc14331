import { beforeEach, describe, expect, test } from "vitest";
import type { Workdays } from "../../core/calendar/workdays.ts";
import type { SendQuota } from "../../core/ports.ts";
import { watch } from "../../core/watch.ts";
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
    const { scope, slot, scopes: count, year, letter } = details;
    return [code, scope ?? slot, count, year, letter].filter((part) => part !== undefined).join(" ");
  });
}

describe("the watch of slots", () => {
  test("says nothing while all is well", async () => {
    await sweepAll();
    await world.dispatch();
    expect(await look("2027-04-01T09:40")).toEqual([]);
    expect(await book.read()).toEqual([]);
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
  test("tells of a letter of which nobody knows for more than a quarter of an hour whether it was sent", async () => {
    world.ports.service.behave("lose-answer", "head@dp-1.example");
    await sweepAll();
    await world.dispatch();
    expect(await look("2027-04-01T09:15")).toEqual([]);
    expect(await look("2027-04-01T09:16")).toEqual(["letter-unknown-long DP-1/2027/head@dp-1.example/0"]);
    expect(await look("2027-04-01T09:26")).toEqual([]);
    await world.dispatch();
    expect(await look("2027-04-01T09:36")).toEqual([]);
  });

  test("finds in January what was written in December", async () => {
    const december = await createWorld(factsOf([ministry(), department("DP-1")], 2027), "2027-12-31T09:00");
    world = december;
    world.ports.service.behave("lose-answer");
    await world.sweep("DP-1");
    await world.sweep("MIA");
    await world.dispatch();
    world.goTo("2028-01-01T00:10");
    expect((await look()).filter((text) => text.startsWith("letter-unknown-long")).length).toBe(
      world.letters().filter(({ state }) => state === "unknown").length,
    );
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
