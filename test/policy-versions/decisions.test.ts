import { beforeEach, describe, expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import type { Brake } from "../../core/escalation/brake.ts";
import { clearAddress, clearingName } from "../../core/use-cases/letters/address-clearings.ts";
import { brakeName, decideAboutBrake } from "../../core/use-cases/letters/brake-decisions.ts";
import { createAuditLog } from "../../functions/dynamodb/audit.ts";
import { createBrakeDecisions } from "../../functions/dynamodb/brake-decisions.ts";
import { createClearings } from "../../functions/dynamodb/clearings.ts";
import { createOutOfUseStore } from "../../functions/dynamodb/out-of-use.ts";
import { createSweepLog } from "../../functions/dynamodb/sweep-log.ts";
import { sha256 } from "../../functions/hash.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";

const tables = useTables();

const slot = { day: day("2027-03-19"), time: "18:00" };
const brake: Brake = {
  ...{ version: 1, slot, bodies: 6, of: 9, stopped: null, released: null },
  until: { day: day("2027-03-24"), time: "09:00" },
};
const clock = memoryClock(almaty("2027-03-19T18:30"));
const by = { id: "user:1", name: "Айгерим" };
const common = { by, zone: "Asia/Almaty", isRepeatable: true };
let number = 0;
/** A scope and a recipient that no other test has touched. */
const fresh = () => `DP-${++number}`;

const stores = () => {
  const [sweeps, letters] = [variable(tables.engines, "SWEEPS_TABLE"), variable(tables.engines, "LETTERS_TABLE")];
  return {
    log: createSweepLog(tables.database, sweeps),
    brakes: createBrakeDecisions(tables.database, sweeps),
    outOfUse: createOutOfUseStore(tables.database, letters),
    clearings: createClearings(tables.database, letters),
    ...{ audit: createAuditLog(tables.database, variable(tables.engines, "AUDIT_TABLE")), hash: sha256, clock },
  };
};
let all: ReturnType<typeof stores>;
beforeEach(() => {
  all = stores();
});

const decide = (scope: string, decision: "stop" | "release", request: string, seen?: number) =>
  decideAboutBrake(
    { ...common, scope, decision, reason: "Импорт", slot, request, seen },
    { ...all, records: all.brakes },
  );
const brakeOf = async (scope: string) =>
  (await all.log.standings([scope])).find((standing) => standing.scope === scope)?.brake;

describe("a decision about a brake", () => {
  test("and its entry are one write: the sweep sees the brake, the audit sees who, when and why", async () => {
    const scope = fresh();
    await all.log.setBrake(scope, null, brake);
    expect(await decide(scope, "stop", "1", 1)).toMatchObject({ kind: "recorded" });
    expect(await decide(scope, "stop", "1", 1)).toMatchObject({ kind: "recorded", entry: { version: 1 } });
    expect(await brakeOf(scope)).toMatchObject({ version: 2, stopped: { by: "user:1" } });
    expect(await decide(scope, "release", "2", 1)).toEqual({ kind: "other-brake", version: 2 });
    expect(await decide(scope, "release", "2", 2)).toMatchObject({ kind: "recorded" });
    expect(await decide(scope, "stop", "3")).toEqual({ kind: "no-brake" });
    const { filed, stored } = await readHistory(scope, brakeName(scope), { records: all.brakes, audit: all.audit });
    expect(verifyChain(brakeName(scope), filed, stored, sha256)).toMatchObject({
      kind: "intact",
      entries: 2,
      filed: true,
    });
    expect((await all.brakes.all()).map((one) => one.scope)).toContain(scope);
  });

  test("is judged anew when the sweep sets the brake in between", async () => {
    const scope = fresh();
    await all.log.setBrake(scope, null, brake);
    const next = { ...brake, version: 2, bodies: 8 };
    let isFirst = true;
    const put: typeof all.brakes.put = async (...args) => {
      if (isFirst) await all.log.setBrake(scope, brake, next);
      isFirst = false;
      return all.brakes.put(...args);
    };
    const records = { ...all.brakes, put };
    const request = { ...common, scope, decision: "stop", reason: "Импорт", slot, request: "1" } as const;
    expect(await decideAboutBrake(request, { ...all, records })).toMatchObject({ kind: "recorded" });
    expect(await brakeOf(scope)).toMatchObject({ version: 3, bodies: 8, stopped: { by: "user:1" } });
  });

  test("outlives the brake that comes after it", async () => {
    const scope = fresh();
    await all.log.setBrake(scope, null, brake);
    await decide(scope, "release", "1");
    const released = (await brakeOf(scope)) ?? null;
    await all.log.setBrake(scope, released, { ...brake, version: 3 });
    expect(await decide(scope, "stop", "2", 3)).toMatchObject({ kind: "recorded", entry: { version: 2 } });
    const { entries } = await readHistory(scope, brakeName(scope), { records: all.brakes, audit: all.audit });
    expect(entries.map(({ command }) => command)).toEqual(["release-brake", "stop-brake"]);
  });

  test("of two at once only one counts, and both are answered", async () => {
    const scope = fresh();
    await all.log.setBrake(scope, null, brake);
    const outcomes = await Promise.all([decide(scope, "stop", "1", 1), decide(scope, "release", "2", 1)]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["other-brake", "recorded"]);
    expect(await brakeOf(scope)).toMatchObject({ version: 2 });
  });
});

const clear = (recipientKey: string, request: string) =>
  clearAddress({ ...common, recipientKey, reason: "Ящик", request }, { ...all, records: all.clearings });

describe("clearing an address", () => {
  test("lifts the mark and is kept; a late repetition of the bounce changes nothing, a newer one does", async () => {
    const recipientKey = `key-${fresh()}`;
    const mark = { recipientKey, at: instant(1_000), letter: "DP-1/2027/k/0", reason: "550" };
    expect(await clear(recipientKey, "0")).toEqual({ kind: "not-marked" });
    await all.outOfUse.mark(mark);
    expect(await clear(recipientKey, "1")).toMatchObject({ kind: "recorded" });
    expect(await clear(recipientKey, "1")).toMatchObject({ kind: "recorded", entry: { version: 1 } });
    expect(await all.outOfUse.mark(mark)).toBe("cleared-since");
    expect((await all.outOfUse.all()).some((one) => one.recipientKey === recipientKey)).toBe(false);
    await all.outOfUse.mark({ ...mark, at: instant(clock.machineNow() + 1) });
    expect(await clear(recipientKey, "2")).toMatchObject({ kind: "recorded", entry: { version: 2 } });
    const ports = { records: all.clearings, audit: all.audit };
    const { filed, stored } = await readHistory(recipientKey, clearingName(recipientKey), ports);
    expect(verifyChain(clearingName(recipientKey), filed, stored, sha256)).toMatchObject({
      kind: "intact",
      entries: 2,
    });
  });

  test("is judged anew when a newer bounce comes in between", async () => {
    const recipientKey = `key-${fresh()}`;
    const mark = { recipientKey, at: instant(1_000), letter: "DP-1/2027/k/0", reason: "550" };
    await all.outOfUse.mark(mark);
    let isFirst = true;
    const put: typeof all.clearings.put = async (...args) => {
      if (isFirst) await all.outOfUse.mark({ ...mark, at: instant(2_000), letter: "DP-1/2027/k/1" });
      isFirst = false;
      return all.clearings.put(...args);
    };
    const records = { ...all.clearings, put };
    const request = { ...common, recipientKey, reason: "Ящик", request: "1" };
    const outcome = await clearAddress(request, { ...all, records });
    expect(outcome).toMatchObject({ kind: "recorded", entry: { changes: [{ before: { letter: "DP-1/2027/k/1" } }] } });
  });
});
