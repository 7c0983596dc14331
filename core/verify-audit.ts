import { letterNamed } from "./acknowledge.ts";
import { FIRST_CAMPAIGN, type LoadedRegister } from "./assess.ts";
import { readHistory } from "./audit/append.ts";
import type { Hash } from "./audit/entry.ts";
import type { AuditInventory, RecordStore } from "./audit/stored.ts";
import { type ChainReport, verifyChain } from "./audit/verify-chain.ts";
import { type DossierKey, dossierName } from "./dossier/dossier-record.ts";
import type { LetterId } from "./escalation/ledger.ts";
import { grantsName } from "./grants.ts";
import type { DossierStore, GrantStore } from "./ports.ts";

/** What a verification of the whole audit reads. */
export interface VerifyPorts {
  readonly dossiers: DossierStore & RecordStore<DossierKey>;
  readonly acknowledgements: RecordStore<LetterId>;
  /** Who may do what; where it is not given, a history of grants counts as one whose record is gone. */
  readonly grants?: GrantStore;
  readonly audit: AuditInventory;
  readonly hash: Hash;
}

/** One record's verdict. */
export interface VerifiedRecord {
  readonly record: string;
  readonly report: ChainReport;
}

/**
 * Checks the history of every dossier, acknowledgement and grant that has one, by name. Both sides are looked at: dossiers
 * whose entries are gone, and entries whose dossier is gone. `last` is the last campaign in which something can have been recorded.
 */
export async function* verifyAudit(
  { register, directory }: LoadedRegister,
  last: number,
  { dossiers, acknowledgements, grants, audit, hash }: VerifyPorts,
): AsyncGenerator<VerifiedRecord> {
  const keys = new Map<string, DossierKey>();
  for (const scope of [...register.scopes, ...(directory.former ?? [])]) {
    for (let campaign = FIRST_CAMPAIGN; campaign <= last; campaign++) {
      const loaded = await dossiers.load(scope, campaign);
      for (const { body } of [...loaded.dossiers, ...loaded.damaged]) {
        keys.set(dossierName({ body, campaign }), { scope, body, campaign });
      }
    }
  }
  const known = (await grants?.all()) ?? [];
  const granted = new Map(known.map(({ subject, stored }) => [grantsName(subject), stored]));
  const filed = await audit.records();
  for (const record of [...new Set([...keys.keys(), ...granted.keys(), ...filed])].sort()) {
    const key = keys.get(record);
    const letter = letterNamed(record);
    const history = key
      ? await readHistory(key, record, { records: dossiers, audit })
      : letter
        ? await readHistory(letter, record, { records: acknowledgements, audit })
        : { filed: await audit.entries(record), stored: granted.get(record) ?? null };
    const report = verifyChain(record, history.filed, history.stored, hash);
    if (report.kind === "broken" || report.entries > 0) yield { record, report };
  }
}
