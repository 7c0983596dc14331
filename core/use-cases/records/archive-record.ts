import * as z from "zod";
import { HashText } from "../../audit/entry.ts";
import type { RecordStore, StoredRecord } from "../../audit/stored.ts";
import type { ListedRecord } from "./audited-records.ts";

/** How far the archiving of a campaign is, or its return. */
export const ArchiveState = z.enum(["emptying", "archived", "restoring", "restored"]);
export type ArchiveState = z.output<typeof ArchiveState>;

/** What the tables keep of an archived campaign: in which file it is, by its hash. */
export const ArchiveRecord = z.strictObject({
  campaign: z.int(),
  state: ArchiveState,
  /** The file's name when it was written, for people. */
  file: z.string(),
  sha256: HashText,
  /** Lines of each kind. */
  counts: z.record(z.string(), z.int()),
});
export type ArchiveRecord = z.output<typeof ArchiveRecord>;

export const ARCHIVE_RECORD_FORMAT = 1;

/** A campaign's archive among all audited records: `archive:2025`. */
export const archiveName = (campaign: number): string => `archive:${campaign}`;

/** The record of stored text; null when it cannot be read. */
export function readArchive({ format, data }: Pick<StoredRecord, "format" | "data">): ArchiveRecord | null {
  if (format !== ARCHIVE_RECORD_FORMAT) return null;
  try {
    return ArchiveRecord.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

/** The archives of all campaigns, by campaign; reads are strongly consistent. */
export interface ArchiveStore extends RecordStore<number> {
  all(): Promise<readonly ListedRecord[]>;
  /** The hash of the file in which a campaign lies; null for one that was never archived. */
  hashOf(campaign: number): Promise<string | null>;
}
