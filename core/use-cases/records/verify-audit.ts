import { readHistory } from "../../audit/append.ts";
import { readArchived } from "../../audit/archived.ts";
import type { Hash } from "../../audit/entry.ts";
import type { AuditInventory, StoredRecord } from "../../audit/stored.ts";
import { type ChainReport, verifyChain } from "../../audit/verify-chain.ts";
import type { LoadedRegister } from "../assess/assess.ts";
import { type AuditedStores, type ListedRecord, listRecords, readerNamed } from "./audited-records.ts";

/** What a verification of the whole audit reads. */
export interface VerifyPorts extends AuditedStores {
  readonly audit: AuditInventory;
  readonly hash: Hash;
}

/** One record's verdict. */
export interface VerifiedRecord {
  readonly record: string;
  readonly report: ChainReport;
}

/**
 * Checks every audited record that has a history, by name. Both sides are looked at: records whose entries are gone, and
 * entries whose record is gone. A record that the audit vouches for must also be one that can be read, and what stays of
 * an archived one must name the file that its campaign's archive names. `last` is the last campaign in which something can
 * have been recorded.
 */
export async function* verifyAudit(
  loaded: LoadedRegister,
  last: number,
  ports: VerifyPorts,
): AsyncGenerator<VerifiedRecord> {
  // Before the records are listed: what is written in between is listed then, and not taken for removed.
  const filed = await ports.audit.records();
  const listed = new Map<string, ListedRecord>();
  for await (const one of listRecords(loaded, last, ports)) listed.set(one.record, one);
  for (const record of [...new Set([...listed.keys(), ...filed])].sort()) {
    const report = await verify(record, listed.get(record), loaded, ports);
    if (report.kind === "broken" || report.entries > 0) yield { record, report };
  }
}

async function verify(
  record: string,
  listed: ListedRecord | undefined,
  loaded: LoadedRegister,
  ports: VerifyPorts,
): Promise<ChainReport> {
  const read = listed?.read ?? readerNamed(record, loaded, ports) ?? (async () => null);
  const { filed, stored } = await readHistory(record, record, { records: { read }, audit: ports.audit });
  const report = verifyChain(record, filed, stored, ports.hash);
  if (report.kind === "broken" || !stored) return report;
  const isWhole = listed?.isWhole === undefined || (await listed.isWhole(stored));
  if (isWhole && (report.entries === 0 || (await isKnown(stored, listed, ports)))) return report;
  return { kind: "broken", fault: "facts-changed", version: stored.version };
}

/** Whether a record's format is one that its kind has: the entry does not speak of it. */
async function isKnown(
  stored: StoredRecord,
  listed: ListedRecord | undefined,
  { archives }: VerifyPorts,
): Promise<boolean> {
  const archived = readArchived(stored);
  if (!archived) return listed === undefined || listed.isReadable(stored);
  return archives === undefined || (await archives.hashOf(archived.campaign)) === archived.sha256;
}
