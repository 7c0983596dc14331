import { changesBetween } from "../../core/audit/changes.ts";
import { recordAudited } from "../../core/audit/record-audited.ts";
import { localTime } from "../../core/calendar/zone.ts";
import { defaultPolicy } from "../../core/order608/default-policy.ts";
import {
  ARCHIVE_RECORD_FORMAT,
  ArchiveRecord,
  type ArchiveState,
  archiveName,
  readArchive,
} from "../../core/use-cases/records/archive-record.ts";
import type { Wiring } from "../../functions/wiring.ts";
import { Failed } from "../commands/failed.ts";
import type { ArchiveFile } from "./file.ts";

/** Whoever reaches the tables may archive, and it stands in the audit. */
export const archivist = { id: "local:command-line", name: "esep archive" };

/** What the tables keep of a campaign's archive; null before the first. Throws {@link Failed} for one that cannot be read. */
export async function presentArchive(campaign: number, { archives }: Wiring): Promise<ArchiveRecord | null> {
  const stored = await archives.read(campaign);
  if (!stored) return null;
  const record = readArchive(stored);
  if (!record) throw new Failed(`The record of the archive of ${campaign} cannot be read: see \`esep audit verify\`.`);
  return record;
}

/** Writes how far a campaign's archiving is, unless somebody else was faster. */
export async function markArchive(
  { header: { campaign }, sha256, counts }: ArchiveFile,
  file: string,
  state: ArchiveState,
  wiring: Wiring,
): Promise<void> {
  const { archives, audit, hash, clock } = wiring;
  const at = clock.machineNow();
  const next = ArchiveRecord.encode({ campaign, state, file, sha256, counts });
  const outcome = await recordAudited(
    {
      ...{ key: campaign, record: archiveName(campaign), request: `${state}:${sha256}:${at}`, isRepeatable: false },
      ...{ asked: hash(JSON.stringify(next)), version: (await archives.read(campaign))?.version ?? 0 },
    },
    (stored) => {
      const before = stored ? readArchive(stored) : null;
      const change = {
        ...{ by: archivist, at, day: localTime(at, defaultPolicy.zone).day, command: `archive-${state}`, reason: file },
        ...{ format: ARCHIVE_RECORD_FORMAT, data: JSON.stringify(next) },
        changes: changesBetween(before ? ArchiveRecord.encode(before) : undefined, next),
      };
      return { kind: "change", change };
    },
    { records: archives, audit, hash },
  );
  if (outcome.kind !== "recorded") throw new Failed("Somebody else is archiving this campaign: look again.");
}
