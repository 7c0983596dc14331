import { ARCHIVE, isArchived } from "./archived.ts";
import { type AuditEntry, type Hash, readEntry } from "./entry.ts";
import type { FiledEntry, StoredRecord } from "./stored.ts";

/**
 * What is wrong with a chain:
 * - `changed`: an entry is not the one that was written;
 * - `removed`: an entry that must have been there is gone;
 * - `reordered`: an entry stands under another number, or in another record, than it was written for;
 * - `facts-changed`: the record's facts were changed past the audit;
 * - `record-removed`: the record itself is gone, or was put back to facts without history.
 */
export type ChainFault = "changed" | "removed" | "reordered" | "facts-changed" | "record-removed";

/** Whether a record's history is what was written, or the first entry that is not. */
export type ChainReport =
  | {
      readonly kind: "intact";
      readonly entries: number;
      /** Hash of the newest entry, to be quoted to an outside witness; null for a record without history. */
      readonly head: string | null;
      /** False after a crash before the newest entry was filed: the next write files it. */
      readonly filed: boolean;
    }
  | { readonly kind: "broken"; readonly fault: ChainFault; readonly version: number };

interface Link {
  readonly entry: AuditEntry;
  readonly hash: string;
}

const broken = (fault: ChainFault, version: number): ChainReport => ({ kind: "broken", fault, version });

/**
 * Checks a record's history: every stored byte of the filed entries, their order, that none is missing, and that the
 * record itself is the one that the newest entry speaks of. `filed` comes in the order of its keys.
 */
export function verifyChain(
  record: string,
  filed: readonly FiledEntry[],
  stored: StoredRecord | null,
  hash: Hash,
): ChainReport {
  const all = sinceArchived(withNewest(filed, stored), stored);
  const links: Link[] = [];
  for (const [index, one] of all.entries()) {
    const link = readLink(record, one, hash);
    if (typeof link === "string") return broken(link, one.version);
    const gap = missingBefore(links.at(-1)?.entry, link.entry, stored);
    if (gap !== null) return broken("removed", gap);
    const next = all[index + 1];
    const changed = brokenLink(links.at(-1), link, next && readEntry(next.text));
    if (changed) return changed;
    links.push(link);
  }
  return verifyHead(filed, links.at(-1), stored, hash);
}

/** A crash may have left the newest entry in the record only. */
function withNewest(filed: readonly FiledEntry[], stored: StoredRecord | null): readonly FiledEntry[] {
  if (!stored?.newest || filed.some(({ version }) => version >= stored.version)) return filed;
  return [...filed, { version: stored.version, ...stored.newest }];
}

/** What was before a record was archived lies in the file; a crash may have left some of it here. */
function sinceArchived(all: readonly FiledEntry[], stored: StoredRecord | null): readonly FiledEntry[] {
  const newest = all.at(-1);
  if (!stored || !isArchived(stored) || !newest) return all;
  return readEntry(newest.text)?.command === ARCHIVE ? [newest] : all;
}

function readLink(record: string, { version, text, hash: sealed }: FiledEntry, hash: Hash): Link | ChainFault {
  const own = hash(text);
  const entry = readEntry(text);
  if (own !== sealed || !entry) return "changed";
  return entry.record === record && entry.version === version ? { entry, hash: own } : "reordered";
}

/** The number of the first entry that must have stood before this one and does not. */
function missingBefore(last: AuditEntry | undefined, entry: AuditEntry, stored: StoredRecord | null): number | null {
  if (last) return entry.version === last.version + 1 ? null : last.version + 1;
  const isInFile = stored !== null && isArchived(stored) && entry.command === ARCHIVE;
  return entry.previous === null || isInFile ? null : entry.version - 1;
}

/**
 * An entry names the one before by its hash. When that does not fit, the one before was changed, unless the one after
 * does not know this one either.
 */
function brokenLink(
  last: Link | undefined,
  { entry, hash }: Link,
  next: AuditEntry | null | undefined,
): ChainReport | null {
  if (!last) return null;
  if (entry.previous !== last.hash) {
    const isOwn = next != null && next.previous !== hash;
    return broken("changed", isOwn ? entry.version : last.entry.version);
  }
  return entry.factsBefore === last.entry.factsAfter ? null : broken("facts-changed", entry.version);
}

function verifyHead(
  filed: readonly FiledEntry[],
  last: Link | undefined,
  stored: StoredRecord | null,
  hash: Hash,
): ChainReport {
  // Facts from a file have no history until somebody records something.
  if (!last) return { kind: "intact", entries: 0, head: null, filed: true };
  if (!stored?.newest) return broken("record-removed", last.entry.version);
  const { newest, version, data } = stored;
  if (version < last.entry.version) return broken("record-removed", version + 1);
  if (hash(newest.text) !== newest.hash || newest.hash !== last.hash) return broken("changed", version);
  if (hash(data) !== last.entry.factsAfter) return broken("facts-changed", version);
  if (isArchived(stored) !== (last.entry.command === ARCHIVE)) return broken("facts-changed", version);
  const isFiled = filed.at(-1)?.version === version;
  return { kind: "intact", entries: filed.length + (isFiled ? 0 : 1), head: last.hash, filed: isFiled };
}
