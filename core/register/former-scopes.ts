import { directoryOf, normaliseEmail, type Register, type ScopeDirectory } from "./register.ts";

/**
 * The directory of a register that replaces another. An address keeps the scopes that it has left, behind those it is in:
 * what was written to it there lies in their logs and must not be written again (SPEC 6).
 */
export function directoryAfter(register: Register, scopesBefore: (email: string) => readonly string[]): ScopeDirectory {
  const { scopes, shared } = directoryOf(register);
  const remembered: Record<string, readonly string[]> = { ...shared };
  for (const { email } of register.bodies.flatMap(({ contacts }) => contacts)) {
    const address = normaliseEmail(email);
    const now = register.scopesOfAddress(address);
    const left = scopesBefore(address).filter((scope) => !now.includes(scope));
    if (left.length > 0) remembered[address] = [...now, ...left];
  }
  return { scopes, shared: remembered };
}
