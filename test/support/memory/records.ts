import type { AuditInventory, FiledEntry, StoredRecord } from "../../../core/audit/stored.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import { Dossier as DossierSchema } from "../../../core/dossier/dossier.ts";
import { type DossierKey, type DossierRecord, readDossierData } from "../../../core/dossier/dossier-record.ts";
import { letterPath } from "../../../core/escalation/ledger.ts";
import type { DossierStore } from "../../../core/ports.ts";
import type { AcknowledgementStore } from "../../../core/use-cases/letters/acknowledge.ts";
import type { CampaignRecords } from "../../../core/use-cases/records/audited-records.ts";

/** Dossiers in memory with the conditions of the real store. */
export interface MemoryRecords extends DossierStore, CampaignRecords {
  /** Writes a dossier without history, as a file brings it. */
  import(scope: string, dossier: Dossier): void;
  /** What is stored, to be looked at or damaged. */
  readonly items: Map<string, StoredRecord>;
}

export const itemName = ({ scope, campaign, body }: DossierKey): string => `${scope}#${campaign}#${body}`;

/** `step` runs before every read and write: for interleavings and crashes. */
export function memoryRecords(step: (what: string) => Promise<void> = async () => undefined): MemoryRecords {
  const items = new Map<string, StoredRecord>();
  return {
    items,
    read: async (key) => {
      await step("read");
      return items.get(itemName(key)) ?? null;
    },
    put: async (key, before, next) => {
      await step("put");
      const present = items.get(itemName(key)) ?? null;
      if (present?.version !== before?.version || present?.newest?.hash !== before?.newest?.hash) return "changed";
      if (next.data.length > 350_000) return "too-large";
      items.set(itemName(key), next);
      return "written";
    },
    ofCampaign: async (scope, campaign) => {
      const own = [...items].filter(([name]) => name.startsWith(`${scope}#${campaign}#`)).sort(byName);
      return new Map(own.map(([name, stored]) => [name.split("#")[2] ?? "", stored]));
    },
    import: (scope, dossier) => {
      const data = JSON.stringify(DossierSchema.encode(dossier));
      items.set(itemName({ scope, ...dossier }), { version: 1, format: 1, data, newest: null });
    },
    load: async (scope, campaign) => {
      const own = [...items].filter(([name]) => name.startsWith(`${scope}#${campaign}#`)).sort(byName);
      const read = own.map(([name, stored]) => {
        const body = name.split("#")[2] ?? "";
        return { body, campaign, record: readDossierData(stored, { body, campaign }) };
      });
      const damaged = read.flatMap(({ body, campaign, record }) =>
        "reason" in record ? [{ body, campaign, reason: record.reason }] : [],
      );
      const good = read.map(({ record }) => record).filter(isRecord);
      const recorded = new Map(good.map(({ dossier, recorded }) => [dossier.body, recorded]));
      return { dossiers: good.map(({ dossier }) => dossier), damaged, recorded };
    },
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const isRecord = (read: DossierRecord | { readonly reason: string }): read is DossierRecord => "dossier" in read;

/** The audit in memory. */
export interface MemoryAudit extends AuditInventory {
  readonly filed: Map<string, Map<number, FiledEntry>>;
}

export function memoryAudit(step: (what: string) => Promise<void> = async () => undefined): MemoryAudit {
  const filed = new Map<string, Map<number, FiledEntry>>();
  return {
    filed,
    file: async (record, entry) => {
      await step("file");
      const own = filed.get(record) ?? new Map<number, FiledEntry>();
      filed.set(record, own);
      if (!own.has(entry.version)) own.set(entry.version, entry);
    },
    entries: async (record) => [...(filed.get(record)?.values() ?? [])].sort((a, b) => a.version - b.version),
    records: async () => [...filed.keys()].sort(),
  };
}

/** Acknowledgements in memory. */
export function memoryAcknowledgements(): AcknowledgementStore {
  const items = new Map<string, StoredRecord>();
  return {
    read: async (id) => items.get(letterPath(id)) ?? null,
    put: async (id, before, next) => {
      if (items.get(letterPath(id))?.newest?.hash !== before?.newest?.hash) return "changed";
      items.set(letterPath(id), next);
      return "written";
    },
    ofYear: async (scope, year) => new Map([...items].filter(([path]) => path.startsWith(`${scope}/${year}/`))),
  };
}
