import type { Directory } from "../../../core/ports.ts";

/**
 * The scopes in whose logs letters about bodies of some scopes may lie: their own, and those that share an address with
 * them or once did, since all letters to such an address lie with one of them (SPEC 6).
 */
export function letterScopes(scopes: readonly string[], { shared }: Pick<Directory, "shared">): readonly string[] {
  const sharing = Object.values(shared).filter((all) => all.some((scope) => scopes.includes(scope)));
  return [...new Set([...scopes, ...sharing.flat()])];
}
