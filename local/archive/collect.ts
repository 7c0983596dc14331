import { isArchived } from "../../core/audit/archived.ts";
import { queryPartition } from "../../functions/dynamodb/query.ts";
import { SavedItem } from "../backup/lines.ts";
import { itemsOf, type Store } from "../backup/store.ts";
import type { ArchiveKind, ArchiveLine } from "./file.ts";
import { recordOf } from "./records.ts";

/** Everything of a campaign that lies in the tables, each record before its entries. */
export async function* collect(store: Store, campaign: number): AsyncGenerator<ArchiveLine> {
  for await (const item of itemsOf(store, "Dossiers")) yield* ofItem(store, kindOfDossier(item, campaign), item);
  for await (const item of itemsOf(store, "Letters")) yield* ofItem(store, kindOfLetter(item, campaign), item);
  for await (const item of itemsOf(store, "Sweeps")) {
    if (String(item["slot"]).startsWith(`${campaign}-`)) yield { kind: "sweep", item };
  }
}

const endsWith = (item: SavedItem, campaign: number): boolean => String(item["partition"]).endsWith(`#${campaign}`);

function kindOfDossier(item: SavedItem, campaign: number): ArchiveKind | null {
  if (!endsWith(item, campaign)) return null;
  return String(item["partition"]).startsWith("#evidence#") ? "evidence" : "dossier";
}

function kindOfLetter(item: SavedItem, year: number): ArchiveKind | null {
  if (!endsWith(item, year)) return null;
  return String(item["partition"]).startsWith("#acknowledged#") ? "acknowledgement" : "letter";
}

/** An item as a line, followed by its entries; nothing for one that does not belong here or lies in a file already. */
async function* ofItem(store: Store, kind: ArchiveKind | null, item: SavedItem): AsyncGenerator<ArchiveLine> {
  if (kind === null) return;
  const record = recordOf({ kind, item });
  if (record && isArchived(record.stored)) return;
  yield { kind, item };
  if (record) for (const entry of await entriesOf(store, record.name)) yield { kind: "entry", item: entry };
}

/** The filed entries of a record, as they are stored. */
export async function entriesOf({ database, names }: Store, record: string): Promise<SavedItem[]> {
  const items = await queryPartition(database, names.tables.Audit, "record", record);
  return items.map((item) => SavedItem.parse(item));
}
