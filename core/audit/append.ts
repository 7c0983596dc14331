import type { Day } from "../calendar/day.ts";
import type { Instant } from "../calendar/zone.ts";
import { type AuditActor, type AuditEntry, entryText, type FieldChange, type Hash, readEntry } from "./entry.ts";
import type { AuditLog, FiledEntry, RecordStore, SealedEntry, StoredRecord } from "./stored.ts";

/** What is to be recorded, decided by a pure function from `before`. */
export interface AuditedChange {
  readonly record: string;
  readonly by: AuditActor;
  readonly at: Instant;
  readonly day: Day;
  readonly command: string;
  readonly reason: string | null;
  readonly request: string;
  /** Hash of what was asked. */
  readonly asked: string;
  /** The facts after, as they will be stored. */
  readonly format: number;
  readonly data: string;
  readonly changes: readonly FieldChange[];
}

/** Where a kind of record and the entries of all kinds lie. */
export interface AuditedPorts<Key> {
  readonly records: RecordStore<Key>;
  readonly audit: AuditLog;
  readonly hash: Hash;
}

/** The entry that a change adds to the chain. */
export function nextEntry(before: StoredRecord | null, change: AuditedChange, hash: Hash): AuditEntry {
  const { record, by, at, day, command, reason, request, asked, data, changes } = change;
  return {
    ...{ record, version: (before?.version ?? 0) + 1, by: { id: by.id, name: by.name }, at, day },
    ...{ command, reason, request, asked },
    previous: before?.newest ? hash(before.newest.text) : null,
    factsBefore: before ? hash(before.data) : null,
    factsAfter: hash(data),
    changes: [...changes],
  };
}

/** An entry as text with its hash. */
export function seal(entry: AuditEntry, hash: Hash): SealedEntry {
  const text = entryText(entry);
  return { text, hash: hash(text) };
}

/**
 * Writes a change: the entry before is filed if a crash left it unfiled, one conditional write stores facts, version and
 * entry together, and the entry is filed. A crash anywhere loses nothing: readers take the record's own entry too.
 * @param filed - entries that are known to be filed
 */
export async function writeAudited<Key>(
  key: Key,
  before: StoredRecord | null,
  change: AuditedChange,
  { records, audit, hash }: AuditedPorts<Key>,
  filed: readonly FiledEntry[] = [],
): Promise<{ readonly kind: "written"; readonly entry: AuditEntry } | { readonly kind: "changed" | "too-large" }> {
  const isFiled = filed.some(({ version, hash }) => version === before?.version && hash === before.newest?.hash);
  if (!isFiled) await fileNewest(change.record, before, audit);
  const entry = nextEntry(before, change, hash);
  const { format, data } = change;
  const next = { version: entry.version, format, data, newest: seal(entry, hash) };
  const outcome = await records.put(key, before, next);
  if (outcome !== "written") return { kind: outcome };
  await fileNewest(change.record, next, audit);
  return { kind: "written", entry };
}

/** Files the entry that travels in a record. */
export async function fileNewest(record: string, stored: StoredRecord | null, audit: AuditLog): Promise<void> {
  if (stored?.newest) await audit.file(record, { version: stored.version, ...stored.newest });
}

/** A record with its history, as of one moment. */
export interface RecordHistory {
  readonly filed: readonly FiledEntry[];
  readonly stored: StoredRecord | null;
  /** Oldest first: what is filed, and the newest entry even when a crash left it unfiled. */
  readonly entries: readonly AuditEntry[];
}

/** Reads a record and its entries; again when somebody wrote in between, so that a new entry is never taken for a gap. */
export async function readHistory<Key>(
  key: Key,
  record: string,
  { records, audit }: { readonly records: Pick<RecordStore<Key>, "read">; readonly audit: Pick<AuditLog, "entries"> },
): Promise<RecordHistory> {
  let stored = await records.read(key);
  for (;;) {
    const filed = await audit.entries(record);
    const after = await records.read(key);
    if (after?.version === stored?.version) return { filed, stored: after, entries: entriesFrom(filed, after) };
    stored = after;
  }
}

/** The readable entries of a record. */
export function entriesFrom(filed: readonly FiledEntry[], stored: StoredRecord | null): readonly AuditEntry[] {
  const before = filed.filter(({ version }) => version !== stored?.version);
  return [...before, ...(stored?.newest ? [stored.newest] : [])].flatMap((sealed) => entryIn(sealed) ?? []);
}

/** What each entry says, as long as somebody has it. */
const known = new WeakMap<SealedEntry, { readonly entry: AuditEntry | null }>();

function entryIn(sealed: SealedEntry): AuditEntry | null {
  const read = known.get(sealed) ?? { entry: readEntry(sealed.text) };
  known.set(sealed, read);
  return read.entry;
}
