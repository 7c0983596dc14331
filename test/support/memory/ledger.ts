import {
  isNotice,
  isWaiting,
  type LetterEntry,
  type LetterId,
  type LetterState,
  letterPath,
} from "../../../core/escalation/ledger.ts";
import type { Ledger } from "../../../core/ports.ts";

/** The ledger with the conditions of the real one, and a look at everything in it. */
export interface MemoryLedger extends Ledger {
  /** Every entry, in the order of creation. */
  all(): readonly LetterEntry[];
  /** Makes an entry unreadable. */
  damage(id: LetterId, reason: string): void;
  /** The most items and closed findings that an entry holds from now on. */
  holdAtMost(count: number): void;
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
  const damage = new Map<string, string>();
  const isReadable = (entry: LetterEntry): boolean => !damage.has(letterPath(entry));
  const logOf = (scope: string, year: number, recipientKey?: string): LetterEntry[] =>
    log(scope, year).filter((entry) => recipientKey === undefined || entry.recipientKey === recipientKey);
  let most = Number.POSITIVE_INFINITY;
  return {
    all: () => [...entries.values()],
    history,
    damage: (id, reason) => void damage.set(letterPath(id), reason),
    holdAtMost: (count) => {
      most = count;
    },
    log: async (...of) => logOf(...of).filter(isReadable),
    wholeLog: async (...of) => ({
      entries: logOf(...of).filter(isReadable),
      damaged: logOf(...of).flatMap(({ scope, year, recipientKey, n }) => {
        const reason = damage.get(letterPath({ scope, year, recipientKey, n }));
        return reason === undefined ? [] : [{ scope, year, recipientKey, n, reason }];
      }),
    }),
    waiting: async (scope, year) => log(scope, year).filter(isWaiting),
    waitingNotices: async (year) =>
      [...entries.values()].filter((entry) => entry.year === year && isNotice(entry) && isWaiting(entry)),
    get: async (id) => {
      if (damage.has(letterPath(id))) throw new Error(damage.get(letterPath(id)));
      return entries.get(letterPath(id)) ?? null;
    },
    create: async (entry) => {
      if (entry.items.length > most || entry.closed.length > most) return "too-large";
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
