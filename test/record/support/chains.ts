import { seal } from "../../../core/audit/append.ts";
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
