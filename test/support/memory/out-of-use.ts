import type { Instant } from "../../../core/calendar/zone.ts";
import type { OutOfUseMark, OutOfUseStore } from "../../../core/ports.ts";

/** Addresses out of use, in memory, with a look at those that were cleared. */
export interface MemoryOutOfUse extends OutOfUseStore {
  cleared(): readonly (readonly [recipientKey: string, at: Instant])[];
}

export function memoryOutOfUse(): MemoryOutOfUse {
  const marks = new Map<string, OutOfUseMark>();
  const clearedAt = new Map<string, Instant>();
  return {
    cleared: () => [...clearedAt],
    all: async () => [...marks.values()],
    mark: async (mark) => {
      const cleared = clearedAt.get(mark.recipientKey);
      if (cleared !== undefined && cleared >= mark.at) return "cleared-since";
      marks.set(mark.recipientKey, mark);
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
