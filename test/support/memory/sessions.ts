import type { Instant } from "../../../core/calendar/zone.ts";
import type { Session, SessionStore } from "../../../core/ports.ts";

/** Sessions in memory, open to look into. */
export function memorySessions(): SessionStore & { readonly kept: ReadonlyMap<string, Session> } {
  const ended = new Map<string, Instant>();
  const kept = new Map<string, Session>();
  return {
    kept,
    create: async (hash, session) => {
      if (kept.has(hash)) throw new Error("There is such a session.");
      kept.set(hash, session);
    },
    find: async (hash) => kept.get(hash) ?? null,
    endAll: async (subject, at) => void ended.set(subject, at),
    endedAt: async (subject) => ended.get(subject) ?? null,
    remove: async (hash) => void kept.delete(hash),
  };
}
