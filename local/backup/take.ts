import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { Failed } from "../commands/failed.ts";
import { BadInput } from "../facts-file.ts";
import { evidenceFiles, letterFiles, saveFiles } from "./files.ts";
import { type Digest, writeLines } from "./lines.ts";
import { type Manifest, type SavedFile, writeManifest } from "./manifest.ts";
import { digestOf, isPublished, itemsOf, type Store } from "./store.ts";
import { factTables, fileOf, type SavedTable, savedTables } from "./tables.ts";

/** When a backup is taken, on both clocks. */
export interface Moments {
  readonly machine: Date;
  readonly calendar: Date;
}

/** How often the facts are read again because somebody recorded one meanwhile. */
const ROUNDS = 5;

/**
 * Saves a store into an empty directory, one file a table, the manifest last. The facts and their audit are those of one
 * moment: they are read until two readings are the same. Letters that are written or change their state meanwhile may
 * be missing or older; after a restore such a letter is written again, since a repeat is preferred to a loss (SPEC 6).
 */
export async function takeBackup(
  store: Store,
  directory: string,
  moments: Moments,
  withLetters: boolean,
): Promise<Manifest> {
  if (existsSync(directory) && readdirSync(directory).length > 0) throw new BadInput(`${directory}: is not empty.`);
  if (!(await isPublished(store))) throw new Failed("There is no register yet: there is nothing to save.");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const facts = await saveFacts(store, directory);
  const others: SavedFile[] = [];
  for (const table of savedTables.filter((name) => !factTables.includes(name))) {
    others.push(await save(store, directory, table));
  }
  // Last: what the ledger or a record names was written before its entry.
  others.push(await saveFiles(store, directory, evidenceFiles));
  if (withLetters) others.push(await saveFiles(store, directory, letterFiles));
  const manifest: Manifest = {
    product: "esep",
    format: 1,
    takenAt: moments.machine.toISOString(),
    calendarAt: moments.calendar.toISOString(),
    files: [...facts, ...others].map(({ name, count, sha256 }) => ({ name, count, sha256 })),
  };
  writeManifest(directory, manifest);
  return manifest;
}

const save = (store: Store, directory: string, table: SavedTable): Promise<SavedFile & Digest> =>
  writeLines(directory, fileOf(table), itemsOf(store, table));

async function saveFacts(store: Store, directory: string): Promise<readonly SavedFile[]> {
  for (let round = 0; round < ROUNDS; round++) {
    const saved: SavedFile[] = [];
    let isStill = true;
    const written = new Map<SavedTable, Digest>();
    for (const table of factTables) {
      const file = await save(store, directory, table);
      saved.push(file);
      written.set(table, file);
    }
    for (const [table, { digest }] of written) isStill &&= (await digestOf(store, table)).digest === digest;
    if (isStill) return saved;
  }
  throw new Failed("Facts are being recorded all the time: take the backup at a quieter hour.");
}
