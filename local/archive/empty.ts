import { fileNewest, writeAudited } from "../../core/audit/append.ts";
import { ARCHIVE, ARCHIVED_FORMAT, archivedData, isArchived } from "../../core/audit/archived.ts";
import type { StoredRecord } from "../../core/audit/stored.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import { writeAll } from "../../functions/dynamodb/write-all.ts";
import type { Wiring } from "../../functions/wiring.ts";
import type { SavedItem } from "../backup/lines.ts";
import type { Store } from "../backup/store.ts";
import { entriesOf } from "./collect.ts";
import { type ArchiveFile, archivedLines } from "./file.ts";
import { archivist } from "./mark.ts";
import { type ArchivedRecord, recordsIn } from "./records.ts";
import { historiesOf } from "./verify.ts";

/** Where and from what the tables are emptied. */
export interface Emptying {
  readonly archive: ArchiveFile;
  /** The file's name, for people. */
  readonly file: string;
  readonly store: Store;
  readonly wiring: Wiring;
  readonly reached: (records: number) => void;
}

/**
 * Empties the tables of what an archive holds. Each record becomes one that says where it lies, by one conditional write
 * with its entry in the audit, which names the entry before: what was recorded since the file was written is never lost.
 * Only then its entries go. All of it can be done again after a crash.
 * @returns the names of the records that somebody has changed since
 */
export async function emptyTables(emptying: Emptying): Promise<string[]> {
  const { archive, store, reached } = emptying;
  const changed: string[] = [];
  let done = 0;
  for await (const { record } of historiesOf(archive.path)) {
    const version = await replace(record, emptying);
    if (version === null) changed.push(record.name);
    else await removeEntries(record.name, version, store);
    reached(++done);
  }
  await removeItems(archive.path, store, reached, done);
  return changed;
}

const isSame = (a: StoredRecord, b: StoredRecord): boolean =>
  a.version === b.version && a.data === b.data && a.newest?.hash === b.newest?.hash;

/** Puts the place of a record into its place, and tells that version; null when it is no longer what the file holds. */
async function replace(
  { name, key, stored: saved, table }: ArchivedRecord,
  { archive, file, store, wiring }: Emptying,
): Promise<number | null> {
  const records = recordsIn(store, table);
  const present = await records.read(key);
  const data = archivedData({ campaign: archive.header.campaign, file, sha256: archive.sha256 });
  if (present && isArchived(present)) {
    await fileNewest(name, present, wiring.audit);
    return present.data === data ? present.version : null;
  }
  if (!present || !isSame(present, saved)) return null;
  const at = wiring.clock.machineNow();
  const { day } = localTime(at, defaultPolicy.zone);
  const change = {
    ...{ record: name, by: archivist, at, day, command: ARCHIVE, reason: file, request: `archive:${archive.sha256}` },
    ...{ asked: wiring.hash(data), format: ARCHIVED_FORMAT, data, changes: [] },
  };
  const written = await writeAudited(key, present, change, { records, audit: wiring.audit, hash: wiring.hash });
  return written.kind === "written" ? written.entry.version : null;
}

/** Removes the entries before the version that says where they lie. */
async function removeEntries(name: string, version: number, store: Store): Promise<void> {
  const entries = await entriesOf(store, name);
  await remove(
    store,
    "Audit",
    entries.filter((item) => Number(item["version"]) < version),
    ["record", "version"],
  );
}

/** How many items are removed at once. */
const CHUNK = 100;

async function removeItems(
  path: string,
  store: Store,
  reached: (records: number) => void,
  before: number,
): Promise<void> {
  let done = before;
  const waiting = { letter: [] as SavedItem[], sweep: [] as SavedItem[] };
  const flush = async (): Promise<void> => {
    await remove(store, "Letters", waiting.letter.splice(0), ["partition", "number"]);
    await remove(store, "Sweeps", waiting.sweep.splice(0), ["slot", "scope"]);
    reached(done);
  };
  for await (const { kind, item } of archivedLines(path)) {
    if (kind !== "letter" && kind !== "sweep") continue;
    waiting[kind].push(item);
    if (++done % CHUNK === 0) await flush();
  }
  await flush();
}

async function remove(
  { database, names }: Store,
  table: "Audit" | "Letters" | "Sweeps",
  items: readonly SavedItem[],
  keys: readonly string[],
): Promise<void> {
  const requests = items.map((item) => ({
    DeleteRequest: { Key: Object.fromEntries(keys.map((name) => [name, item[name]])) },
  }));
  await writeAll(database, names.tables[table], requests);
}
