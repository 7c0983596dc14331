import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { DamagedStore } from "./damage.ts";

/** What every file of the stores hashed to when they were closed. */
const Seal = z.record(z.string(), z.string());

const folders = ["dynamodb", "queues"];
/** LevelDB's lock, and what it tells of itself. */
const unsealed = new Set(["LOCK", "LOG", "LOG.old"]);

const sealIn = (directory: string): string => join(directory, "seal.json");

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

function filesIn(directory: string): string[] {
  return folders.flatMap((folder) => {
    const path = join(directory, folder);
    const names = existsSync(path) ? readdirSync(path).filter((name) => !unsealed.has(name)) : [];
    return names.sort().map((name) => join(folder, name));
  });
}

/** Closed stores are sealed: LevelDB reads a file that was cut short as if the rest had never been written. */
export function sealStores(directory: string): void {
  const seal = Object.fromEntries(filesIn(directory).map((file) => [file, hashOf(join(directory, file))]));
  writeFileSync(`${sealIn(directory)}.new`, JSON.stringify(seal));
  renameSync(`${sealIn(directory)}.new`, sealIn(directory));
}

/**
 * Breaks the seal of stores that are about to be opened; there is none after a process was killed.
 * @throws DamagedStore for a file that is not as it was closed; the seal stays then
 */
export function breakSeal(directory: string): void {
  if (!existsSync(sealIn(directory))) return;
  for (const [file, hash] of Object.entries(readSeal(directory))) {
    const path = join(directory, file);
    if (!existsSync(path)) throw new DamagedStore(`${file} is missing`);
    if (hashOf(path) !== hash) throw new DamagedStore(`${file} is not as it was closed`);
  }
  rmSync(sealIn(directory));
}

function readSeal(directory: string): z.output<typeof Seal> {
  try {
    return Seal.parse(JSON.parse(readFileSync(sealIn(directory), "utf8")));
  } catch (cause) {
    throw new DamagedStore("seal.json is not as it was written", { cause });
  }
}
