import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditInventory } from "../../core/audit/stored.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { createPolicyVersions } from "../../functions/dynamodb/settings.ts";
import { createVersionRecords } from "../../functions/dynamodb/version-records.ts";
import { sha256 } from "../../functions/hash.ts";
import { type EmbeddedStore, embeddedStores } from "../local/support/stores.ts";

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
    await expect(policies.add(version(12), 0)).rejects.toThrow("crash");
    expect(await reports()).toMatchObject([{ kind: "intact", entries: 1, filed: false }]);
    const after = createPolicyVersions(database, names.tables.Register, audit);
    expect((await after.all()).map(({ policy }) => policy.noticeDays)).toEqual([12]);
    expect(await after.add(version(13), 1)).toBe("added");
    expect(await reports()).toMatchObject([
      { kind: "intact", entries: 1, filed: true },
      { kind: "intact", entries: 1, filed: true },
    ]);
    const [entry] = await audit.entries("policy:1");
    expect(JSON.parse(entry?.text ?? "")).toMatchObject({ by: { id: "user:1", name: "Айгерим" }, request: "r12" });
  });
});
