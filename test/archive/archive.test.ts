import { appendFileSync, copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadRegister } from "../../core/use-cases/assess/assess.ts";
import { record } from "../../core/use-cases/records/record.ts";
import { verifyAudit } from "../../core/use-cases/records/verify-audit.ts";
import { checkArchive } from "../../local/archive/file.ts";
import { verifyArchive } from "../../local/archive/verify.ts";
import { archive } from "../../local/commands/archive.ts";
import { type EmbeddedStore, embeddedStores } from "../local/support/stores.ts";
import { portsOver } from "../record/support/ports-over.ts";
import { contentOf, flips } from "../record/support/stand-in.ts";
import { archiveInto, fillStore, heldOfArchive, key, restoreFrom, seen, verdicts } from "./support/filled.ts";

const stores = embeddedStores();
let store: EmbeddedStore;
let before: Awaited<ReturnType<typeof seen>>;
const pathOf = (name: string): string => join(stores.folder, name);

beforeAll(async () => {
  store = await stores.open();
  await fillStore(store);
  before = await seen(store);
});
afterAll(stores.close);

const brokenIn = async (): Promise<string[]> =>
  (await verdicts(store)).filter((line) => !/: \d+ intact, head \w{16}$/.test(line));

test("only a look writes nothing", async () => {
  await store.tables((raw) => archive(2027, { out: pathOf("look.jsonl"), dryRun: true }, store.wiring, raw));
  expect(existsSync(pathOf("look.jsonl"))).toBe(false);
  expect(await seen(store)).toEqual(before);
});

test("what is archived lies whole in a file, and the tables hold only where", async () => {
  await archiveInto(store, stores.folder, "first.jsonl");
  const { counts, sha256 } = await verifyArchive(pathOf("first.jsonl"));
  expect(counts).toEqual({ dossier: 2, evidence: 1, acknowledgement: 1, entry: 4, letter: 1, sweep: 1 });
  const { dossiers, letters, sweeps, later } = await seen(store);
  expect([dossiers, letters, sweeps[0], later.length, sweeps[1]?.length]).toEqual([[], [], [], 1, 1]);
  expect(await brokenIn()).toEqual([]);
  expect((await store.wiring.audit.entries("dossier:PB-1:2027")).map(({ version }) => version)).toEqual([3]);
  expect(JSON.parse((await store.wiring.dossiers.read(key))?.data ?? "")).toMatchObject({
    file: "first.jsonl",
    sha256,
  });
});

test("nothing is recorded in it any more, and it is not archived twice", async () => {
  const asked = { zone: "Asia/Almaty", command: "approve-schedule", input: { approvedOn: "2027-01-14" } };
  const by = { actor: { id: "user:1", name: "А", mayWaive: false }, request: "late", isRepeatable: false };
  const outcome = await record({ ...key, ...asked, ...by }, { ...store.wiring, records: store.wiring.dossiers });
  expect(outcome).toMatchObject({ kind: "refused", issues: [{ rule: "archived" }] });
  await expect(archiveInto(store, stores.folder, "again.jsonl")).rejects.toThrow("is archived in first.jsonl");
});

test("any byte of what the tables hold of it that is flipped is found", async () => {
  const held = await heldOfArchive(store);
  const loaded = await loadRegister(store.wiring.register, ({ scopes }) => scopes);
  if (!loaded) throw new Error("There is no register.");
  const isBroken = async (): Promise<boolean> => {
    for await (const { report } of verifyAudit(loaded, 2028, portsOver(held)))
      if (report.kind === "broken") return true;
    return false;
  };
  expect(await isBroken()).toBe(false);
  for (const one of held) {
    const whole = one.item;
    for (const [name, value] of contentOf(one)) {
      let place = 0;
      for (const other of flips(value)) {
        // Each record holds the same few hundred bytes: every 13th of each.
        if (place++ % 13 !== 0) continue;
        one.item = { ...whole, [name]: other };
        if (!(await isBroken())) expect.fail(`${name}: ${String(other)}`);
      }
    }
    one.item = whole;
  }
});

test("it is put back from its file, with its history, and from no other", async () => {
  copyFileSync(pathOf("first.jsonl"), pathOf("moved.jsonl"));
  await restoreFrom(store, stores.folder, "moved.jsonl");
  expect(await seen(store)).toEqual(before);
  expect(await brokenIn()).toEqual([]);
  const versions = (await store.wiring.audit.entries("dossier:PB-1:2027")).map(({ version }) => version);
  expect(versions).toEqual([1, 2, 3, 4]);
  await expect(restoreFrom(store, stores.folder, "moved.jsonl")).rejects.toThrow("is not archived");
});

test("a file with any byte changed, cut off or longer is refused", async () => {
  const bytes = readFileSync(pathOf("first.jsonl"));
  const path = pathOf("changed.jsonl");
  for (let place = 0; place < bytes.length; place += 211) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    writeFileSync(path, changed);
    await expect(checkArchive(path), `byte ${place}`).rejects.toThrow(path);
  }
  for (const length of [0, 100, bytes.length - 100, bytes.length - 1]) {
    writeFileSync(path, bytes);
    truncateSync(path, length);
    await expect(checkArchive(path)).rejects.toThrow(path);
  }
  writeFileSync(path, bytes.toString().replaceAll("\n", "\r\n"));
  await expect(checkArchive(path)).rejects.toThrow("ends of lines");
  writeFileSync(path, bytes);
  appendFileSync(path, bytes);
  await expect(checkArchive(path)).rejects.toThrow("goes on after its last line");
});

test("cut off at any write and started again, it ends as if it had not been cut off; so does putting it back", async () => {
  const isCut = (work: Promise<void>) =>
    work.then(
      () => false,
      () => true,
    );
  for (let cutAt = 1; ; cutAt++) {
    const name = `cut-${cutAt}.jsonl`;
    const isLast = !(await isCut(archiveInto(store, stores.folder, name, cutAt)));
    expect(await brokenIn()).toEqual([]);
    if (!isLast) await archiveInto(store, stores.folder, name);
    expect((await seen(store)).dossiers).toEqual([]);
    // One write for each line: the records come last.
    const { counts } = await verifyArchive(pathOf(name));
    const writes = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(await isCut(restoreFrom(store, stores.folder, name, writes - cutAt + 1))).toBe(true);
    await restoreFrom(store, stores.folder, name);
    expect(await seen(store)).toEqual(before);
    if (isLast) return expect(cutAt).toBeGreaterThan(8);
  }
});

test("a campaign is not archived over a file that is there, or when there is nothing of it", async () => {
  await expect(archiveInto(store, stores.folder, "first.jsonl")).rejects.toThrow("is there already");
  const nothing = store.tables((raw) => archive(2025, { out: pathOf("none.jsonl") }, store.wiring, raw));
  await expect(nothing).rejects.toThrow("There is nothing of campaign 2025");
});
