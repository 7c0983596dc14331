import { beforeEach, describe, expect, test } from "vitest";
import { Facts, type FactsText } from "../../core/dossier/facts.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { ImportJob, ImportTexts } from "../../core/use-cases/register-changes/import-jobs.ts";
import { type ImportPlan, planImport, readPresent } from "../../core/use-cases/register-changes/import-plan.ts";
import { applyImport, type ImportPorts, takeBackImport } from "../../core/use-cases/register-changes/imports.ts";
import { sha256 } from "../../functions/hash.ts";
import { departmentText, districtText, dossierOf, meetingOn, ministryText } from "../core/support/facts.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { itemName, type MemoryRecords, memoryAudit, memoryRecords } from "../support/memory/records.ts";
import { type MemoryRegister, memoryRegister } from "../support/memory/register.ts";

const bodies = [ministryText, departmentText, districtText];
const key = { scope: "DP-1", body: "PB-1", campaign: 2027 };
const facts = (date: string): FactsText => ({ bodies, dossiers: [dossierOf([meetingOn(date)])] });
const orderOf = (request: string) => ({ by: { id: "user:1", name: "А" }, reason: "facts.json", request });

let register: MemoryRegister;
let dossiers: MemoryRecords;
let ports: ImportPorts;

beforeEach(() => {
  register = memoryRegister();
  dossiers = memoryRecords();
  const clock = memoryClock(almaty("2027-04-15T10:00"));
  ports = { records: dossiers, audit: memoryAudit(), hash: sha256, clock, editions: register.editions };
});

async function planOf(text: FactsText): Promise<ImportPlan> {
  const present = await readPresent(
    await loadRegister(register, ({ scopes }) => scopes),
    2028,
    dossiers,
    defaultPolicy,
  );
  return planImport(present, { ...Facts.parse(text), policy: defaultPolicy });
}

const commands = async () =>
  (await ports.audit.entries("dossier:PB-1:2027")).map(({ text }) => JSON.parse(text).command);

describe("an import", () => {
  test("whose register others were faster with is taken back, is never told as finished, and may be tried again", async () => {
    const plan = await planOf(facts("2027-03-12"));
    const steps: string[] = [];
    const late = { ...ports, editions: { ...ports.editions, put: async () => "changed" as const } };
    const outcome = await applyImport(plan, orderOf("r"), late, (done, total) => steps.push(`${done}/${total}`));
    expect([outcome, steps]).toEqual([{ kind: "changed", what: "the register" }, ["1/2"]]);
    expect(await commands()).toEqual(["import", "take-back-import"]);
    expect(await applyImport(plan, orderOf("r"), ports)).toEqual({ kind: "imported" });
    expect(await commands()).toEqual(["import", "take-back-import", "import"]);
  });

  test("that is sent again once everything is there writes nothing", async () => {
    const plan = await planOf(facts("2027-03-12"));
    for (const _ of [1, 2]) expect(await applyImport(plan, orderOf("r"), ports)).toEqual({ kind: "imported" });
    expect(await commands()).toEqual(["import"]);
    expect((await ports.editions.read("edition"))?.version).toBe(1);
  });

  test("does not take for its own what another one has brought, though it be the same", async () => {
    const plan = await planOf(facts("2027-03-12"));
    await applyImport(plan, orderOf("first"), ports);
    expect(await applyImport(plan, orderOf("second"), ports)).toEqual({ kind: "changed", what: "PB-1 2027" });
    expect(await commands()).toEqual(["import"]);
  });

  test("writes what is new in it under a name that was used before", async () => {
    await applyImport(await planOf(facts("2027-03-12")), orderOf("r"), ports);
    expect(await applyImport(await planOf(facts("2027-03-15")), orderOf("r"), ports)).toEqual({ kind: "imported" });
    expect(await commands()).toEqual(["import", "import"]);
    const [dossier] = (await dossiers.load("DP-1", 2027)).dossiers;
    expect(dossier?.meetings).toHaveLength(1);
    expect(await planOf(facts("2027-03-15"))).toMatchObject({ dossiers: [] });
  });

  test("that was cut off is taken back: what it wrote is as before, and what it did not write is left alone", async () => {
    await applyImport(await planOf(facts("2027-03-12")), orderOf("first"), ports);
    const before = (await dossiers.load("DP-1", 2027)).dossiers;
    const two = facts("2027-03-15");
    const more = [...two.dossiers, dossierOf([meetingOn("2026-03-12")], { campaign: 2026 })];
    const plan = await planOf({ ...two, dossiers: more });
    let isGone = false;
    const gone = () => Promise.reject(new Error("gone"));
    const records: typeof ports.records = {
      read: (at) => (isGone ? gone() : dossiers.read(at)),
      put: async (at, was, next) => {
        if (at.campaign === 2026) return gone();
        isGone = true;
        return dossiers.put(at, was, next);
      },
    };
    await expect(applyImport(plan, orderOf("r"), { ...ports, records })).rejects.toThrow("gone");
    expect((await dossiers.load("DP-1", 2027)).dossiers).not.toEqual(before);
    await takeBackImport(plan, orderOf("r"), ports);
    expect((await dossiers.load("DP-1", 2027)).dossiers).toEqual(before);
    expect(await commands()).toEqual(["import", "import", "take-back-import"]);
    expect(await ports.audit.entries("dossier:PB-1:2026")).toEqual([]);
  });

  test("of dossiers alone leaves the edition of the register that is in force", async () => {
    await register.replace(Facts.parse({ bodies, dossiers: [] }).bodies, defaultPolicy);
    const before = await ports.editions.read("edition");
    expect(await applyImport(await planOf(facts("2027-03-12")), orderOf("r"), ports)).toEqual({ kind: "imported" });
    expect(await ports.editions.read("edition")).toEqual(before);
  });

  test("writes over no dossier that has become unreadable since it was planned", async () => {
    const plan = await planOf(facts("2027-03-12"));
    const damaged = { version: 1, format: 9, data: "{}", newest: null };
    dossiers.items.set(itemName(key), damaged);
    expect(await applyImport(plan, orderOf("r"), ports)).toEqual({ kind: "changed", what: "PB-1 2027" });
    expect(dossiers.items.get(itemName(key))).toBe(damaged);
  });
});

describe("what is kept of an import", () => {
  test.each([{ facts: "{}" }, { register: "" }, { contacts: "" }, { register: "", contacts: "" }])("is %j", (texts) =>
    expect(ImportTexts.safeParse(texts).data).toEqual(texts),
  );

  test.each([{}, { facts: "{}", contacts: "" }, { letters: "" }])("is not %j", (texts) =>
    expect(ImportTexts.safeParse(texts).success).toBe(false),
  );

  test.each(["running", "done", "taken-back"] as const)("is that it is %s, and how far", (state) => {
    const job = {
      ...{ id: "i", file: "f", undo: null, version: 1, by: { id: "user:1", name: "А" }, reason: "r", startedAt: 1 },
      ...{ state, done: 1, total: 2, what: null, leaseUntil: 1, revision: 1 },
    };
    expect(ImportJob.parse(job)).toEqual(job);
    expect(ImportJob.safeParse({ ...job, state: "" }).success).toBe(false);
  });
});
