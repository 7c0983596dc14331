import { statfsSync } from "node:fs";
import { StoreInUse } from "./lock.ts";

/** A file of the store is not what Esep has written; the message says which. */
export class DamagedStore extends Error {
  override readonly name = "DamagedStore";
}

/** There is no room to work in; the message says how much is left. */
export class FullDisk extends Error {
  override readonly name = "FullDisk";
}

/** What the demo writes in some days; with less every write may be the one that fails. */
const ROOM = 32;

/** @throws FullDisk when the disk of a directory has less than 32 MB left */
export function requireRoom(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  const left = Math.floor((bavail * bsize) / 2 ** 20);
  if (left < ROOM) throw new FullDisk(`${left} MB are left and ${ROOM} are needed`);
}

/** SQLite's result codes for a file that is damaged, or none of its own. */
const SQLITE_DAMAGED = new Set([11, 26]);
const SQLITE_FULL = 13;

const FULL = /ENOSPC|EFBIG|EDQUOT|No space left on device|File too large/;
const DAMAGED = /^LEVEL_|Database (is closed|is not open|failed to open)/;

/**
 * One sentence for an error of the stores, which says the way back; null for any other error. Engines throw what their
 * own libraries say, some of it outside any call of ours.
 */
export function storeSentence(error: unknown, directory: string): string | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof StoreInUse) return one.message;
    const text = `${"code" in one ? one.code : ""} ${one.message}`.trim();
    const result = "errcode" in one ? Number(one.errcode) : 0;
    if (one instanceof FullDisk || FULL.test(text) || result === SQLITE_FULL)
      return `The disk of ${directory} is full (${one.message}): make room and start again; what was answered is kept, and \`npm run esep -- restore\` brings back a backup elsewhere.`;
    if (one instanceof DamagedStore || DAMAGED.test(text) || DAMAGED.test(one.message) || SQLITE_DAMAGED.has(result))
      return `The store in ${directory} cannot be read (${one.message}): move it away and restore a backup with \`npm run esep -- restore BACKUP --directory ${directory}\`, or begin anew with --fresh.`;
  }
  return null;
}
