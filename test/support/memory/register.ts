import { randomUUID } from "node:crypto";
import type { StoredRecord } from "../../../core/audit/stored.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import type { Directory, RegisterStore } from "../../../core/ports.ts";
import type { Body } from "../../../core/register/body.ts";
import { directoryAfter } from "../../../core/register/former-scopes.ts";
import { createRegister } from "../../../core/register/register.ts";
import type { RegisterEditions } from "../../../core/use-cases/register-changes/register-edition.ts";

/** A register that can also be replaced as a whole. */
export interface MemoryRegister extends RegisterStore {
  readonly editions: RegisterEditions;
  replace(bodies: readonly Body[], policy: Policy): Promise<unknown>;
}

interface Edition {
  readonly directory: Directory;
  readonly scopes: ReadonlyMap<string, readonly Body[]>;
}

export function memoryRegister(): MemoryRegister {
  const staged = new Map<string, Edition>();
  let stored: StoredRecord | null = null;
  let present: Edition | null = null;
  const editionAfter = (bodies: readonly Body[], policy: Policy): Edition => {
    const register = createRegister(bodies);
    const old = [...(present?.scopes.values() ?? [])].flat();
    const before = old.length > 0 && present ? createRegister(old, present.directory) : null;
    const scopesBefore = (email: string): readonly string[] => before?.scopesOfAddress(email) ?? [];
    const version = (present?.directory.version ?? 0) + 1;
    return {
      scopes: Map.groupBy(bodies, (body) => register.scopeOf(body)),
      directory: { ...directoryAfter(register, scopesBefore), version, policy },
    };
  };
  const editions: RegisterEditions = {
    read: async () => stored,
    put: async (_, before, next) => {
      if (stored?.data !== before?.data) return "changed";
      present = staged.get(next.data) ?? present;
      stored = next;
      return "written";
    },
    stage: async (bodies, policy) => {
      const data = randomUUID();
      const known = policy ?? present?.directory.policy;
      if (!known) throw new RangeError("The first register needs a policy.");
      staged.set(data, editionAfter(bodies, known));
      return { format: 1, data };
    },
    tidy: async () => undefined,
  };
  return {
    editions,
    directory: async () => present?.directory ?? null,
    bodies: async (scope) => present?.scopes.get(scope) ?? [],
    replace: async (bodies, policy) => {
      const facts = await editions.stage(bodies, policy, stored);
      await editions.put("edition", stored, { ...facts, version: (stored?.version ?? 0) + 1, newest: null });
    },
  };
}
