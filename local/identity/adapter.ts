import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** Where the embedded issuer keeps its sessions and codes: in memory, so a restart asks everybody to sign in again. */
export function createAdapters(now: () => number): AdapterFactory {
  const kept = new Map<string, Kept>();
  const find = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found && found.until > now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const first = (model: string, isWanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    const keys = [...kept.keys()].filter((key) => key.startsWith(`${model} `));
    return keys.map(find).find((payload) => payload !== undefined && isWanted(payload));
  };
  return (model): Adapter => ({
    upsert: async (id, payload, seconds) => {
      const until = seconds === undefined ? Number.POSITIVE_INFINITY : now() + seconds * 1000;
      kept.set(`${model} ${id}`, { payload, until });
    },
    find: async (id) => find(`${model} ${id}`),
    findByUid: async (uid) => first(model, (payload) => payload.uid === uid),
    findByUserCode: async (code) => first(model, (payload) => payload.userCode === code),
    consume: async (id) => {
      const payload = find(`${model} ${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    destroy: async (id) => void kept.delete(`${model} ${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
