import type { Dossier } from "../../../core/dossier/dossier.ts";
import type { Damage, DossierStore } from "../../../core/ports.ts";
import type { CampaignNotes } from "../../../core/use-cases/sweep/outset.ts";

/** Dossiers that can also be written, and damaged. */
export interface MemoryDossiers extends DossierStore, CampaignNotes {
  /** Writes dossiers of one scope, over those of the same body and campaign. */
  write(scope: string, dossiers: readonly Dossier[]): Promise<void>;
  damage(scope: string, damage: Damage): void;
}

export function memoryDossiers(): MemoryDossiers {
  const records = new Map<string, Map<string, Dossier | Damage>>();
  const partition = (scope: string, campaign: number): Map<string, Dossier | Damage> => {
    const name = `${scope}#${campaign}`;
    const known = records.get(name) ?? new Map<string, Dossier | Damage>();
    records.set(name, known);
    return known;
  };
  return {
    load: async (scope, campaign) => {
      const all = [...(records.get(`${scope}#${campaign}`) ?? [])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, record]) => record);
      return { dossiers: all.filter(isDossier), damaged: all.filter(isDamage) };
    },
    campaigns: async () => [...new Set([...records.keys()].map((name) => Number(name.split("#").at(-1))))].sort(),
    write: async (scope, dossiers) => {
      for (const dossier of dossiers) partition(scope, dossier.campaign).set(dossier.body, dossier);
    },
    damage: (scope, damage) => void partition(scope, damage.campaign).set(damage.body, damage),
  };
}

const isDossier = (record: Dossier | Damage): record is Dossier => "meetings" in record;
const isDamage = (record: Dossier | Damage): record is Damage => "reason" in record;
