import type { Policy } from "../../../core/order608/policy.ts";
import type { Directory, RegisterStore } from "../../../core/ports.ts";
import type { Body } from "../../../core/register/body.ts";
import { directoryAfter } from "../../../core/register/former-scopes.ts";
import { createRegister } from "../../../core/register/register.ts";

/** A register that can also be replaced as a whole. */
export interface MemoryRegister extends RegisterStore {
  replace(bodies: readonly Body[], policy: Policy): Promise<unknown>;
}

export function memoryRegister(): MemoryRegister {
  let directory: Directory | null = null;
  let scopes: ReadonlyMap<string, readonly Body[]> = new Map();
  return {
    directory: async () => directory,
    bodies: async (scope) => scopes.get(scope) ?? [],
    replace: async (bodies, policy) => {
      const register = createRegister(bodies);
      const old = [...scopes.values()].flat();
      const before = old.length > 0 && directory ? createRegister(old, directory) : null;
      const scopesBefore = (email: string): readonly string[] => before?.scopesOfAddress(email) ?? [];
      scopes = Map.groupBy(bodies, (body) => register.scopeOf(body));
      directory = { ...directoryAfter(register, scopesBefore), version: (directory?.version ?? 0) + 1, policy };
    },
  };
}
