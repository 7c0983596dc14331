import type { RecordStore, StoredRecord } from "../../core/audit/stored.ts";
import { dossierName } from "../../core/dossier/dossier-record.ts";
import { evidenceName } from "../../core/evidence/evidence.ts";
import { acknowledgementName } from "../../core/use-cases/letters/acknowledge.ts";
import { readStored, storedOf, writeStored } from "../../functions/dynamodb/stored-record.ts";
import type { SavedItem } from "../backup/lines.ts";
import type { Store } from "../backup/store.ts";
import type { ArchiveKind } from "./file.ts";

/** The kinds that have a history of their own, and what their items are keyed by. */
const recordKinds = {
  dossier: { table: "Dossiers", sort: "body" },
  evidence: { table: "Dossiers", sort: "body" },
  acknowledgement: { table: "Letters", sort: "number" },
} as const satisfies Partial<Record<ArchiveKind, { readonly table: "Dossiers" | "Letters"; readonly sort: string }>>;
type RecordKind = keyof typeof recordKinds;

/** The key of an item: its names and values. */
type Key = Readonly<Record<string, string>>;

/** A record of an archive: how it is named, where it lies, what it was. */
export interface ArchivedRecord {
  readonly name: string;
  readonly key: Key;
  readonly stored: StoredRecord;
  readonly table: "Dossiers" | "Letters";
}

/** The record of a line; null for a line of another kind. */
export function recordOf({
  kind,
  item,
}: {
  readonly kind: ArchiveKind;
  readonly item: SavedItem;
}): ArchivedRecord | null {
  if (!isRecordKind(kind)) return null;
  const { table, sort } = recordKinds[kind];
  const [partition, own] = [String(item["partition"]), String(item[sort])];
  return { name: nameOf(kind, partition, own), key: { partition, [sort]: own }, stored: storedOf(item), table };
}

const isRecordKind = (kind: ArchiveKind): kind is RecordKind => Object.hasOwn(recordKinds, kind);

/** `DP-10#2025`, `#evidence#DP-10#2025` and `#acknowledged#DP-10#2025`. */
function nameOf(kind: RecordKind, partition: string, own: string): string {
  const [scope = "", year = ""] = partition.replace(/^#\w+#/, "").split("#");
  if (kind === "dossier") return dossierName({ body: own, campaign: Number(year) });
  if (kind === "evidence") return evidenceName({ body: own, campaign: Number(year) });
  const [recipientKey = "", n] = own.split("#");
  return acknowledgementName({ scope, year: Number(year), recipientKey, n: Number(n) });
}

/** The records of a store by their keys, whatever kind they are. */
export const recordsIn = ({ database, names }: Store, table: "Dossiers" | "Letters"): RecordStore<Key> => ({
  read: (key) => readStored(database, names.tables[table], key),
  put: (key, before, next) => writeStored(database, names.tables[table], key, before, next),
});
