import type { Session, SessionStore } from "../../../core/ports.ts";

/** Sessions in memory, open to look into. */
export function memorySessions(): SessionStore & { readonly kept: ReadonlyMap<string, Session> } {
  const kept = new Map<string, Session>();
  return {
    kept,
    create: async (hash, session) => {
      if (kept.has(hash)) throw new Error("There is such a session.");
      kept.set(hash, session);
    },
    find: async (hash) => kept.get(hash) ?? null,
    remove: async (hash) => void kept.delete(hash),
  };
}
