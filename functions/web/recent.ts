import { type Clock, type DossierStore, type Ledger, marksKey, type SweepLog } from "../../core/ports.ts";

/** What many requests ask for in the same way. */
interface Reads {
  readonly dossiers: DossierStore;
  readonly log: Pick<SweepLog, "ofSlot">;
  readonly ledger: Pick<Ledger, "log">;
}

interface Kept {
  readonly at: number;
  /** What {@link DossierStore.marks} said before the read began. */
  readonly mark: string | undefined;
  readonly value: Promise<unknown>;
}

/** Reads for one request, of one scope's dossiers or of all. */
export type RecentReads = (scope?: string) => Reads;

/**
 * Reads that are shared by all requests of some seconds: when a letter has sent everybody to the overview at once, the
 * records of all bodies are read once. Dossiers are read again as soon as one was written to, so whoever has recorded
 * something sees it; how letters go and what sweeps have found may be so many seconds old. A failed read is forgotten at
 * once, and nothing is kept beyond its time. Rights are not looked at here: what is kept is everybody's.
 */
export function recentReads(ports: Reads, { machineNow }: Pick<Clock, "machineNow">, seconds: number): RecentReads {
  const known = new Map<string, Kept>();
  const isRecent = ({ at }: Kept, now: number): boolean => now - at < seconds * 1000;
  const keep = <Value>(key: string, mark: string | undefined, read: () => Promise<Value>): Promise<Value> => {
    const kept = known.get(key);
    // Each key is read by one function, so what is kept under it has that function's type.
    if (kept && isRecent(kept, machineNow()) && kept.mark === mark) return kept.value as Promise<Value>;
    const value = read();
    known.set(key, { at: machineNow(), mark, value });
    value.catch(() => {
      if (known.get(key)?.value === value) known.delete(key);
    });
    return value;
  };
  return (ofScope) => {
    const now = machineNow();
    for (const [key, kept] of known) if (!isRecent(kept, now)) known.delete(key);
    const marks = ports.dossiers.marks?.(ofScope) ?? Promise.resolve(null);
    // Who loads nothing does not wait for it.
    marks.catch(() => undefined);
    return {
      dossiers: {
        load: async (scope, campaign) => {
          const said = await marks;
          const load = () => ports.dossiers.load(scope, campaign);
          if (ofScope !== undefined && scope !== ofScope) return load();
          return keep(`dossiers ${scope} ${campaign}`, said?.get(marksKey(scope, campaign)), load);
        },
      },
      log: { ofSlot: (slot) => keep(`slot ${slot.day} ${slot.time}`, undefined, () => ports.log.ofSlot(slot)) },
      ledger: {
        log: (scope, year, recipientKey) =>
          keep(`letters ${scope} ${year} ${recipientKey ?? ""}`, undefined, () =>
            ports.ledger.log(scope, year, recipientKey),
          ),
      },
    };
  };
}
