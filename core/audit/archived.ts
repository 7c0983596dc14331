import * as z from "zod";
import { HashText } from "./entry.ts";
import type { StoredRecord } from "./stored.ts";

/** The format of what stays of a record that was archived, of whatever kind it was. */
export const ARCHIVED_FORMAT = 1000;
/** The command of the entry that says so: it names the entry before, which lies in the file. */
export const ARCHIVE = "archive";

/** In which file a record lies with its history. */
export const Archived = z.strictObject({
  campaign: z.int(),
  /** The file's name when it was written, for people. */
  file: z.string(),
  sha256: HashText,
});
export type Archived = z.output<typeof Archived>;

export const archivedData = (archived: Archived): string => JSON.stringify(Archived.encode(archived));

export const isArchived = ({ format }: Pick<StoredRecord, "format">): boolean => format === ARCHIVED_FORMAT;

/** Where a record lies that was archived; null for every other record. */
export function readArchived(stored: Pick<StoredRecord, "format" | "data"> | null): Archived | null {
  if (!stored || !isArchived(stored)) return null;
  try {
    return Archived.safeParse(JSON.parse(stored.data)).data ?? null;
  } catch {
    return null;
  }
}
