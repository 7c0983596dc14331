import { createHash } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lineOf, readLines, writeLines } from "../../local/backup/lines.ts";
import { verifyBackup } from "../../local/backup/restore.ts";
import { savedTables } from "../../local/backup/tables.ts";
import { takeBackup } from "../../local/backup/take.ts";
import { tables } from "../../stacks/resources.ts";
import { type BackedUp, backedUp, moments } from "./support/backed-up.ts";

let world: BackedUp;

beforeAll(async () => {
  world = await backedUp();
}, 120_000);
afterAll(() => world.stores.close());

/** A copy of the backup with one thing changed. */
function damaged(name: string, change: (directory: string) => void): string {
  const copy = join(world.stores.folder, name);
  cpSync(world.saved, copy, { recursive: true });
  change(copy);
  return copy;
}

test("every table is in a backup but that of sessions", () => {
  expect([...savedTables, "Sessions"].sort()).toEqual(Object.keys(tables).sort());
});

describe("a backup", () => {
  test("is the same again when nothing has changed, and is not written over anything", async () => {
    const fresh = await world.restored();
    const again = join(world.stores.folder, "again");
    await fresh.tables((store) => takeBackup(store, again, moments, false));
    const { digests } = await verifyBackup(again);
    expect(digests).toEqual((await verifyBackup(world.saved)).digests);
    await expect(fresh.tables((store) => takeBackup(store, again, moments, false))).rejects.toThrow("is not empty");
  });

  test("is nobody else's to read: it holds names and addresses", () => {
    const paths = readdirSync(world.saved, { recursive: true }).map((name) => join(world.saved, String(name)));
    expect([world.saved, ...paths].filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
  });

  test("of an empty store is refused, and leaves nothing behind", async () => {
    const fresh = await world.stores.open();
    const out = join(world.stores.folder, "nothing");
    await expect(fresh.tables((store) => takeBackup(store, out, moments, false))).rejects.toThrow("no register yet");
    expect(readdirSync(world.stores.folder)).not.toContain("nothing");
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
    writeFileSync(join(world.stores.folder, "line.jsonl"), `${line}\n`);
    const items: unknown[] = [];
    for await (const item of readLines(world.stores.folder, "line.jsonl")) items.push(item);
    expect(items).toEqual([{ text: "a\u2028b\u2029c" }]);
  });
});

test("a file that cannot be written fails its backup, and nothing else", async () => {
  mkdirSync(join(world.stores.folder, "taken.jsonl"));
  async function* items() {
    yield { text: "a" };
    await sleep(50);
    yield { text: "b" };
  }
  await expect(writeLines(world.stores.folder, "taken.jsonl", items())).rejects.toThrow("EISDIR");
});

describe("evidence files", () => {
  const bytes = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
  const sha256 = createHash("sha256").update(bytes).digest("hex");

  test("are in every backup and come back as attachments; what was never attached is not", async () => {
    const full = await world.restored();
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
    const out = join(world.stores.folder, "documents");
    await full.tables((store) => takeBackup(store, out, moments, false));
    const empty = await world.restored(out);
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
