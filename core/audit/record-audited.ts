import { type AuditedChange, type AuditedPorts, entriesFrom, writeAudited } from "./append.ts";
import type { AuditEntry } from "./entry.ts";
import { type FiledEntry, historyOf, type StoredRecord } from "./stored.ts";

/** Somebody's request to change one audited record of any kind. */
export interface AuditedRequest<Key> {
  readonly key: Key;
  /** The record's name in the audit. */
  readonly record: string;
  /** Names the request; `isRepeatable` when its sender knows this id and may send it again. */
  readonly request: string;
  readonly isRepeatable: boolean;
  /** Hash of what is asked, by whom. */
  readonly asked: string;
  /** The version that the sender has seen (0: none yet); any when absent. */
  readonly version?: number | undefined;
}

export type AuditedOutcome =
  /** `entry` tells everything that was done; a repeated request gets the entry of the first time. */
  | { readonly kind: "recorded"; readonly entry: AuditEntry }
  /** The record is no longer what the sender has seen. */
  | { readonly kind: "conflict"; readonly version: number }
  /** Others were faster every time; the sender named no version. */
  | { readonly kind: "busy"; readonly version: number }
  /** The request's id was used for another request. */
  | { readonly kind: "other-request" }
  | { readonly kind: "too-large" };

/** What is to be changed of a record, as it was read. */
export interface DecidedChange {
  readonly kind: "change";
  readonly change: Omit<AuditedChange, "record" | "request" | "asked">;
}

/** How often a request without a version is decided anew when others write at the same time. */
const ATTEMPTS = 8;

/**
 * Changes one record: load, decide, one conditional write. Who names the version they have seen gets a conflict when
 * there is a newer one; for who does not, it is decided anew on what is there. `decide` is pure.
 */
export async function recordAudited<Key, Refused extends { readonly kind: string }>(
  asked: AuditedRequest<Key>,
  decide: (stored: StoredRecord | null) => DecidedChange | Refused,
  ports: AuditedPorts<Key>,
): Promise<AuditedOutcome | Refused> {
  let version = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await ports.records.read(asked.key);
    const filed = asked.isRepeatable && stored?.newest ? await historyOf(asked.record, ports.audit) : [];
    const earlier = asked.isRepeatable ? entryOf(asked, stored, filed) : undefined;
    if (earlier)
      return earlier.asked === asked.asked ? { kind: "recorded", entry: earlier } : { kind: "other-request" };
    version = stored?.version ?? 0;
    if (asked.version !== undefined && asked.version !== version) return { kind: "conflict", version };
    const decided = decide(stored);
    if (!isChange(decided)) return decided;
    const written = await writeAudited(asked.key, stored, { ...decided.change, ...namesOf(asked) }, ports, filed);
    if (written.kind === "written") return { kind: "recorded", entry: written.entry };
    if (written.kind === "too-large") return { kind: "too-large" };
  }
  return { kind: "busy", version };
}

const isChange = <Refused extends { readonly kind: string }>(
  decided: DecidedChange | Refused,
): decided is DecidedChange => decided.kind === "change";

const namesOf = <Key>({ record, request, asked }: AuditedRequest<Key>) => ({ record, request, asked });

/** The entry that a request has made already. */
function entryOf<Key>(
  { request }: AuditedRequest<Key>,
  stored: StoredRecord | null,
  filed: readonly FiledEntry[],
): AuditEntry | undefined {
  // Only the entries that hold its name need be read.
  const name = JSON.stringify(request);
  const candidates = filed.filter(({ text }) => text.includes(name));
  return entriesFrom(candidates, stored).find((entry) => entry.request === request);
}
