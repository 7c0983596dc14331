import { nextEntry, seal } from "../../../core/audit/append.ts";
import { archivedData } from "../../../core/audit/archived.ts";
import type { AuditEntry } from "../../../core/audit/entry.ts";
import type { FiledEntry, StoredRecord } from "../../../core/audit/stored.ts";
import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";
import { sha256 } from "../../../functions/hash.ts";

export const RECORD = "dossier:PB-1:2027";

/** A record with its history of `count` versions, all filed. */
export function chainOf(count: number, record = RECORD): { filed: FiledEntry[]; stored: StoredRecord } {
  const filed: FiledEntry[] = [];
  let data = "";
  for (let version = 1; version <= count; version++) {
    const before = data;
    data = JSON.stringify({ value: version });
    const entry: AuditEntry = {
      ...{
        record,
        version,
        by: { id: "user:1", name: "Айгерим" },
        at: instant(version * 1000),
        day: day("2027-01-15"),
      },
      ...{ command: "approve-schedule", reason: null, request: `r${version}`, asked: sha256(`${version}`) },
      previous: filed.at(-1)?.hash ?? null,
      factsBefore: before === "" ? null : sha256(before),
      factsAfter: sha256(data),
      changes: [{ path: "schedule/approvedOn", before: "2027-01-14", after: "2027-01-15" }],
    };
    filed.push({ version, ...seal(entry, sha256) });
  }
  const { text = "", hash = "" } = filed.at(-1) ?? {};
  return { filed, stored: { version: count, format: 2, data, newest: { text, hash } } };
}

/** The format of what stays of an archived record, as tables hold it. */
const ARCHIVED = 1000;

/** The same record when its campaign was archived, with all entries still filed. */
export function archivedAfter({ filed, stored }: ReturnType<typeof chainOf>): ReturnType<typeof chainOf> {
  const data = archivedData({ campaign: 2027, file: "2027.jsonl", sha256: sha256("file") });
  const change = {
    ...{ record: RECORD, by: { id: "user:2", name: "Берик" }, at: instant(9000), day: day("2030-01-15") },
    ...{ command: "archive", reason: null, request: "archive", asked: sha256("archive") },
    ...{ format: ARCHIVED, data, changes: [] },
  };
  const version = stored.version + 1;
  const newest = seal(nextEntry(stored, change, sha256), sha256);
  return { filed: [...filed, { version, ...newest }], stored: { version, format: ARCHIVED, data, newest } };
}
