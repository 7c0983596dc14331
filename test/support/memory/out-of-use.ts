import type { Instant } from "../../../core/calendar/zone.ts";
import type { OutOfUseMark } from "../../../core/escalation/out-of-use.ts";
import type { ClearableOutOfUse } from "../delivery/deciding.ts";

/** Addresses out of use, in memory, with a look at those that were cleared. */
export interface MemoryOutOfUse extends ClearableOutOfUse {
  /** Makes a mark unreadable, until its address is marked again. */
  damage(recipientKey: string, reason: string): void;
  cleared(): readonly (readonly [recipientKey: string, at: Instant])[];
}

export function memoryOutOfUse(): MemoryOutOfUse {
  const marks = new Map<string, OutOfUseMark>();
  const clearedAt = new Map<string, Instant>();
  const damaged = new Map<string, string>();
  const all = async (): Promise<OutOfUseMark[]> =>
    [...marks.values()].filter(({ recipientKey }) => !damaged.has(recipientKey));
  return {
    all,
    whole: async () => ({
      marks: await all(),
      damaged: [...damaged].map(([recipientKey, reason]) => ({ recipientKey, reason })),
    }),
    damage: (recipientKey, reason) => void damaged.set(recipientKey, reason),
    cleared: () => [...clearedAt],
    mark: async (mark) => {
      const cleared = clearedAt.get(mark.recipientKey);
      if (cleared !== undefined && cleared >= mark.at) return "cleared-since";
      marks.set(mark.recipientKey, mark);
      damaged.delete(mark.recipientKey);
      return "marked";
    },
    clear: async (recipientKey, _, at) => {
      const marked = marks.get(recipientKey);
      if (!marked) return "not-marked";
      marks.delete(recipientKey);
      // The mail service's clock may be ahead of ours.
      clearedAt.set(recipientKey, marked.at > at ? marked.at : at);
      return "cleared";
    },
  };
}
