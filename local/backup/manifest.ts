import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { BadInput } from "../facts-file.ts";
import { fileOf, savedTables } from "./tables.ts";

/** One file of a backup: how many lines it has, and the SHA-256 of its bytes. */
const SavedFile = z.strictObject({
  name: z.string().regex(/^[A-Za-z]+\.jsonl$/),
  count: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SavedFile = z.output<typeof SavedFile>;

/** What a backup consists of. It is written last: a directory without it is no backup. */
export const Manifest = z.strictObject({
  product: z.literal("esep"),
  format: z.literal(1),
  /** When it was taken, on the machine's clock. */
  takenAt: z.iso.datetime(),
  /** What the calendar's clock showed; another moment in a demo only. */
  calendarAt: z.iso.datetime(),
  files: z.array(SavedFile),
});
export type Manifest = z.output<typeof Manifest>;

/** A backup holds names and addresses, which are nobody else's matter, and is on the disk before its manifest says so. */
export const SAFELY = { mode: 0o600, flush: true } as const;

const MANIFEST = "manifest.json";
/**
 * The indexes of files from the buckets: rendered letters, where they were saved too, and evidence, in backups that are not
 * older than it. No table's name, whatever a file system makes of its case.
 */
export const LETTERS_INDEX = "rendered.jsonl";
export const EVIDENCE_INDEX = "evidence.jsonl";
const INDEXES = [LETTERS_INDEX, EVIDENCE_INDEX];

export const writeManifest = (directory: string, manifest: Manifest): void =>
  writeFileSync(join(directory, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, SAFELY);

/** The manifest of a backup, with its text; throws {@link BadInput} for a directory that is none. */
export function readManifest(directory: string): { readonly manifest: Manifest; readonly text: string } {
  const path = join(directory, MANIFEST);
  if (!existsSync(path)) throw new BadInput(`${path}: does not exist; ${directory} holds no finished backup.`);
  const text = readFileSync(path, "utf8");
  const parsed = Manifest.safeParse(jsonOf(text));
  if (!parsed.success) throw new BadInput(`${path}: is no manifest of a backup that this Esep can read.`);
  const names = parsed.data.files.map(({ name }) => name).filter((name) => !INDEXES.includes(name));
  if (names.sort().join() !== savedTables.map(fileOf).sort().join()) {
    throw new BadInput(`${path}: must name the files ${savedTables.map(fileOf).join(", ")}, each once.`);
  }
  return { manifest: parsed.data, text };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
