import { describe, expect, it } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import type { GrantStore, SessionStore } from "../../core/ports.ts";
import { createGrantStore } from "../../functions/dynamodb/grants.ts";
import { createRegisterStore } from "../../functions/dynamodb/register.ts";
import { createSessionStore } from "../../functions/dynamodb/sessions.ts";
import { useTables } from "../local/support/tables.ts";
import { memoryGrants } from "../support/memory/grants.ts";
import { memorySessions } from "../support/memory/sessions.ts";

const tables = useTables();

const record = (version: number, data: string) => ({ version, format: 1, data, newest: null });
const sealed = (version: number, data: string) => ({ ...record(version, data), newest: { text: data, hash: data } });

const grantStores: readonly (readonly [string, () => GrantStore])[] = [
  ["in memory", memoryGrants],
  ["in DynamoDB", () => createGrantStore(tables.database, "Register")],
];

describe.each(grantStores)("grants %s", (_, open) => {
  it("are written once a version, and listed by subject", async () => {
    const store = open();
    expect(await store.read("user:a")).toBeNull();
    const first = sealed(1, "first");
    expect(await store.put("user:b", null, first)).toBe("written");
    expect(await store.put("user:b", null, sealed(1, "other"))).toBe("changed");
    expect(await store.put("user:b", first, sealed(2, "second"))).toBe("written");
    expect(await store.put("user:b", first, sealed(2, "third"))).toBe("changed");
    // The answer to our own success was lost.
    expect(await store.put("user:b", first, sealed(2, "second"))).toBe("written");
    await store.put("user:a", null, record(1, "seeded"));
    expect(await store.read("user:b")).toEqual(sealed(2, "second"));
    expect(await store.all()).toEqual([
      { key: "user:a", stored: record(1, "seeded") },
      { key: "user:b", stored: sealed(2, "second") },
    ]);
  });
});

it("grants are no bodies of any scope", async () => {
  await createGrantStore(tables.database, "Register").put("user:c", null, record(1, "{}"));
  expect(await createRegisterStore(tables.database, "Register").directory()).toBeNull();
});

const sessionStores: readonly (readonly [string, () => SessionStore])[] = [
  ["in memory", memorySessions],
  ["in DynamoDB", () => createSessionStore(tables.database, "Sessions")],
];

describe.each(sessionStores)("sessions %s", (_, open) => {
  const session = { subject: "user:a", name: "A", startedAt: instant(1000), expiresAt: instant(2500) };

  it("are found until they are removed, also expired ones, and never overwritten", async () => {
    const store = open();
    expect(await store.find("hash")).toBeNull();
    await store.create("hash", session);
    await expect(store.create("hash", { ...session, subject: "user:b" })).rejects.toThrow();
    expect(await store.find("hash")).toEqual(session);
    expect(await store.endedAt("user:a")).toBeNull();
    await store.endAll("user:a", instant(2000));
    expect([await store.endedAt("user:a"), await store.endedAt("user:b")]).toEqual([instant(2000), null]);
    await store.remove("hash");
    await store.remove("hash");
    expect(await store.find("hash")).toBeNull();
  });
});
