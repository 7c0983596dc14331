import type { StoredRecord } from "../../../core/audit/stored.ts";
import type { GrantStore } from "../../../core/ports.ts";

/** Grants in memory. */
export function memoryGrants(): GrantStore {
  const kept = new Map<string, StoredRecord>();
  return {
    read: async (subject) => kept.get(subject) ?? null,
    put: async (subject, before, next) => {
      const present = kept.get(subject);
      if (present?.version !== before?.version) {
        return next.newest !== null && present?.newest?.text === next.newest.text ? "written" : "changed";
      }
      kept.set(subject, next);
      return "written";
    },
    all: async () => [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, stored]) => ({ key, stored })),
  };
}
