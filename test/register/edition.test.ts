import { describe, expect, test } from "vitest";
import type { StoredRecord } from "../../core/audit/stored.ts";
import { day } from "../../core/calendar/day.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import type { Policy } from "../../core/order608/policy.ts";
import type { BodyText } from "../../core/register/body.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { planImport, readPresent } from "../../core/use-cases/register-changes/import-plan.ts";
import {
  type EditionPorts,
  editionOf,
  putIntoForce,
  REGISTER_RECORD,
} from "../../core/use-cases/register-changes/register-edition.ts";
import { sha256 } from "../../functions/hash.ts";
import { departmentText, districtText, ministryText } from "../core/support/facts.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryAudit, memoryRecords } from "../support/memory/records.ts";
import { memoryRegister } from "../support/memory/register.ts";

const texts: readonly BodyText[] = [ministryText, departmentText, districtText];
const order = { command: "import", by: { id: "user:1", name: "А" }, reason: "facts.json", asked: sha256("asked") };

function createWorld() {
  const register = memoryRegister();
  const staged: (Policy | null)[] = [];
  const tidied: (StoredRecord | null)[] = [];
  const ports: EditionPorts = {
    editions: {
      ...register.editions,
      stage: async (bodies, policy, before) => {
        staged.push(policy);
        return register.editions.stage(bodies, policy, before);
      },
      tidy: async (before) => void tidied.push(before),
    },
    ...{ audit: memoryAudit(), hash: sha256, clock: memoryClock(almaty("2027-03-19T01:00")) },
  };
  const present = async () =>
    readPresent(await loadRegister(register, ({ scopes }) => scopes), 2028, memoryRecords(), defaultPolicy);
  let requests = 0;
  const put = async (bodies: readonly BodyText[], policy = defaultPolicy, own = ports) => {
    const plan = planImport(await present(), {
      ...{ bodies: Facts.parse({ bodies, dossiers: [] }).bodies, dossiers: null, policy },
    });
    return putIntoForce(plan, { ...order, request: `r${++requests}` }, own);
  };
  const newest = async () => JSON.parse((await ports.audit.entries(REGISTER_RECORD)).at(-1)?.text ?? "null");
  return { ports, put, newest, staged, tidied, present };
}

describe("an edition of the register", () => {
  test("is told in the audit body by body: what is new as a whole, what is changed by its fields", async () => {
    const { put, newest } = createWorld();
    await put(texts);
    expect((await newest()).changes.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(["bodies/MIA", "bodies/DP-1", "bodies/PB-1"]),
    );
    const named = { ...districtText, name: { ...districtText.name, ru: "Иное" } };
    await put([ministryText, departmentText, named]);
    expect(await newest()).toMatchObject({
      ...order,
      changes: [{ path: "bodies/PB-1/name/ru", before: districtText.name.ru, after: "Иное" }],
    });
    await put([ministryText, departmentText]);
    expect((await newest()).changes).toMatchObject([{ path: "bodies/PB-1", before: { id: "PB-1" } }]);
  });

  test("stands under the ministry's civil day", async () => {
    const { put, newest } = createWorld();
    const west = { ...ministryText, zone: "Asia/Aqtau" };
    await put([departmentText, districtText, west]);
    expect((await newest()).day).toBe("2027-03-19");
    await put([departmentText, districtText, { ...west, zone: "America/New_York" }]);
    expect((await newest()).day).toBe("2027-03-18");
  });

  test("brings its policy when it is the first or when the policy differs, and says so", async () => {
    const { put, newest, staged } = createWorld();
    await put(texts);
    await put([ministryText, departmentText]);
    const other = policyWith({ noticeDays: 12 });
    await put(texts, other);
    expect(staged).toEqual([defaultPolicy, null, other]);
    expect((await newest()).changes).toContainEqual({
      ...{ path: "policy/noticeDays", before: defaultPolicy.noticeDays, after: 12 },
    });
  });

  test("that changes too much for one entry tells how many bodies it added, changed and removed", async () => {
    const { put, newest } = createWorld();
    const many = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => ({
        ...{ ...districtText, id: `PB-${index + 10}`, name: { ru: name, kk: name }, contacts: [] },
      }));
    await put([...texts, ...many(400, "Бір")]);
    expect((await newest()).changes).toEqual([{ path: "bodies", after: { added: 403, changed: 0, removed: 0 } }]);
    const long = "Ұ".repeat(190);
    const fresh = { ...districtText, id: "PB-9000", contacts: [] };
    await put([ministryText, departmentText, fresh, ...many(399, long)]);
    expect((await newest()).changes).toEqual([{ path: "bodies", after: { added: 1, changed: 399, removed: 2 } }]);
  });

  test("removes what nobody reads any more, once it is in force", async () => {
    const { put, ports, tidied } = createWorld();
    await put(texts);
    const first = await ports.editions.read("edition");
    await put([ministryText, departmentText]);
    expect(tidied).toEqual([null, first]);
  });

  test("is not put over one that the plan has not seen", async () => {
    const { put, ports, present, tidied } = createWorld();
    const bodies = Facts.parse({ bodies: texts, dossiers: [] }).bodies;
    const old = planImport(await present(), { bodies, dossiers: null, policy: defaultPolicy });
    expect(await put(texts)).toMatchObject({ kind: "replaced", entry: { version: 1 } });
    expect(await putIntoForce(old, { ...order, request: "late" }, ports)).toEqual({ kind: "changed", version: 1 });
    const faster = { ...ports, editions: { ...ports.editions, put: async () => "changed" as const } };
    expect(await put([ministryText], defaultPolicy, faster)).toEqual({ kind: "changed", version: 2 });
    const full = { ...ports, editions: { ...ports.editions, put: async () => "too-large" as const } };
    expect(await put([ministryText], defaultPolicy, full)).toEqual({ kind: "too-large" });
    expect(tidied).toHaveLength(1);
  });

  test("is found by its request, also when others have come since, and no other is", async () => {
    const { put, ports } = createWorld();
    await put(texts);
    await put([ministryText, departmentText]);
    expect(await editionOf("r1", ports)).toMatchObject({ version: 1, day: day("2027-03-19") });
    expect(await editionOf("r3", ports)).toBeUndefined();
  });
});
