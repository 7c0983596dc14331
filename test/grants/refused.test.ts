import { describe, expect, it } from "vitest";
import type { StoredRecord } from "../../core/audit/stored.ts";
import type { Caller } from "../../core/register/grant.ts";
import {
  editGrants,
  type GrantEdit,
  type GrantPorts,
  grantsName,
  grantsOf,
  readGrants,
  seedGrants,
} from "../../core/use-cases/records/grants.ts";
import { sha256 } from "../../functions/hash.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryGrants } from "../support/memory/grants.ts";
import { memoryAudit } from "../support/memory/records.ts";
import { sampleRegister } from "./support/matrix.ts";

const admin: Caller = { id: "user:admin", name: "Admin", grants: ["admin"] };
const other: Caller = { id: "user:other", name: "Other", grants: ["admin"] };
const asked: GrantEdit = {
  ...{ subject: "user:u-1", name: "Officer", grants: ["staff@PB-101"] },
  ...{ reason: "New officer.", request: "r-1", version: 0 },
};

/** Grants with two administrators. */
async function createWorld(over: (records: GrantPorts["records"]) => Partial<GrantPorts["records"]> = () => ({})) {
  const kept = memoryGrants();
  await seedGrants(
    [admin, other].map(({ id, name }) => ({ subject: id, name, grants: ["admin" as const] })),
    kept,
  );
  const clock = memoryClock(almaty("2027-03-19T09:00"));
  const ports: GrantPorts = { records: { ...kept, ...over(kept) }, audit: memoryAudit(), hash: sha256, clock };
  const edit = (change: Partial<GrantEdit> = {}, caller = admin) =>
    editGrants({ ...asked, ...change }, caller, sampleRegister, ports);
  return { kept, ports, edit };
}

const revoked = { subject: admin.id, name: admin.name, grants: [], request: "r-9", version: 1 };
/** What the audit holds of a subject's grants, in the order of writing. */
const entriesOf = async (subject: string, { audit }: GrantPorts) =>
  (await audit.entries(grantsName(subject))).map(({ text }) => JSON.parse(text));

describe("an edit of grants", () => {
  it("is told in the audit as the command that it was, with the new name and grants of one who had none", async () => {
    const { ports, edit } = await createWorld();
    await edit();
    const changes = [
      { path: "name", after: "Officer" },
      { path: "grants", after: ["staff@PB-101"] },
    ];
    expect(await entriesOf(asked.subject, ports)).toMatchObject([
      { record: "grants:user:u-1", command: "edit-grants", changes },
    ]);
    await edit({ name: "Chief", version: 1, request: "r-2" });
    const [, second] = await entriesOf(asked.subject, ports);
    expect(second.changes).toEqual([{ path: "name", before: "Officer", after: "Chief" }]);
  });

  it("that names a grant twice gives it once", async () => {
    const { kept, edit } = await createWorld();
    await edit({ grants: ["staff@PB-101", "admin", "staff@PB-101"] });
    expect((await grantsOf(asked.subject, kept))?.grants).toEqual(["admin", "staff@PB-101"]);
  });

  it("is another one when its reason is, or who asks for it", async () => {
    const { edit } = await createWorld();
    await edit();
    expect(await edit({ reason: "Another." })).toEqual({ kind: "other-request" });
    expect(await edit({}, other)).toEqual({ kind: "other-request" });
    expect(await edit({ name: "Chief" })).toEqual({ kind: "other-request" });
    expect(await edit()).toMatchObject({ kind: "recorded", entry: { version: 1 } });
  });

  it("that does not fit its item is refused as such, and nobody else was faster", async () => {
    const { edit } = await createWorld(() => ({ put: async () => "too-large" }));
    expect(await edit()).toEqual({ kind: "too-large" });
  });

  it("that came later than another is told the version that is there now", async () => {
    const { edit } = await createWorld(() => ({ put: async () => "changed" }));
    expect(await edit()).toEqual({ kind: "conflict", version: 1 });
  });

  it("that gives what stands there, but whose record cannot be read, is none of nothing", async () => {
    const { kept, edit } = await createWorld();
    const data = JSON.stringify({ subject: asked.subject, name: asked.name, grants: asked.grants });
    await kept.put(asked.subject, null, { version: 1, format: 2, data, newest: null });
    expect(await edit({ version: 1 })).toMatchObject({ kind: "recorded", entry: { version: 2 } });
  });
});

describe("the last administrator", () => {
  it("is not one whose grants cannot be read", async () => {
    const { kept, edit } = await createWorld();
    const stored = await kept.read(other.id);
    await kept.put(other.id, stored, { version: 2, format: 9, data: stored?.data ?? "", newest: null });
    expect(await edit(revoked)).toEqual({ kind: "last-administrator" });
  });

  it("is not one who may do something else", async () => {
    const { edit } = await createWorld();
    await edit({ subject: other.id, name: other.name, grants: ["staff@MIA"], version: 1, request: "r-8" });
    expect(await edit(revoked)).toEqual({ kind: "last-administrator" });
  });

  it("stays when the other one was revoked in between, and the audit tells of both steps", async () => {
    const { kept, ports, edit } = await createWorld((store) => ({
      put: async (subject, before, next) => {
        const outcome = await store.put(subject, before, next);
        if (next.version === 2) await revoke(other.id, store);
        return outcome;
      },
    }));
    expect(await edit(revoked)).toEqual({ kind: "last-administrator" });
    expect((await grantsOf(admin.id, kept))?.grants).toEqual(["admin"]);
    const [first, second] = await entriesOf(admin.id, ports);
    expect([first.changes, second.changes]).toEqual([
      [{ path: "grants", before: ["admin"], after: [] }],
      [{ path: "grants", before: [], after: ["admin"] }],
    ]);
    expect(second.request).not.toBe(first.request);
    // Asked again, it is what it was: nothing more is written.
    expect(await edit(revoked)).toEqual({ kind: "last-administrator" });
    expect((await kept.read(admin.id))?.version).toBe(3);
    expect(await edit({ ...revoked, name: "New", grants: ["admin"], request: "r-10", version: 3 })).toMatchObject({
      ...{ kind: "recorded", entry: { version: 4 } },
    });
  });

  it("is left as somebody else has edited it since", async () => {
    const since = ["viewer@MIA"];
    const { kept, edit } = await createWorld((store) => ({
      put: async (subject, before, next) => {
        const outcome = await store.put(subject, before, next);
        if (subject === admin.id && next.version === 2) {
          await revoke(other.id, store);
          const data = JSON.stringify({ subject: admin.id, name: admin.name, grants: since });
          await store.put(admin.id, next, { version: 3, format: 1, data, newest: null });
        }
        return outcome;
      },
    }));
    expect(await edit(revoked)).toEqual({ kind: "last-administrator" });
    expect(await grantsOf(admin.id, kept)).toMatchObject({ grants: since });
  });

  it("may lose other grants at the side of another one", async () => {
    const { edit } = await createWorld();
    expect(await edit(revoked)).toMatchObject({ kind: "recorded", entry: { version: 2 } });
  });
});

async function revoke(subject: string, store: GrantPorts["records"]): Promise<void> {
  const before = await store.read(subject);
  const data = JSON.stringify({ subject, name: "Other", grants: [] });
  if (before?.version === 1) await store.put(subject, before, { version: 2, format: 1, data, newest: null });
}

describe("grants as they are stored", () => {
  const data = JSON.stringify({ subject: "user:a", name: "A", grants: ["admin"] });

  it.each<[string, Pick<StoredRecord, "format" | "data">]>([
    ["in a format that is not known", { format: 2, data }],
    ["with a grant that is none", { format: 1, data: data.replace("admin", "king") }],
    ["cut off", { format: 1, data: data.slice(0, -1) }],
  ])("%s grant nothing", (_, stored) => {
    expect(() => readGrants(stored)).toThrow();
    expect(readGrants({ format: 1, data }).grants).toEqual(["admin"]);
  });

  it("begin in a new system at version 1, in order and without history", async () => {
    const { kept } = await createWorld();
    await seedGrants([{ subject: "user:c", name: "C", grants: ["viewer@MIA", "admin", "admin"] }], kept);
    const text = JSON.stringify({ subject: "user:c", name: "C", grants: ["admin", "viewer@MIA"] });
    expect(await kept.read("user:c")).toEqual({ version: 1, format: 1, data: text, newest: null });
  });
});
