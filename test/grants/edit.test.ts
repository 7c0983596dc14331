import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { day } from "../../core/calendar/day.ts";
import type { Caller } from "../../core/register/grant.ts";
import { GrantRecord } from "../../core/register/grant-record.ts";
import {
  editGrants,
  type GrantEdit,
  type GrantPorts,
  grantsName,
  grantsOf,
  seedGrants,
} from "../../core/use-cases/records/grants.ts";
import { sha256 } from "../../functions/hash.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryGrants } from "../support/memory/grants.ts";
import { memoryAudit } from "../support/memory/records.ts";
import { callerOfRole, roles, sampleRegister } from "./support/matrix.ts";

const admin: Caller = { id: "user:admin", name: "Admin", grants: ["admin"] };

/** Grants with one administrator. */
async function createWorld() {
  const clock = memoryClock(almaty("2027-03-19T09:00"));
  const ports: GrantPorts = { records: memoryGrants(), audit: memoryAudit(), hash: sha256, clock };
  await seedGrants([{ subject: admin.id, name: admin.name, grants: ["admin"] }], ports.records);
  const edit = (change: Partial<GrantEdit>, caller = admin) =>
    editGrants({ ...change1, ...change }, caller, sampleRegister, ports);
  return { ports, edit, clock };
}

const change1: GrantEdit = {
  ...{ subject: "user:u-1", name: "Officer", grants: ["staff@PB-101"] },
  ...{ reason: "New officer.", request: "r-1", version: 0 },
};

describe("editing grants", () => {
  it("holds from the next look on, and says who, when, why, before and after", async () => {
    const { ports, edit } = await createWorld();
    expect(await grantsOf("user:u-1", ports.records)).toBeNull();
    expect(await edit({})).toMatchObject({ kind: "recorded" });
    const second = await edit({ grants: ["viewer@DP-10", "staff@PB-111"], request: "r-2", version: 1 });
    expect((await grantsOf("user:u-1", ports.records))?.grants).toEqual(["staff@PB-111", "viewer@DP-10"]);
    expect(second).toMatchObject({
      entry: {
        ...{
          version: 2,
          by: { id: "user:admin", name: "Admin" },
          at: ports.clock.machineNow(),
          reason: "New officer.",
        },
        changes: [{ path: "grants", before: ["staff@PB-101"], after: ["staff@PB-111", "viewer@DP-10"] }],
      },
    });
  });

  it("stands in the audit under the calendar's day, which a demo may have moved", async () => {
    const { edit, clock } = await createWorld();
    clock.moveTo(almaty("2027-03-10T09:00"));
    expect(await edit({})).toMatchObject({ entry: { day: day("2027-03-10") } });
  });

  it("leaves a chain that can be verified", async () => {
    const { ports, edit } = await createWorld();
    await edit({});
    await edit({ grants: [], request: "r-2", version: 1 });
    const name = grantsName("user:u-1");
    const stored = await ports.records.read("user:u-1");
    expect(verifyChain(name, await ports.audit.entries(name), stored, sha256)).toMatchObject({
      ...{ kind: "intact", entries: 2 },
    });
    const forged = stored && { ...stored, data: stored.data.replace("[]", '["admin"]') };
    expect(verifyChain(name, await ports.audit.entries(name), forged, sha256).kind).toBe("broken");
  });

  it.each(roles.filter((role) => role !== "admin"))("is not for %s", async (role) => {
    const { ports, edit } = await createWorld();
    expect(await edit({ grants: ["admin"] }, callerOfRole(role, "MIA"))).toEqual({ kind: "forbidden" });
    expect(await grantsOf("user:u-1", ports.records)).toBeNull();
  });

  it("names bodies that the register does not know", async () => {
    const { edit } = await createWorld();
    const grants = ["staff@GHOST", "viewer@DP-10"] as const;
    expect(await edit({ grants: [...grants] })).toEqual({ kind: "unknown-bodies", bodies: ["GHOST"] });
  });

  it("lets only one of two who saw the same version win", async () => {
    const { edit } = await createWorld();
    const outcomes = await Promise.all([edit({}), edit({ grants: ["viewer@DP-11"], request: "r-2" })]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["conflict", "recorded"]);
    expect(await edit({ grants: [], request: "r-3", version: 0 })).toEqual({ kind: "conflict", version: 1 });
  });

  it("gives a repeated request its first result, and refuses its id to another", async () => {
    const { ports, edit } = await createWorld();
    const first = await edit({});
    expect(await edit({})).toEqual(first);
    expect(await edit({ grants: [] })).toEqual({ kind: "other-request" });
    expect((await ports.records.read("user:u-1"))?.version).toBe(1);
  });

  it("does not take the last administrator away", async () => {
    const { edit } = await createWorld();
    const leave = { subject: admin.id, name: admin.name, grants: [], request: "r-9", version: 1 };
    expect(await edit(leave)).toEqual({ kind: "last-administrator" });
    // Who stays one may change all else.
    expect(await edit({ ...leave, grants: ["admin", "viewer@DP-10"], request: "r-8" })).toMatchObject({
      kind: "recorded",
    });
    await edit({ grants: ["admin"] });
    expect(await edit({ ...leave, version: 2 })).toMatchObject({ kind: "recorded" });
  });

  it("of two administrators who take it from each other at once leaves one, at any interleaving", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { ports } = await createWorld();
        const names = [admin.id, "user:b"] as const;
        await seedGrants([{ subject: names[1], name: "B", grants: ["admin"] }], ports.records);
        const { read, put, all } = ports.records;
        const later = (what: string) => scheduler.schedule(Promise.resolve(), what);
        const records: GrantPorts["records"] = {
          read: async (subject) => later(`read ${subject}`).then(() => read(subject)),
          put: async (...next) => later(`put ${next[0]}`).then(() => put(...next)),
          all: async () => later("all").then(all),
        };
        const revoke = (subject: string) =>
          editGrants(
            { subject, name: subject, grants: [], reason: "Revoked.", request: `r ${subject}`, version: 1 },
            admin,
            sampleRegister,
            { ...ports, records },
          );
        const both = Promise.all(names.map(revoke));
        await scheduler.waitFor(both);
        const left = await Promise.all(names.map((subject) => grantsOf(subject, ports.records)));
        const kinds = (await both).map(({ kind }) => kind);
        expect(left.flatMap((one) => one?.grants ?? [])).toHaveLength(
          kinds.filter((kind) => kind !== "recorded").length,
        );
        expect(left.some((one) => one?.grants.includes("admin"))).toBe(true);
        const again = await Promise.all(names.map(revoke).map((one) => scheduler.waitFor(one)));
        expect(again.map(({ kind }, at) => kind === "recorded" || kinds[at] !== "recorded")).toEqual([true, true]);
      }),
      { numRuns: 100 },
    );
  });

  it("refuses what changes nothing", async () => {
    const { edit } = await createWorld();
    await edit({});
    expect(await edit({ request: "r-2", version: 1 })).toEqual({ kind: "nothing-to-change" });
  });
});

it("seeding never changes a subject that is known", async () => {
  const { ports } = await createWorld();
  await seedGrants([{ subject: admin.id, name: "Other", grants: [] }], ports.records);
  expect((await grantsOf(admin.id, ports.records))?.grants).toEqual(["admin"]);
});

it("grants that cannot be read grant nothing, and an administrator can put them right", async () => {
  const { ports, edit } = await createWorld();
  const stored = { version: 1, format: 1, data: '{"grants":["admin"]}', newest: null };
  await ports.records.put("user:u-2", null, stored);
  await expect(grantsOf("user:u-2", ports.records)).rejects.toThrow();
  expect(await edit({ subject: "user:u-2", version: 1 })).toMatchObject({ kind: "recorded" });
  expect((await grantsOf("user:u-2", ports.records))?.grants).toEqual(["staff@PB-101"]);
});

it.each(["u-1", "user:", "user:a b", "admin:u-1", `user:${"x".repeat(201)}`, "user:u\n"])(
  "%j is no subject",
  (subject) => expect(GrantRecord.safeParse({ subject, name: "N", grants: [] }).success).toBe(false),
);
