import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";

/** A file of a pack, by its path with forward slashes, ASCII. */
export interface PackFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const textFile = (path: string, text: string): PackFile => ({ path, bytes: strToU8(text) });

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What every file of a pack is, and what the pack is about. */
export interface Manifest {
  readonly about: Readonly<Record<string, string | number>>;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** The same for every pack, in any time zone: the date says nothing and would make equal packs differ. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * A ZIP of the files with their list and its seal. Files are not compressed, so that every byte of the ZIP follows from
 * them and the pack's own verifier finds a change of any. Throws for a path that is not ASCII or stands twice.
 */
export function sealedZip(about: Manifest["about"], files: readonly PackFile[]): Uint8Array {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (!/^[\w.@/-]+$/.test(path) || seen.has(path))
      throw new RangeError(`"${path}" cannot be the path of a file in a pack.`);
    seen.add(path);
  }
  const list = files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  const manifest = strToU8(`${JSON.stringify({ about, files: list } satisfies Manifest, null, 1)}\n`);
  const whole = [
    ...files,
    { path: "manifest.json", bytes: manifest },
    textFile("manifest.sha256", `${sha256(manifest)}\n`),
  ];
  const entries = Object.fromEntries(whole.map(({ path, bytes }) => [path, bytes]));
  return zipSync(entries, { level: 0, mtime: NO_DATE });
}
