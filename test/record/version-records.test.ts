import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditInventory } from "../../core/audit/stored.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { CalendarChanges } from "../../core/calendar/calendar-versions.ts";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { createRegister } from "../../core/register/register.ts";
import { applyCalendar } from "../../core/use-cases/policy-changes/policy-apply.ts";
import { createCalendarVersions, createPolicyVersions } from "../../functions/dynamodb/settings.ts";
import { createVersionRecords } from "../../functions/dynamodb/version-records.ts";
import { sha256 } from "../../functions/hash.ts";
import { type EmbeddedStore, embeddedStores } from "../local/support/stores.ts";
import { factsOf, ministry } from "../support/delivery/facts.ts";
import { memoryVersions } from "../support/memory/administration.ts";
import { almaty } from "../support/memory/clocks.ts";

const stores = embeddedStores();
let store: EmbeddedStore;

beforeAll(async () => {
  store = await stores.open();
});
afterAll(stores.close);

const version = (noticeDays: number) => ({
  ...{ from: day("2027-03-20"), reason: "reason", by: "user:1", name: "Айгерим", request: `r${noticeDays}` },
  ...{ appliedAt: instant(1_800_000_000_000), policy: { ...defaultPolicy, noticeDays } },
});

/** An audit that is not reached once: the process died before it. */
function cutOnce(audit: AuditInventory): AuditInventory {
  let isCut = false;
  return {
    ...audit,
    file: async (record, entry) => {
      if (isCut) return audit.file(record, entry);
      isCut = true;
      throw new Error("crash");
    },
  };
}

test("a crash between a version and its entry in the audit loses neither: readers see both, the next version files it", async () => {
  const { audit } = store.wiring;
  await store.tables(async ({ database, names }) => {
    const policies = createPolicyVersions(database, names.tables.Register, cutOnce(audit));
    const records = createVersionRecords(database, names.tables.Register);
    const reports = async () => {
      const all = await records.all();
      const filed = await Promise.all(all.map(({ record }) => audit.entries(record)));
      return all.map(({ record, stored }, index) => verifyChain(record, filed[index] ?? [], stored, sha256));
    };
    await expect(policies.add(version(12), 0, day("2027-03-20"))).rejects.toThrow("crash");
    expect(await reports()).toMatchObject([{ kind: "intact", entries: 1, filed: false }]);
    const after = createPolicyVersions(database, names.tables.Register, audit);
    expect((await after.all()).map(({ policy }) => policy.noticeDays)).toEqual([12]);
    expect(await after.add(version(13), 1, day("2027-03-21"))).toBe("added");
    expect(await reports()).toMatchObject([
      { kind: "intact", entries: 1, filed: true },
      { kind: "intact", entries: 1, filed: true },
    ]);
    const [entry] = await audit.entries("policy:1");
    expect(JSON.parse(entry?.text ?? "")).toMatchObject({ by: { id: "user:1", name: "Айгерим" }, request: "r12" });
  });
});

test("a version stands in the audit under the calendar's day, which a demo may have moved", async () => {
  const { audit, clock } = store.wiring;
  await store.tables(async ({ database, names }) => {
    const calendars = createCalendarVersions(database, names.tables.Register, audit);
    const demo = { ...clock, calendarNow: () => almaty("2030-05-06T00:30") };
    const { bodies } = factsOf([ministry()], 2030);
    const directory = { scopes: ["MIA"], shared: {}, version: 1, policy: defaultPolicy };
    const loaded = { directory, register: createRegister(bodies), scopes: [] };
    const terms = {
      from: day("2030-05-06"),
      reason: "Приказ",
      by: { id: "user:1", name: "Айгерим" },
      request: "r",
      isRepeatable: true,
    };
    const wish = CalendarChanges.parse({
      days: [{ day: "2030-05-08", kind: "dayoff", ru: "Выходной", kk: "Демалыс" }],
    });
    await applyCalendar(wish, terms, loaded, { policies: memoryVersions(), calendars, clock: demo });
    const [entry] = await audit.entries("calendar:1");
    expect(JSON.parse(entry?.text ?? "")).toMatchObject({ day: "2030-05-06", at: expect.any(Number) });
  });
});
