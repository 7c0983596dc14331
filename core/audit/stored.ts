/** A record as it is stored: facts, version and the newest audit entry, written together by one conditional write. */
export interface StoredRecord {
  /** Counts the record's writes, from 1. */
  readonly version: number;
  /** Which form `data` has, so that later code can upgrade what earlier code wrote. */
  readonly format: number;
  /** The facts as text: what the entry's `factsAfter` is the hash of. */
  readonly data: string;
  /** The newest entry with the hash it was written with; null for facts that came from a file. */
  readonly newest: SealedEntry | null;
}

/** The text of an entry and its hash. */
export interface SealedEntry {
  readonly text: string;
  readonly hash: string;
}

/** An entry as it is filed, under the number that its key says. */
export interface FiledEntry extends SealedEntry {
  readonly version: number;
}

/** Records of one kind; reads are strongly consistent. */
export interface RecordStore<Key> {
  read(key: Key): Promise<StoredRecord | null>;
  /** Writes the next version unless the present one is no longer `before`. */
  put(key: Key, before: StoredRecord | null, next: StoredRecord): Promise<"written" | "changed" | "too-large">;
}

/** The filed entries of all records, by record and version. Only recorders write here. */
export interface AuditLog {
  /** Files an entry unless there is one of this number. */
  file(record: string, entry: FiledEntry): Promise<void>;
  /** The filed entries of a record, in the order of their numbers. */
  entries(record: string): Promise<readonly FiledEntry[]>;
  /**
   * The same for who looks something up and proves nothing: what was read before may be answered from memory as long as
   * its last entry still stands, since filed entries never change and are filed in order. Absent where nobody remembers.
   */
  history?(record: string): Promise<readonly FiledEntry[]>;
}

/** The filed entries of a record, from memory where there is one. */
export const historyOf = (record: string, audit: AuditLog): Promise<readonly FiledEntry[]> =>
  audit.history ? audit.history(record) : audit.entries(record);

/** What a verification reads besides: every record that has an entry. */
export interface AuditInventory extends AuditLog {
  records(): Promise<readonly string[]>;
}
