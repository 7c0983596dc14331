import { createHash } from "node:crypto";
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadRegister } from "../../core/assess.ts";
import { dayOf } from "../../core/calendar/day.ts";
import { Facts } from "../../core/dossier/facts.ts";
import { seedGrants } from "../../core/grants.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import { sweep } from "../../core/sweep.ts";
import { type VerifiedRecord, verifyAudit } from "../../core/verify-audit.ts";
import { composing } from "../../functions/composing.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { lineOf, readLines } from "../../local/backup/lines.ts";
import { restoreBackup, verifyBackup } from "../../local/backup/restore.ts";
import { itemsOf, type Store } from "../../local/backup/store.ts";
import { savedTables } from "../../local/backup/tables.ts";
import { takeBackup } from "../../local/backup/take.ts";
import { exportFacts } from "../../local/commands/facts.ts";
import { grant } from "../../local/commands/grant.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { demoGrants } from "../../local/identity/demo-users.ts";
import { seed } from "../../local/seed.ts";
import { tables } from "../../stacks/resources.ts";
import { type EmbeddedStore, embeddedStores, findingsOf } from "./support/stores.ts";

const stores = embeddedStores();
const saved = join(stores.folder, "saved");
const moments = { machine: new Date("2027-03-19T05:00:00Z"), calendar: new Date("2027-03-19T04:00:00Z") };
let first: EmbeddedStore;
/** What the first store found, held and wrote next, before anything was restored. */
let findings: Awaited<ReturnType<typeof findingsOf>>;
let held: readonly string[];
let writtenNext: readonly string[];

beforeAll(async () => {
  first = await stores.open();
  first.goTo("2027-03-19T09:00");
  const { bodies, dossiers } = Facts.parse(demoFacts());
  await seed({ bodies, dossiers, policy: defaultPolicy, toldBefore: dayOf(2027, 3, 19) }, first.wiring);
  await seedGrants(demoGrants, first.wiring.grants);
  await grant({ subject: "user:new", name: "New", grants: ["staff@DP-10"] }, "new officer", first.wiring);
  await sweepAll(first.wiring);
  await settleAll(first.wiring);
  findings = await findingsOf(first.wiring);
  await first.tables((store) => takeBackup(store, saved, moments, true));
  held = await first.tables(linesOf);
  writtenNext = await sweepNext(first);
}, 120_000);
afterAll(stores.close);

async function sweepAll(wiring: Wiring): Promise<void> {
  for (const scope of (await wiring.register.directory())?.scopes ?? []) await sweep(scope, composing(wiring));
}

/** As if every letter that waits had been sent: what waits any longer is written afresh. */
async function settleAll({ ledger, register }: Wiring): Promise<void> {
  for (const scope of (await register.directory())?.scopes ?? []) {
    for (const entry of await ledger.log(scope, 2027)) {
      if (entry.state === "queued") await ledger.advance(entry, { ...entry, state: "sent", attempts: 1 });
    }
  }
}

/** Every item that letters tell of, with its recipient; a repetition would stand here twice. */
async function toldIn({ ledger, register }: Wiring): Promise<string[]> {
  const scopes = (await register.directory())?.scopes ?? [];
  const logs = await Promise.all(scopes.map((scope) => ledger.log(scope, 2027)));
  return logs
    .flat()
    .flatMap(({ scope, recipientKey, items }) => items.map((item) => JSON.stringify([scope, recipientKey, item])))
    .sort();
}

async function verdictsOf(verified: AsyncIterable<VerifiedRecord>): Promise<string[]> {
  const verdicts: string[] = [];
  for await (const { record, report } of verified) verdicts.push(`${record} ${report.kind}`);
  return verdicts;
}

async function sweepNext({ wiring, goTo }: EmbeddedStore): Promise<string[]> {
  goTo("2027-03-25T09:00");
  await sweepAll(wiring);
  return toldIn(wiring);
}

async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for (const table of savedTables)
    for await (const item of itemsOf(store, table)) lines.push(`${table} ${lineOf(item)}`);
  return lines.sort();
}

async function restored(from = saved): Promise<EmbeddedStore> {
  const fresh = await stores.open();
  const backup = await verifyBackup(from);
  await fresh.tables((store) => restoreBackup(backup, store));
  return fresh;
}

/** A copy of the backup with one thing changed. */
function damaged(name: string, change: (directory: string) => void): string {
  const copy = join(stores.folder, name);
  cpSync(saved, copy, { recursive: true });
  change(copy);
  return copy;
}

test("every table is in a backup but that of sessions", () => {
  expect([...savedTables, "Sessions"].sort()).toEqual(Object.keys(tables).sort());
});

describe("what was saved and restored", () => {
  let fresh: EmbeddedStore;

  beforeAll(async () => {
    fresh = await restored();
  });

  test("is the same to the last item", async () => {
    expect(await fresh.tables(linesOf)).toEqual(held);
  });

  test("has identical findings", async () => {
    expect(findings.findings.length).toBeGreaterThan(1000);
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
    expect(letter).toEqual(await first.wiring.files.get(entry?.file ?? ""));
  });

  test("is not written over what is there", async () => {
    const backup = await verifyBackup(saved);
    await expect(fresh.tables((store) => restoreBackup(backup, store))).rejects.toThrow("is not empty");
  });
});

describe("a backup", () => {
  test("is the same again when nothing has changed, and is not written over anything", async () => {
    const fresh = await restored();
    const again = join(stores.folder, "again");
    await fresh.tables((store) => takeBackup(store, again, moments, false));
    const { digests } = await verifyBackup(again);
    expect(digests).toEqual((await verifyBackup(saved)).digests);
    await expect(fresh.tables((store) => takeBackup(store, again, moments, false))).rejects.toThrow("is not empty");
  });

  test("of an empty store is refused, and leaves nothing behind", async () => {
    const fresh = await stores.open();
    const out = join(stores.folder, "nothing");
    await expect(fresh.tables((store) => takeBackup(store, out, moments, false))).rejects.toThrow("no register yet");
    expect(readdirSync(stores.folder)).not.toContain("nothing");
  });

  test.each([
    ["a line more", "Letters.jsonl", (path: string) => appendFileSync(path, '{"partition":"x","number":"y"}\n')],
    ["a letter less", "Dossiers.jsonl", (path: string) => writeFileSync(path, readFileSync(path).subarray(1))],
    ["no such file", "Audit.jsonl", (path: string) => rmSync(path)],
    ["no manifest", "manifest.json", (path: string) => rmSync(path)],
    ["a strange manifest", "manifest.json", (path: string) => writeFileSync(path, "{}")],
  ])("with %s is refused, and its file is named", async (name, file, change) => {
    const copy = damaged(name, (directory) => change(join(directory, file)));
    await expect(verifyBackup(copy)).rejects.toThrow(file);
  });

  test("whose letter was changed is refused", async () => {
    const copy = damaged("letters", (directory) => {
      const [path = ""] = readdirSync(join(directory, "letters"), { recursive: true, encoding: "utf8" }).filter((one) =>
        one.endsWith(".eml"),
      );
      appendFileSync(join(directory, "letters", path), " ");
    });
    await expect(verifyBackup(copy)).rejects.toThrow("is not the file that was saved");
  });

  test("keeps a line separator of Unicode inside its line", async () => {
    const line = lineOf({ text: "a\u2028b\u2029c" });
    writeFileSync(join(stores.folder, "line.jsonl"), `${line}\n`);
    const items: unknown[] = [];
    for await (const item of readLines(stores.folder, "line.jsonl")) items.push(item);
    expect(items).toEqual([{ text: "a\u2028b\u2029c" }]);
  });
});

describe("a restore that was cut off", () => {
  /** A database that fails at its n-th write. */
  const failing = (store: Store, at: number): Store => {
    let writes = 0;
    const send: Store["database"]["send"] = (command: Parameters<Store["database"]["send"]>[0], ...rest: never[]) => {
      if (/Put|Write|Delete/.test(command.constructor.name) && ++writes === at) throw new Error("cut off");
      return store.database.send(command, ...rest);
    };
    const database = new Proxy(store.database, { get: (of, name) => (name === "send" ? send : Reflect.get(of, name)) });
    return { ...store, database };
  };

  test.each([2, 30])("at write %i shows its readers no register, and is done again to its end", async (at) => {
    const fresh = await stores.open();
    const backup = await verifyBackup(saved);
    await expect(fresh.tables((store) => restoreBackup(backup, failing(store, at)))).rejects.toThrow("cut off");
    expect(await fresh.wiring.register.directory()).toBeNull();
    await fresh.tables((store) => restoreBackup(backup, store));
    expect(await fresh.tables(linesOf)).toEqual(held);
  });

  test("does not go on with another backup, nor over what somebody else has written", async () => {
    const fresh = await stores.open();
    const backup = await verifyBackup(saved);
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

describe("evidence files", () => {
  const bytes = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
  const sha256 = createHash("sha256").update(bytes).digest("hex");

  test("are in every backup and come back as attachments; what was never attached is not", async () => {
    const full = await restored();
    const put = (Key: string, ContentDisposition: string) =>
      full.tables(({ files, names }) =>
        files.send(
          new PutObjectCommand({
            Bucket: names.buckets.evidence,
            Key,
            Body: bytes,
            ContentDisposition,
            ContentType: "application/pdf",
          }),
        ),
      );
    await put(`evidence/${sha256}`, "attachment");
    await put("incoming/owner/upload", "attachment");
    const out = join(stores.folder, "documents");
    await full.tables((store) => takeBackup(store, out, moments, false));
    const empty = await restored(out);
    const found = await empty.tables(async ({ files, names: { buckets } }) => {
      const { Contents = [] } = await files.send(new ListObjectsV2Command({ Bucket: buckets.evidence }));
      const object = await files.send(new GetObjectCommand({ Bucket: buckets.evidence, Key: `evidence/${sha256}` }));
      return { keys: Contents.map(({ Key }) => Key), type: object.ContentType, as: object.ContentDisposition };
    });
    expect(found).toEqual({ keys: [`evidence/${sha256}`], type: "application/pdf", as: "attachment" });
    appendFileSync(join(out, "documents", "evidence", sha256), " ");
    await expect(verifyBackup(out)).rejects.toThrow("is not the file that was saved");
  });
});

test("facts that are exported and imported into an empty store have identical findings", async () => {
  const { bodies, dossiers, policy = {} } = Facts.parse(await exportFacts(first.wiring));
  const fresh = await stores.open();
  fresh.goTo("2027-03-19T09:00");
  await seed({ bodies, dossiers, policy: policyWith(policy), toldBefore: null }, fresh.wiring);
  expect(await findingsOf(fresh.wiring)).toEqual(findings);
});
