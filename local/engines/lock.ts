import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another process has the directory; the message says so in one sentence. */
export class StoreInUse extends Error {
  override readonly name = "StoreInUse";
}

/** SQLite's result code for a database that somebody else has locked. */
const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;

/**
 * Takes the directory for this process until it releases it or dies, however it dies: an exclusive SQLite transaction is
 * a lock of the operating system. The engines' own locks come too late: dynalite answers a locked store by crashing.
 * @returns the function that releases it
 * @throws StoreInUse when another process has the directory
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, "lock.db"));
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw cause;
    throw new StoreInUse(`Another Esep is using ${directory}: stop it first or choose another directory.`, { cause });
  }
  return () => database.close();
}

/** Whether a process has the directory now, this one included. */
export function isLocked(directory: string): boolean {
  try {
    lockDirectory(directory)();
    return false;
  } catch (error) {
    // A lock that cannot be read is nobody's; whoever wants the directory then hears what is wrong with it.
    return error instanceof StoreInUse;
  }
}
