import type { ScopeDirectory } from "../../register/register.ts";

/** A scope's own bodies, and those of other scopes whose letters to a shared address belong to it. */
export function scopesFor(scope: string, { scopes, shared }: ScopeDirectory): readonly string[] {
  if (scope === scopes[0]) return scopes;
  const elsewhere = Object.values(shared).filter(([owner]) => owner === scope);
  return [...new Set([scope, ...elsewhere.flat()])];
}

/** The scopes whose sweeps write about a scope's bodies: its own, and the owners of the addresses that it shares. */
export function writersAbout(scope: string, { shared }: Pick<ScopeDirectory, "shared">): readonly string[] {
  const sharing = Object.values(shared).filter((scopes) => scopes.includes(scope));
  return [...new Set([scope, ...sharing.flatMap((scopes) => scopes.slice(0, 1))])];
}
