import type { FiledEntry } from "../../core/audit/stored.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { filedOf } from "../../functions/dynamodb/audit.ts";
import { sha256 } from "../../functions/hash.ts";
import { BadInput } from "../facts-file.ts";
import { type ArchiveFile, archivedLines, checkArchive } from "./file.ts";
import { type ArchivedRecord, recordOf } from "./records.ts";

/** A record with its history, as an archive holds it. */
export interface ArchivedHistory {
  readonly record: ArchivedRecord;
  readonly filed: readonly FiledEntry[];
}

/**
 * Checks that an archive is the file that was written, and that the history of every record in it is whole; throws
 * {@link BadInput} that names what is not.
 */
export async function verifyArchive(path: string): Promise<ArchiveFile> {
  const file = await checkArchive(path);
  for await (const { record, filed } of historiesOf(path)) {
    const report = verifyChain(record.name, filed, record.stored, sha256);
    if (report.kind === "broken") {
      throw new BadInput(
        `${path}: the history of ${record.name} is not whole (${report.fault}, entry ${report.version}).`,
      );
    }
  }
  return file;
}

/** The records of an archive, one after the other. */
export async function* historiesOf(path: string): AsyncGenerator<ArchivedHistory> {
  let present: { record: ArchivedRecord; filed: FiledEntry[] } | undefined;
  for await (const line of archivedLines(path)) {
    if (line.kind === "entry") {
      present?.filed.push(filedOf(line.item));
      continue;
    }
    if (present) yield present;
    const record = recordOf(line);
    present = record ? { record, filed: [] } : undefined;
  }
  if (present) yield present;
}
