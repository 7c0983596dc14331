import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import * as z from "zod";
import { canonical } from "../../core/dossier/fact-path.ts";
import { sha256 } from "../../functions/hash.ts";
import { BadInput } from "../facts-file.ts";
import { SAFELY, type SavedFile } from "./manifest.ts";

/** An item as JSON can hold it: no sets and no bytes, which Esep never writes. */
export const SavedItem = z.record(z.string(), z.json());
export type SavedItem = z.output<typeof SavedItem>;

/** What a set of items is, in whatever order they are read. */
export interface Digest {
  readonly count: number;
  readonly digest: string;
}

/** Adds up items to their digest. */
export class Digester {
  readonly #hashes: string[] = [];

  add(line: string): void {
    this.#hashes.push(sha256(line));
  }

  get result(): Digest {
    return { count: this.#hashes.length, digest: sha256(this.#hashes.sort().join()) };
  }
}

/** An item as one line: its names in order, so that equal items are equal lines. Unicode knows two more ends of lines. */
export const lineOf = (item: SavedItem): string =>
  canonical(item).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/** Writes one item a line, as they come; what is in memory is one item. */
export async function writeLines(
  directory: string,
  name: string,
  items: AsyncIterable<SavedItem>,
): Promise<SavedFile & Digest> {
  const hash = createHash("sha256");
  const digester = new Digester();
  async function* lines(): AsyncGenerator<string> {
    for await (const item of items) {
      const line = lineOf(item);
      digester.add(line);
      hash.update(`${line}\n`);
      yield `${line}\n`;
    }
  }
  await pipeline(lines, createWriteStream(join(directory, name), SAFELY));
  return { name, sha256: hash.digest("hex"), ...digester.result };
}

/** The items of a file, line by line. */
export async function* readLines(directory: string, name: string): AsyncGenerator<SavedItem> {
  const lines = createInterface({
    input: createReadStream(join(directory, name)),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) yield SavedItem.parse(JSON.parse(line));
}

/** Whether a file is the one that its manifest names; throws {@link BadInput} if not. Returns what its items are. */
export async function verifyFile(directory: string, { name, count, sha256: expected }: SavedFile): Promise<Digest> {
  const path = join(directory, name);
  if (!existsSync(path)) throw new BadInput(`${path}: does not exist, but the manifest names it.`);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  if (hash.digest("hex") !== expected)
    throw new BadInput(`${path}: is not the file that the manifest names (SHA-256).`);
  const digester = new Digester();
  try {
    for await (const item of readLines(directory, name)) digester.add(lineOf(item));
  } catch (cause) {
    throw new BadInput(`${path}: holds a line that is no item.`, { cause });
  }
  if (digester.result.count !== count) {
    throw new BadInput(`${path}: has ${digester.result.count} lines, and its manifest says ${count}.`);
  }
  return digester.result;
}
