import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AuditInventory } from "../../core/audit/stored.ts";
import { Facts, type FactsText } from "../../core/dossier/facts.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { record } from "../../core/use-cases/records/record.ts";
import { verifyAudit } from "../../core/use-cases/records/verify-audit.ts";
import { type Present, planImport, readPresent } from "../../core/use-cases/register-changes/import-plan.ts";
import { applyImport, type ImportOutcome, type ImportPorts } from "../../core/use-cases/register-changes/imports.ts";
import { createAuditLog } from "../../functions/dynamodb/audit.ts";
import { createDossierStore, type WritableDossierStore } from "../../functions/dynamodb/dossiers.ts";
import { createRegisterStore, type WritableRegisterStore } from "../../functions/dynamodb/register.ts";
import { sha256 } from "../../functions/hash.ts";
import { factsOf, writeUndo } from "../../local/export-files.ts";
import { readImportFiles, wantedBy } from "../../local/import-files.ts";
import { departmentText, districtText, dossierOf, heldOn, meetingOn, ministryText } from "../core/support/facts.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryAcknowledgements } from "../support/memory/records.ts";

const tables = useTables();
let register: WritableRegisterStore;
let dossiers: WritableDossierStore;
let audit: AuditInventory;
const clock = memoryClock(almaty("2027-04-15T10:00"));
const folder = mkdtempSync(join(tmpdir(), "esep-undo-"));

beforeAll(() => {
  register = createRegisterStore(tables.database, variable(tables.engines, "REGISTER_TABLE"));
  dossiers = createDossierStore(tables.database, variable(tables.engines, "DOSSIERS_TABLE"));
  audit = createAuditLog(tables.database, variable(tables.engines, "AUDIT_TABLE"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ports = (more: Partial<ImportPorts> = {}): ImportPorts => ({
  ...{ records: dossiers, audit, hash: sha256, clock, editions: register.editions, ...more },
});
let requests = 0;
const newOrder = () => ({ by: { id: "user:1", name: "Айгерим" }, reason: "facts.json", request: `r${++requests}` });

const present = async (): Promise<Present> =>
  readPresent(await loadRegister(register, ({ scopes }) => scopes), 2028, dossiers, defaultPolicy);

async function bring(text: FactsText, more: Partial<ImportPorts> = {}): Promise<ImportOutcome> {
  const { bodies, dossiers: wanted, policy = {} } = Facts.parse(text);
  const plan = planImport(await present(), { bodies, dossiers: wanted, policy: policyWith(policy) });
  expect(plan.issues).toEqual([]);
  return applyImport(plan, newOrder(), ports(more));
}

const second = { ...departmentText, id: "DP-2", contacts: [] };
const under = { ...districtText, id: "PB-2", parent: "DP-2", contacts: [] };
const before: FactsText = {
  bodies: [ministryText, departmentText, districtText],
  dossiers: [
    dossierOf([meetingOn("2027-03-12")]),
    dossierOf([], { campaign: 2026, schedule: { approvedOn: "2026-01-12" } }),
  ],
  policy: { noticeDays: 11 },
};
const after: FactsText = {
  bodies: [ministryText, { ...departmentText, name: { ru: "Иное", kk: "Басқа" } }, districtText, second, under],
  dossiers: [dossierOf([heldOn("2027-03-15")]), dossierOf([heldOn("2027-03-16")], { body: "PB-2" })],
  policy: { noticeDays: 12 },
};

/** Facts as they are exported, the policy only where it differs. */
const stored = async () => factsOf(await present());
const whole = (text: FactsText): FactsText =>
  Facts.encode({ ...Facts.parse(text), policy: JSON.parse(JSON.stringify(policyWith(text.policy))) });

async function brokenRecords(): Promise<string[]> {
  const verifying = {
    dossiers,
    edition: { read: () => register.editions.read("edition"), isWhole: async () => true },
    audit,
    hash: sha256,
    acknowledgements: memoryAcknowledgements(),
  };
  const loaded = await loadRegister(register, ({ scopes }) => scopes);
  const broken: string[] = [];
  if (!loaded) return broken;
  for await (const { record: name, report } of verifyAudit(loaded, 2028, verifying)) {
    if (report.kind === "broken") broken.push(`${name} ${report.fault}`);
  }
  return broken;
}

describe("an import", () => {
  test("fills an empty store, and what is exported is what it brought", async () => {
    const steps: string[] = [];
    const { bodies, dossiers: wanted, policy = {} } = Facts.parse(before);
    const plan = planImport(await present(), { bodies, dossiers: wanted, policy: policyWith(policy) });
    const outcome = await applyImport(plan, newOrder(), ports(), (done, total) => steps.push(`${done}/${total}`));
    expect(outcome).toEqual({ kind: "imported" });
    expect(steps).toEqual(["1/3", "2/3", "3/3"]);
    expect(new Set((await stored()).dossiers)).toEqual(new Set(whole(before).dossiers));
    expect(await stored()).toMatchObject({ bodies: before.bodies, policy: { noticeDays: 11 } });
  });

  test("tells what it would do, does it with an audit entry each, and is taken back from the file exported before", async () => {
    const old = await present();
    const plan = planImport(old, { ...Facts.parse(after), policy: policyWith(after.policy) });
    expect(plan.bodies.map(({ name, before: was, after: is }) => [name, was !== null, is !== null])).toEqual([
      ["DP-1", true, true],
      ["DP-2", false, true],
      ["PB-2", false, true],
    ]);
    expect(plan.dossiers.map(({ name, after: is }) => [name, is !== null])).toEqual([
      ["PB-1 2027", true],
      ["PB-2 2027", true],
      ["PB-1 2026", false],
    ]);
    expect(plan.policy).toEqual([{ path: "noticeDays", before: 11, after: 12 }]);
    const undo = writeUndo(old, "facts", folder, clock.machineNow());
    expect(await bring(after)).toEqual({ kind: "imported" });
    expect(await stored()).toEqual(whole(after));
    const [entry] = (await audit.entries("dossier:PB-1:2027")).slice(-1).map(({ text }) => JSON.parse(text));
    expect(entry).toMatchObject({ command: "import", reason: "facts.json", by: newOrder().by });
    const { wanted } = wantedBy(readImportFiles(undo), await present());
    expect(await applyImport(planImport(await present(), wanted), newOrder(), ports())).toEqual({ kind: "imported" });
    expect(await stored()).toEqual(factsOf(old));
    expect(await brokenRecords()).toEqual([]);
  });

  test("of the same file changes nothing", async () => {
    const now = await stored();
    const plan = planImport(await present(), { ...Facts.parse(now), policy: policyWith(now.policy) });
    expect(plan).toMatchObject({ bodies: [], dossiers: [], policy: [], replacesRegister: false, issues: [] });
  });

  test("keeps the days on which unchanged facts were recorded, and gives what it brings none", async () => {
    const key = { scope: "DP-1", body: "PB-1", campaign: 2027 };
    const approve = { command: "approve-schedule", input: { approvedOn: "2027-01-10" } };
    const actor = { id: "user:1", name: "А", mayWaive: false };
    const request = { ...key, ...approve, actor, zone: "Asia/Almaty", request: "r2", isRepeatable: false };
    expect(await record(request, { records: dossiers, audit, hash: sha256, clock })).toMatchObject({
      kind: "recorded",
    });
    const now = await stored();
    const changed = now.dossiers.map((one) =>
      one.campaign === 2027 ? { ...one, meetings: [heldOn("2027-03-20")] } : one,
    );
    expect(await bring({ ...now, dossiers: changed })).toEqual({ kind: "imported" });
    const { recorded } = await dossiers.load("DP-1", 2027);
    expect(Object.keys(recorded?.get("PB-1") ?? {})).toEqual(["schedule"]);
  });
});

describe("all of an import or nothing", () => {
  test("when the register was changed meanwhile, the dossiers are put back", async () => {
    const old = await stored();
    const late = { ...register.editions, put: async () => "changed" as const };
    expect(await bring(after, { editions: late })).toEqual({ kind: "changed", what: "the register" });
    expect(await stored()).toEqual(old);
    expect(await brokenRecords()).toEqual([]);
  });

  test("when a write breaks down, and when another process was faster", async () => {
    const old = await stored();
    let writes = 0;
    const failing = (how: () => Promise<"changed">): Partial<ImportPorts> => ({
      records: { ...dossiers, put: (...args) => (++writes === 2 ? how() : dossiers.put(...args)) },
    });
    await expect(
      bring(
        after,
        failing(() => Promise.reject(new Error("gone"))),
      ),
    ).rejects.toThrow("gone");
    expect(await stored()).toEqual(old);
    writes = 0;
    expect(
      await bring(
        after,
        failing(async () => "changed"),
      ),
    ).toMatchObject({ kind: "changed" });
    expect(await stored()).toEqual(old);
  });

  test("when a dossier was written, and its entry or the answer was lost", async () => {
    const old = await stored();
    const unanswered: typeof dossiers.put = async (...args) => {
      await dossiers.put(...args);
      throw new Error("gone");
    };
    let writes = 0;
    const put: typeof dossiers.put = (...args) => (++writes === 1 ? unanswered(...args) : dossiers.put(...args));
    await expect(bring(after, { records: { ...dossiers, put } })).rejects.toThrow("gone");
    expect(await stored()).toEqual(old);
    expect(await brokenRecords()).toEqual([]);
  });

  test("a dossier that was recorded in since the preview is not overwritten", async () => {
    const plan = planImport(await present(), { ...Facts.parse(after), policy: policyWith(after.policy) });
    await bring({ ...(await stored()), dossiers: before.dossiers });
    const now = await stored();
    expect(await applyImport(plan, newOrder(), ports())).toEqual({ kind: "changed", what: "PB-1 2027" });
    expect(await stored()).toEqual(now);
  });

  test("readers of the register see the old one or the new one, whole", async () => {
    const { bodies, policy } = await present().then(({ register: known, policy: rules }) => ({
      bodies: known?.bodies ?? [],
      policy: rules,
    }));
    const many = Array.from({ length: 60 }, (_, index) => ({ ...districtText, id: `PB-X${index}`, contacts: [] }));
    const next = Facts.parse({ bodies: [...before.bodies, ...many], dossiers: [] }).bodies;
    const seen = new Set<number>();
    const look = async (): Promise<void> => {
      const loaded = await loadRegister(register, ({ scopes }) => scopes);
      seen.add(loaded?.register.bodies.length ?? 0);
    };
    const replacing = register.replace(next, policy);
    await Promise.all([replacing, ...Array.from({ length: 10 }, look)]);
    await look();
    expect(await replacing).toBe("replaced");
    expect([...seen].every((count) => count === bodies.length || count === next.length)).toBe(true);
    expect(await register.replace(bodies, policy, 1)).toBe("changed");
    expect(await register.replace(bodies, policy)).toBe("replaced");
  });
});
