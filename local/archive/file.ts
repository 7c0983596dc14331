import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";
import { lineOf, SavedItem } from "../backup/lines.ts";
import { BadInput } from "../facts-file.ts";

/** What an archive holds: records each before its entries, then the year's letters and what its sweeps did. */
export const ARCHIVE_KINDS = ["dossier", "evidence", "acknowledgement", "entry", "letter", "sweep"] as const;
export type ArchiveKind = (typeof ARCHIVE_KINDS)[number];

/** One stored item, as it is. */
export const ArchiveLine = z.strictObject({ kind: z.enum(ARCHIVE_KINDS), item: SavedItem });
export type ArchiveLine = z.output<typeof ArchiveLine>;

const Header = z.strictObject({
  product: z.literal("esep-archive"),
  format: z.literal(1),
  campaign: z.int(),
  /** On the machine's clock. */
  takenAt: z.iso.datetime(),
});
export type ArchiveHeader = z.output<typeof Header>;

/** Of each kind so many lines. */
const Counts = z.record(z.string(), z.int().nonnegative());
export type ArchiveCounts = z.output<typeof Counts>;

/** The last line: what stands before it. Without it a file is no archive. */
const Trailer = z.strictObject({ counts: Counts, sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** An archive whose every byte is the one that was written. */
export interface ArchiveFile {
  readonly path: string;
  readonly header: ArchiveHeader;
  readonly counts: ArchiveCounts;
  /** Of the whole file: what the tables keep of it. */
  readonly sha256: string;
}

/**
 * Writes an archive beside its place, onto the disk to its last byte, and only then under its name: a file of that name
 * is a whole one. What a crash leaves is written anew.
 */
export async function writeArchive(
  path: string,
  campaign: number,
  takenAt: Date,
  lines: AsyncIterable<ArchiveLine>,
): Promise<void> {
  if (existsSync(path)) throw new BadInput(`${path}: is there already; an archive is written over nothing.`);
  const part = `${path}.part`;
  rmSync(part, { force: true });
  const file = openSync(part, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    const counts: Record<string, number> = {};
    const put = (item: SavedItem): void => {
      const line = `${lineOf(item)}\n`;
      hash.update(line);
      writeWhole(file, line);
    };
    put({ product: "esep-archive", format: 1, campaign, takenAt: takenAt.toISOString() });
    for await (const line of lines) {
      counts[line.kind] = (counts[line.kind] ?? 0) + 1;
      put(line);
    }
    writeWhole(file, `${lineOf({ counts, sha256: hash.digest("hex") })}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
  syncDirectory(dirname(path));
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** A new name is on the disk when its directory is. */
function syncDirectory(path: string): void {
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

/** Reads an archive through; throws {@link BadInput} for one that is not whole or was changed. */
export async function checkArchive(path: string): Promise<ArchiveFile> {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile();
  if (!isFile) throw new BadInput(`${path}: ${isFile === undefined ? "does not exist" : "is no file"}.`);
  const whole = createHash("sha256");
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  let header: ArchiveHeader | undefined;
  let trailer: z.output<typeof Trailer> | undefined;
  let size = 0;
  for await (const line of linesOf(path)) {
    whole.update(`${line}\n`);
    size += Buffer.byteLength(line) + 1;
    if (trailer) throw new BadInput(`${path}: goes on after its last line.`);
    const value = jsonOf(line);
    if (!header) header = Header.safeParse(value).data ?? refuse(path, "is no archive that this Esep can read");
    else {
      trailer = Trailer.safeParse(value).data;
      if (trailer) continue;
      const { kind } =
        ArchiveLine.safeParse(value).data ?? refuse(path, `has a line that is no item: ${line.slice(0, 60)}`);
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    hash.update(`${line}\n`);
  }
  if (!header || !trailer) throw new BadInput(`${path}: is cut off.`);
  // A last line without its end, or ends of another system.
  if (size !== statSync(path).size) throw new BadInput(`${path}: was changed after it was written (ends of lines).`);
  if (trailer.sha256 !== hash.digest("hex")) throw new BadInput(`${path}: was changed after it was written (SHA-256).`);
  if (lineOf(trailer.counts) !== lineOf(counts)) throw new BadInput(`${path}: does not hold as many lines as it says.`);
  return { path, header, counts, sha256: whole.digest("hex") };
}

function refuse(path: string, text: string): never {
  throw new BadInput(`${path}: ${text}.`);
}

/** The items of an archive that was checked. */
export async function* archivedLines(path: string): AsyncGenerator<ArchiveLine> {
  for await (const line of linesOf(path)) {
    const parsed = ArchiveLine.safeParse(jsonOf(line));
    if (parsed.success) yield parsed.data;
  }
}

/** Line by line, without their ends. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) yield line;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
