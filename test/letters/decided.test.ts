import { beforeEach, describe, expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import type { Brake } from "../../core/escalation/brake.ts";
import { clearAddress, clearingName, readClearing } from "../../core/use-cases/letters/address-clearings.ts";
import { BrakeDecision, brakeName, decideAboutBrake, readBrake } from "../../core/use-cases/letters/brake-decisions.ts";
import { memoryAdministration } from "../support/memory/administration.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryOutOfUse } from "../support/memory/out-of-use.ts";
import { memorySweepLog } from "../support/memory/sweep-log.ts";

// The same over the real stores: test/policy-versions/decisions.test.ts.

const slot = { day: day("2027-03-19"), time: "18:00" };
const brake: Brake = {
  ...{ version: 1, slot, bodies: 6, of: 9, stopped: null, released: null },
  until: { day: day("2027-03-24"), time: "09:00" },
};
// In Almaty it is the 20th already.
const clock = memoryClock(almaty("2027-03-20T00:30"));
const at = clock.machineNow();
const by = { id: "user:1", name: "Айгерим" };
const asked = { by, zone: "Asia/Almaty", isRepeatable: true, request: "1", reason: "Импорт" };

let all: ReturnType<typeof memoryAdministration>;
beforeEach(() => {
  all = memoryAdministration(memorySweepLog(), memoryOutOfUse());
});

describe("a decision about a brake", () => {
  type Request = Parameters<typeof decideAboutBrake>[0];
  const decide = (decision: "stop" | "release", more: Partial<Request> = {}, records = all.brakes) =>
    decideAboutBrake({ ...asked, scope: "DP-1", decision, slot, ...more }, { ...all, records, clock });
  const brakeNow = async () => (await all.log.standings(["DP-1"])).find(({ scope }) => scope === "DP-1")?.brake;
  const entries = async () =>
    (await readHistory("DP-1", brakeName("DP-1"), { records: all.brakes, audit: all.audit })).entries;

  test.each([
    ["stop", "stopped"],
    ["release", "released"],
  ] as const)("to %s it changes that alone, and the audit tells who, when and why", async (decision, path) => {
    await all.log.setBrake("DP-2", null, brake);
    await all.log.setBrake("DP-1", null, brake);
    expect(await decide(decision)).toMatchObject({ kind: "recorded" });
    const said = { by: "user:1", at };
    expect(await brakeNow()).toEqual({ ...brake, version: 2, [path]: said });
    expect(await entries()).toMatchObject([
      { command: `${decision}-brake`, reason: "Импорт", by, at, day: day("2027-03-20") },
    ]);
    expect((await entries())[0]?.changes).toEqual([{ path, before: null, after: said }]);
    expect(await all.audit.records()).toEqual(["brake:DP-1"]);
  });

  test("that was made already is nothing new, and the other one may follow", async () => {
    await all.log.setBrake("DP-1", null, brake);
    await decide("stop");
    expect(await decide("stop", { request: "2" })).toEqual({ kind: "nothing-to-change" });
    expect(await decide("release", { request: "3" })).toMatchObject({ kind: "recorded" });
    expect(await brakeNow()).toMatchObject({ version: 3, stopped: { by: "user:1" }, released: { by: "user:1" } });
    expect(await decide("stop", { request: "4" })).toEqual({ kind: "no-brake" });
  });

  test("has no brake to be about before one is put on, and once it holds no more", async () => {
    await all.log.setBrake("DP-2", null, brake);
    expect(await decide("release")).toEqual({ kind: "no-brake" });
    expect(await decide("release", { seen: 1 })).toEqual({ kind: "other-brake", version: 0 });
    await all.log.setBrake("DP-1", null, brake);
    expect(await decide("release", { slot: brake.until })).toEqual({ kind: "no-brake" });
  });

  test("is about its own scope's brake, though the log tells of others as well", async () => {
    await all.log.setBrake("A", null, { ...brake, version: 1, bodies: 1 });
    await all.log.setBrake("DP-1", null, brake);
    const log = { ...all.log, standings: () => all.log.standings() };
    const request = { ...asked, scope: "DP-1", decision: "stop", slot } as const;
    expect(await decideAboutBrake(request, { ...all, log, records: all.brakes, clock })).toMatchObject({
      kind: "recorded",
    });
    expect(await brakeNow()).toMatchObject({ version: 2, bodies: 6 });
  });

  test("is not made about a brake that is not the one that was seen", async () => {
    await all.log.setBrake("DP-1", null, brake);
    expect(await decide("stop", { seen: 2 })).toEqual({ kind: "other-brake", version: 1 });
    expect(await decide("stop", { seen: 0 })).toEqual({ kind: "other-brake", version: 1 });
    expect(await brakeNow()).toEqual(brake);
    expect(await decide("stop", { seen: 1 })).toMatchObject({ kind: "recorded" });
  });

  test("is one request with its reason and who gives it: another under the same id is refused", async () => {
    await all.log.setBrake("DP-1", null, brake);
    expect(await decide("stop")).toMatchObject({ kind: "recorded" });
    expect(await decide("stop")).toMatchObject({ kind: "recorded", entry: { version: 1 } });
    const others = [{ reason: "Другая" }, { by: { id: "user:2", name: "Болат" } }];
    for (const other of others) expect(await decide("stop", other)).toEqual({ kind: "other-request" });
    expect(await decide("release")).toEqual({ kind: "other-request" });
    expect(await entries()).toHaveLength(1);
  });

  test("is made anew while a sweep sets the brake in between, and given up when it does so every time", async () => {
    await all.log.setBrake("DP-1", null, brake);
    let sets = 1;
    let left = 3;
    const put: typeof all.brakes.put = async (...args) => {
      if (left-- > 0) await all.log.setBrake("DP-1", { ...brake, version: sets }, { ...brake, version: ++sets });
      return all.brakes.put(...args);
    };
    expect(await decide("stop", {}, { ...all.brakes, put })).toMatchObject({ kind: "recorded" });
    expect(await brakeNow()).toMatchObject({ version: 5, stopped: { by: "user:1" } });
    left = Number.POSITIVE_INFINITY;
    sets = 5;
    expect(await decide("release", { request: "2" }, { ...all.brakes, put })).toMatchObject({ kind: "busy" });
    expect(await brakeNow()).toMatchObject({ released: null });
  });

  test("is to stop or to release, and nothing else", () => {
    expect(BrakeDecision.options).toEqual(["stop", "release"]);
  });

  test("is made once, also where its request has no name of its own", async () => {
    await all.log.setBrake("DP-1", null, brake);
    expect(await decide("release", { isRepeatable: false })).toMatchObject({ kind: "recorded" });
  });

  test("is made anew when another administrator decides between our two looks", async () => {
    await all.log.setBrake("DP-1", null, brake);
    let reads = 0;
    const read: typeof all.brakes.read = async (scope) => {
      if (++reads === 2) await decide("stop", { request: "other", by: { id: "user:2", name: "Болат" } });
      return all.brakes.read(scope);
    };
    expect(await decide("release", {}, { ...all.brakes, read })).toMatchObject({ kind: "recorded" });
    expect(await brakeNow()).toMatchObject({ version: 3, stopped: { by: "user:2" }, released: { by: "user:1" } });
  });

  test("that is stored in a format that is not known, or is none, is not read", () => {
    expect(() => readBrake({ format: 2, data: JSON.stringify(brake) })).toThrow("format 2");
    expect(() => readBrake({ format: 1, data: "{}" })).toThrow();
  });
});

describe("clearing an address", () => {
  type Request = Parameters<typeof clearAddress>[0];
  const clear = (more: Partial<Request> = {}, records = all.clearings) =>
    clearAddress({ ...asked, recipientKey: "key", ...more }, { ...all, records, clock });
  const mark = { recipientKey: "key", at: instant(1_000), letter: "DP-1/2027/key/0", reason: "550" };
  const entries = async () =>
    (await readHistory("key", clearingName("key"), { records: all.clearings, audit: all.audit })).entries;
  const kept = async () => {
    const stored = await all.clearings.read("key");
    return stored && readClearing(stored);
  };

  test("lifts its mark alone, keeps what was lifted, and the audit tells who, when and why", async () => {
    await all.outOfUse.mark({ ...mark, recipientKey: "another" });
    await all.outOfUse.mark(mark);
    expect(await clear()).toMatchObject({ kind: "recorded" });
    expect((await all.outOfUse.all()).map(({ recipientKey }) => recipientKey)).toEqual(["another"]);
    const { recipientKey: _, ...lifted } = mark;
    expect(await kept()).toEqual({ ...lifted, clearedAt: at, clearedBy: "user:1" });
    expect(await entries()).toMatchObject([
      { command: "clear-address", reason: "Импорт", by, at, day: day("2027-03-20") },
    ]);
    const before = { at: mark.at, letter: mark.letter };
    expect((await entries())[0]?.changes).toEqual([{ path: "outOfUse", before, after: null }]);
    expect(await all.audit.records()).toEqual(["address:key"]);
  });

  test("of one that is in use is none", async () => {
    await all.outOfUse.mark({ ...mark, recipientKey: "another" });
    expect(await clear()).toEqual({ kind: "not-marked" });
    expect(await kept()).toBeNull();
  });

  test("is done once, also where its request has no name of its own", async () => {
    await all.outOfUse.mark(mark);
    expect(await clear({ isRepeatable: false })).toMatchObject({ kind: "recorded" });
  });

  test("is made anew when another administrator has cleared it between our two looks and it has bounced again", async () => {
    await all.outOfUse.mark(mark);
    let reads = 0;
    const read: typeof all.clearings.read = async (key) => {
      if (++reads === 2) {
        await clear({ request: "other", by: { id: "user:2", name: "Болат" } });
        await all.outOfUse.mark({ ...mark, at: instant(at + 1) });
      }
      return all.clearings.read(key);
    };
    expect(await clear({}, { ...all.clearings, read })).toMatchObject({ kind: "recorded", entry: { version: 2 } });
    expect(await kept()).toMatchObject({ at: at + 1, clearedBy: "user:1" });
  });

  test("forgives the bounce that it lifts also where the mail service's clock is ahead", async () => {
    const ahead = instant(at + 60_000);
    await all.outOfUse.mark({ ...mark, at: ahead });
    await clear();
    expect(await kept()).toMatchObject({ clearedAt: ahead });
  });

  test("is one request with its reason and who gives it: another under the same id is refused", async () => {
    await all.outOfUse.mark(mark);
    expect(await clear()).toMatchObject({ kind: "recorded" });
    expect(await clear()).toMatchObject({ kind: "recorded", entry: { version: 1 } });
    const others = [{ reason: "Другая" }, { by: { id: "user:2", name: "Болат" } }];
    for (const other of others) expect(await clear(other)).toEqual({ kind: "other-request" });
  });

  test("is made anew while newer bounces come in between, and given up when they come every time", async () => {
    await all.outOfUse.mark(mark);
    let bounces = 0;
    let left = 3;
    const put: typeof all.clearings.put = async (...args) => {
      if (left-- > 0) await all.outOfUse.mark({ ...mark, at: instant(at + 10 * ++bounces) });
      return all.clearings.put(...args);
    };
    expect(await clear({}, { ...all.clearings, put })).toMatchObject({ kind: "recorded" });
    await all.outOfUse.mark({ ...mark, at: instant(at + 35) });
    left = Number.POSITIVE_INFINITY;
    expect(await clear({ request: "2" }, { ...all.clearings, put })).toMatchObject({ kind: "busy" });
    expect(await all.outOfUse.all()).toHaveLength(1);
  });

  test("that is stored in a format that is not known, or is none, is not read", () => {
    const { recipientKey: _, ...lifted } = mark;
    const data = JSON.stringify({ ...lifted, clearedAt: at, clearedBy: "user:1" });
    expect(() => readClearing({ format: 2, data })).toThrow("format 2");
    expect(() => readClearing({ format: 1, data: "{}" })).toThrow();
    expect(() => readClearing({ format: 1, data: data.replace("{", '{"more":1,') })).toThrow();
  });
});
