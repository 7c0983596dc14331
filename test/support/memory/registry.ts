import type { ImportJob, ImportStore } from "../../../core/use-cases/register-changes/import-jobs.ts";
import type { RegistryPorts } from "../../../functions/web/registry.ts";
import { memoryGrants } from "./grants.ts";
import type { MemoryRegister } from "./register.ts";

/** Files and imports in memory. */
export function memoryImports(): ImportStore {
  const files = new Map<string, string>();
  const jobs = new Map<string, ImportJob>();
  return {
    putFile: async (hash, text) => void files.set(hash, text),
    getFile: async (hash) => files.get(hash) ?? null,
    readJob: async (id) => jobs.get(id) ?? null,
    writeJob: async (before, next) => {
      if (jobs.get(next.id)?.revision !== before?.revision) return "changed";
      jobs.set(next.id, next);
      return "written";
    },
    jobs: async () => [...jobs.values()].toSorted((a, b) => b.startedAt - a.startedAt),
  };
}

/** Grants, editions and imports in memory. */
export const memoryRegistry = ({ editions }: Pick<MemoryRegister, "editions">): RegistryPorts => ({
  ...{ grants: memoryGrants(), feeds: memoryGrants(), imports: memoryImports(), editions },
});
