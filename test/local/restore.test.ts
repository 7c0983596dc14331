import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Facts } from "../../core/dossier/facts.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { type VerifiedRecord, verifyAudit } from "../../core/use-cases/records/verify-audit.ts";
import { restoreBackup, verifyBackup } from "../../local/backup/restore.ts";
import { begin } from "../../local/commands/begin.ts";
import { exportFacts } from "../../local/commands/facts.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { seed } from "../../local/seed.ts";
import { type BackedUp, backedUp, linesOf, sweepAll, sweepNext, toldIn } from "./support/backed-up.ts";
import { type EmbeddedStore, failing, findingsOf } from "./support/stores.ts";

let world: BackedUp;
/** What the first store found, and what it wrote next, before anything was restored. */
let findings: Awaited<ReturnType<typeof findingsOf>>;
let writtenNext: readonly string[];

beforeAll(async () => {
  world = await backedUp();
  findings = await findingsOf(world.first.wiring);
  writtenNext = await sweepNext(world.first);
}, 120_000);
afterAll(() => world.stores.close());

async function verdictsOf(verified: AsyncIterable<VerifiedRecord>): Promise<string[]> {
  const verdicts: string[] = [];
  for await (const { record, report } of verified) verdicts.push(`${record} ${report.kind}`);
  return verdicts;
}

describe("what was saved and restored", () => {
  let fresh: EmbeddedStore;

  beforeAll(async () => {
    fresh = await world.restored();
  });

  test("is the same to the last item", async () => {
    expect(await fresh.tables(linesOf)).toEqual(world.held);
  });

  test("has identical findings", async () => {
    expect(findings.findings.length).toBeGreaterThan(300);
    expect(await findingsOf(fresh.wiring)).toEqual(findings);
  });

  test("lets the slot be swept again without a new letter, and the next one write what it would have written", async () => {
    const before = await toldIn(fresh.wiring);
    fresh.goTo("2027-03-19T09:30");
    await sweepAll(fresh.wiring);
    expect(await toldIn(fresh.wiring)).toEqual(before);
    const after = await sweepNext(fresh);
    expect(after).toEqual(writtenNext);
    expect(after.length).toBeGreaterThan(before.length);
    expect(new Set(after).size).toBe(after.length);
  });

  test("has an audit in which nothing is missing, grants included", async () => {
    const loaded = await loadRegister(fresh.wiring.register, ({ scopes }) => scopes);
    const reports = loaded ? await verdictsOf(verifyAudit(loaded, 2028, fresh.wiring)) : [];
    expect(reports).toEqual(["grants:user:new intact"]);
  });

  test("has the text of the letters", async () => {
    const entry = (await fresh.wiring.ledger.log("DP-10", 2027)).find(({ file }) => file !== "demo-history");
    const letter = await fresh.wiring.files.get(entry?.file ?? "");
    expect(letter?.subject).not.toBe("");
    expect(letter).toEqual(await world.first.wiring.files.get(entry?.file ?? ""));
  });

  test("is not written over what is there", async () => {
    const backup = await verifyBackup(world.saved);
    await expect(fresh.tables((store) => restoreBackup(backup, store))).rejects.toThrow("is not empty");
  });
});

describe("a restore that was cut off", () => {
  test.each([2, 30])("at write %i shows its readers no register, and is done again to its end", async (at) => {
    const fresh = await world.stores.open();
    const backup = await verifyBackup(world.saved);
    await expect(fresh.tables((store) => restoreBackup(backup, failing(store, at)))).rejects.toThrow("cut off");
    expect(await fresh.wiring.register.directory()).toBeNull();
    await fresh.tables((store) => restoreBackup(backup, store));
    expect(await fresh.tables(linesOf)).toEqual(world.held);
  });

  test("is not filled with anything else, and goes on", async () => {
    const fresh = await world.stores.open();
    const backup = await verifyBackup(world.saved);
    await expect(fresh.tables((store) => restoreBackup(backup, failing(store, 30)))).rejects.toThrow("cut off");
    const other = { ...Facts.parse({ ...demoFacts(), dossiers: [] }), policyInForce: defaultPolicy };
    await expect(begin(other, fresh.wiring)).rejects.toThrow("give `esep restore` the same backup again");
    await fresh.tables((store) => restoreBackup(backup, store));
    expect(await fresh.tables(linesOf)).toEqual(world.held);
  });

  test("does not go on with another backup, nor over what somebody else has written", async () => {
    const fresh = await world.stores.open();
    const backup = await verifyBackup(world.saved);
    await expect(fresh.tables((store) => restoreBackup(backup, failing(store, 2)))).rejects.toThrow("cut off");
    const other = { ...backup, fingerprint: "other" };
    await expect(fresh.tables((store) => restoreBackup(other, store))).rejects.toThrow("Another backup");
    await fresh.tables(({ database, names }) =>
      database.send(new PutCommand({ TableName: names.tables.Sweeps, Item: { slot: "x", scope: "y" } })),
    );
    await expect(fresh.tables((store) => restoreBackup(backup, store))).rejects.toThrow("somebody else writes");
    expect(await fresh.wiring.register.directory()).toBeNull();
  });
});

test("facts that are exported and imported into an empty store have identical findings", async () => {
  const { bodies, dossiers, policy = {} } = Facts.parse(await exportFacts(world.first.wiring));
  const fresh = await world.stores.open();
  fresh.goTo("2027-03-19T09:00");
  await seed({ bodies, dossiers, policy: policyWith(policy), toldBefore: null }, fresh.wiring);
  expect(await findingsOf(fresh.wiring)).toEqual(findings);
});
