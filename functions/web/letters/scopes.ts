import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { Directory } from "../../../core/ports.ts";
import type { Register } from "../../../core/register/register.ts";

/**
 * The scopes in whose logs letters about bodies of some scopes may lie: their own, and those that share an address with
 * them or once did, since all letters to such an address lie with one of them (SPEC 6).
 */
export function letterScopes(scopes: readonly string[], { shared }: Pick<Directory, "shared">): readonly string[] {
  const sharing = Object.values(shared).filter((all) => all.some((scope) => scopes.includes(scope)));
  return [...new Set([...scopes, ...sharing.flat()])];
}

/** The same and the ministry, which is told of every body. */
export function logsAbout(scopes: readonly string[], directory: Directory): readonly string[] {
  return [...new Set([...letterScopes(scopes, directory), ...directory.scopes.slice(0, 1)])];
}

/** The scopes whose bodies a letter tells of, in the register's order; its own where it tells of none. */
export function scopesTold({ scope, items, closed }: LetterEntry, register: Register): readonly string[] {
  const bodies = [...items, ...closed].map(({ body }) => register.byId.get(body));
  const told = new Set(bodies.flatMap((body) => (body ? [register.scopeOf(body)] : [])));
  return told.size === 0 ? [scope] : register.scopes.filter((one) => told.has(one));
}
