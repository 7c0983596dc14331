import { type LetterEntry, type LetterState, letterPath } from "../../../core/escalation/ledger.ts";
import type { Ledger } from "../../../core/ports.ts";

/** The ledger with the conditions of the real one, and a look at everything in it. */
export interface MemoryLedger extends Ledger {
  /** Every entry, in the order of creation. */
  all(): readonly LetterEntry[];
  /** The states that a letter was ever in, by its path. */
  readonly history: ReadonlyMap<string, readonly LetterState[]>;
}

export function memoryLedger(): MemoryLedger {
  const entries = new Map<string, LetterEntry>();
  const history = new Map<string, LetterState[]>();
  const put = (entry: LetterEntry): void => {
    const path = letterPath(entry);
    entries.set(path, entry);
    history.set(path, [...(history.get(path) ?? []), entry.state]);
  };
  const log = (scope: string, year: number): LetterEntry[] =>
    [...entries.values()]
      .filter((entry) => entry.scope === scope && entry.year === year)
      .sort((a, b) => (a.recipientKey === b.recipientKey ? a.n - b.n : a.recipientKey < b.recipientKey ? -1 : 1));
  return {
    all: () => [...entries.values()],
    history,
    log: async (scope, year, recipientKey) =>
      log(scope, year).filter((entry) => recipientKey === undefined || entry.recipientKey === recipientKey),
    unsettled: async (scope, year) =>
      log(scope, year).filter(({ state }) => state === "sending" || state === "unknown"),
    get: async (id) => entries.get(letterPath(id)) ?? null,
    create: async (entry) => {
      if (entries.has(letterPath(entry))) return "exists";
      put(entry);
      return "created";
    },
    advance: async (before, step) => {
      const now = entries.get(letterPath(before));
      if (!now || now.state !== before.state || now.attempts !== before.attempts) return "changed";
      if (before.lease && now.lease?.holder !== before.lease.holder) return "changed";
      if ((now.events?.length ?? 0) !== (before.events?.length ?? 0)) return "changed";
      put({ ...now, ...step });
      return "advanced";
    },
  };
}
