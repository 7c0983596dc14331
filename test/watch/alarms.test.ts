import { beforeEach, describe, expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import type { SendQuota, WatchCause } from "../../core/ports.ts";
import { gapBetween, isNearlyUsedUp, isUsedUp } from "../../core/use-cases/letters/mail-quota.ts";
import { watch } from "../../core/use-cases/letters/watch.ts";
import { queuedLetter } from "../support/delivery/entries.ts";
import { department, factsOf, ministry, workdays } from "../support/delivery/facts.ts";
import { createWorld, load, type World } from "../support/delivery/world.ts";

const facts = factsOf([ministry(), department("DP-1"), department("DP-2")], 2027);
const account: SendQuota = { perDay: 50_000, perSecond: 14, sentLastDay: 0 };

let world: World;
let kept: readonly WatchCause[];
let writes: number;
beforeEach(async () => {
  [kept, writes] = [[], 0];
  world = await createWorld(facts, "2027-04-01T09:00");
});

const sweepAll = async (only = ["MIA", "DP-1", "DP-2"]): Promise<void> => {
  for (const scope of only) await world.sweep(scope);
};

const book = {
  read: async () => kept,
  write: async (causes: readonly WatchCause[]) => {
    kept = causes;
    writes++;
  },
};

/** What a look raises at a moment, whole. */
async function look(moment: string, { quota = account as SendQuota | null, last = 2030 } = {}) {
  world.goTo(moment);
  const before = world.ports.alarms.raised.length;
  const calendar = { ...workdays, covers: (year: number) => year <= last };
  const found = await watch({ ...world.ports, workdays: calendar, book, quota: async () => quota });
  const raised = world.ports.alarms.raised.slice(before);
  return { raised, found };
}

describe("an alarm of the watch says", () => {
  test("how many scopes a slot has missed, and which is the first", async () => {
    await sweepAll();
    world.goTo("2027-04-01T18:00");
    await sweepAll(["MIA"]);
    await world.dispatch();
    const { raised, found } = await look("2027-04-01T18:30");
    expect(raised).toEqual([{ code: "slot-missed", details: { slot: "2027-04-01 18:00", scopes: 2, first: "DP-1" } }]);
    expect(found).toEqual({ causes: 1, raised: 1 });
    expect((await look("2027-04-01T18:40")).found).toEqual({ causes: 1, raised: 0 });
  });

  test("which scope was never swept, each for itself, beside a slot that others have missed", async () => {
    await sweepAll();
    await load(
      factsOf([ministry(), ...["DP-1", "DP-2", "DP-3", "DP-4"].map((id) => department(id))], 2027),
      world.ports,
    );
    await look("2027-04-01T12:00");
    const { raised } = await look("2027-04-01T18:30");
    expect(raised).toEqual([
      { code: "slot-missed", details: { slot: "2027-04-01 18:00", scopes: 3, first: "MIA" } },
      { code: "scope-never-swept", details: { scope: "DP-3" } },
      { code: "scope-never-swept", details: { scope: "DP-4" } },
    ]);
  });

  test("which year the calendar lacks, by the ministry's day", async () => {
    world.goTo("2027-12-31T21:00");
    await sweepAll();
    // In Almaty it is the first of January already, in UTC not yet.
    const { raised } = await look("2028-01-01T00:10", { last: 2027 });
    expect(raised).toEqual([{ code: "calendar-ends", details: { year: 2028 } }]);
  });

  test("what the account may send, for each thing that is wrong with it", async () => {
    await sweepAll();
    const quota = { perDay: 200, perSecond: 1, sentLastDay: 160 };
    const { raised } = await look("2027-04-01T09:40", { quota });
    expect(raised).toEqual([
      { code: "mail-sandbox", details: quota },
      { code: "mail-quota", details: quota },
    ]);
    expect((await look("2027-04-01T09:50", { quota: null })).raised).toEqual([
      { code: "mail-quota-unknown", details: {} },
    ]);
  });

  test("that a letter is unknown also where its sender was lost with the lease in hand", async () => {
    await sweepAll();
    await world.dispatch();
    const now = world.ports.clock.machineNow();
    const leaseFor = (seconds: number) => ({ holder: "somebody", until: instant(now + seconds * 1000) });
    await world.ports.ledger.create(queuedLetter("weekly_x", "a", 0, { state: "sending", lease: leaseFor(90) }));
    await world.ports.ledger.create(queuedLetter("weekly_x", "b", 0, { state: "sending", lease: leaseFor(3600) }));
    await world.ports.ledger.create(queuedLetter("weekly_x", "c", 0, { state: "unknown" }));
    expect((await look("2027-04-01T09:30")).raised).toEqual([
      { code: "letter-unknown-long", details: { letters: 1, first: "weekly_x/2027/a/0" } },
    ]);
    // None of them is queued, however long it lasts.
    expect((await look("2027-04-01T10:10")).raised).toEqual([]);
  });

  test("that a letter is unknown only after the policy's minutes, to the minute", async () => {
    await sweepAll();
    await world.dispatch();
    world.goTo("2027-04-01T09:25");
    const unknown = { state: "unknown", unknownSince: world.ports.clock.machineNow() } as const;
    await world.ports.ledger.create(queuedLetter("weekly_x", "a", 0, unknown));
    expect((await look("2027-04-01T09:30")).raised).toEqual([]);
    expect((await look("2027-04-01T09:40")).raised).toEqual([]);
    expect((await look("2027-04-01T09:41")).raised).toHaveLength(1);
  });

  test("which scope was never swept, also after another one was, and which year is missing after another", async () => {
    await sweepAll();
    const more = async (...ids: string[]) =>
      load(factsOf([ministry(), ...["DP-1", "DP-2", ...ids].map((id) => department(id))], 2027), world.ports);
    const codes = async (moment: string, last?: number) =>
      (await look(moment, last === undefined ? {} : { last })).raised.flatMap(({ code, details }) =>
        code === "slot-missed" ? [] : [`${code} ${Object.values(details).join()}`],
      );
    await more("DP-3");
    // Seen for the first time as a slot comes, it has until the end of that slot.
    expect(await codes("2027-04-01T18:00")).toEqual([]);
    expect(await codes("2027-04-01T18:30")).toEqual(["scope-never-swept DP-3"]);
    await more("DP-3", "DP-4");
    await codes("2027-04-01T19:00");
    expect(await codes("2027-04-01T21:30")).toEqual(["scope-never-swept DP-4"]);
    expect(await codes("2027-10-01T10:00", 2027)).toEqual(["calendar-ends 2028"]);
    expect(await codes("2028-10-02T10:00", 2027)).toEqual(["calendar-ends 2029"]);
  });
});

describe("what the watch remembers", () => {
  test("is written only when something has come, was told or has gone", async () => {
    await sweepAll();
    await world.dispatch();
    const written: number[] = [];
    // First that the logs have come to rest, which is no alarm.
    for (const minutes of ["20", "25", "30", "40"]) {
      await look(`2027-04-01T18:${minutes}`);
      written.push(writes);
    }
    expect(written).toEqual([1, 1, 2, 2]);
    await sweepAll();
    await world.dispatch();
    const { found } = await look("2027-04-01T18:50");
    expect(found.causes).toBe(0);
    expect(kept.filter(({ told }) => told)).toEqual([]);
  });

  test("is since when something has lasted, also before it is worth an alarm", async () => {
    world.ports.service.behave("refuse-account");
    await sweepAll();
    await world.dispatch();
    const { raised, found } = await look("2027-04-01T09:30");
    expect([raised, found.causes, kept.map(({ told }) => told)]).toEqual([[], 1, [false]]);
    const since = world.ports.clock.calendarNow();
    await look("2027-04-01T09:59");
    expect(kept).toEqual([{ cause: "letter-queued-long 2027-04-01 09:00", since, told: false }]);
    expect((await look("2027-04-01T10:00")).raised).toHaveLength(1);
    expect(kept).toMatchObject([{ since, told: true }]);
  });

  test("of another cause in the place of one that is gone is told of", async () => {
    await sweepAll();
    const sandbox = { ...account, perDay: 200 };
    expect((await look("2027-04-01T09:40", { quota: sandbox })).raised).toMatchObject([{ code: "mail-sandbox" }]);
    expect((await look("2027-04-01T09:50", { quota: null })).raised).toMatchObject([{ code: "mail-quota-unknown" }]);
    expect((await look("2027-04-01T10:00", { quota: sandbox })).raised).toMatchObject([{ code: "mail-sandbox" }]);
  });
});

describe("the account's quota", () => {
  test.each([
    [0, false, false],
    [39_999, false, false],
    [40_000, true, false],
    [49_999, true, false],
    [50_000, true, true],
  ])("with %i of 50 000 letters sent is nearly used up: %s, used up: %s", (sentLastDay, nearly, used) => {
    expect([isNearlyUsedUp({ ...account, sentLastDay }), isUsedUp({ ...account, sentLastDay })]).toEqual([
      nearly,
      used,
    ]);
  });

  test.each([
    [10, 1, 112],
    [10, 2, 223],
    [1, 2, 2223],
    [0, 1, 60_000],
  ])("of %d letters a second leaves %d senders a letter every %d ms each", (perSecond, senders, gap) => {
    expect(gapBetween({ ...account, perSecond }, senders)).toBe(gap);
  });
});
