import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Where tests start Esep, or its functions, in the process that they run in: what that sets and keeps there is theirs alone. */
export const apart = [
  "test/archive/",
  "test/delivery/real-",
  "test/local/",
  "test/record/verify-every-byte",
  "test/record/version-records",
  "test/security/logs",
  "test/settle/embedded",
];
const apartFiles = apart.map((place) => (place.endsWith("/") ? `${place}**/*.test.ts` : `${place}*.test.ts`));

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "esep",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: ["test/stacks/**", "test/browser/**", ...apartFiles],
          // Loading the code anew for each file took nearly half of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: "apart", include: apartFiles } },
      {
        extends: true,
        // One Esep with the demo and one browser for all of them; what hangs on a browser's timing may be tried again.
        test: {
          name: "browser",
          retry: 2,
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/setup.ts"],
        },
      },
      {
        extends: true,
        // The platform of the cloud's components is installed before these, once.
        test: { name: "stacks", include: ["test/stacks/**/*.test.ts"], globalSetup: ["test/stacks/setup.ts"] },
      },
    ],
    // By itself vitest leaves one core alone: of two that is half the time.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["core/**/*.ts"],
      reporter: ["text-summary", "json-summary"],
      // A little below what is measured; the rules themselves have nothing that no test runs.
      thresholds: {
        lines: 97,
        statements: 95,
        functions: 95,
        branches: 85,
        "core/audit/**": { lines: 98, statements: 97, functions: 100, branches: 96 },
        "core/calendar/**": { lines: 100, statements: 100, functions: 100, branches: 100 },
        "core/dossier/**": { lines: 99, statements: 99, functions: 100, branches: 97 },
        "core/escalation/**": { lines: 99, statements: 99, functions: 99, branches: 97 },
        "core/evidence/**": { lines: 99, statements: 92, functions: 100, branches: 86 },
        "core/order608/**": { lines: 99, statements: 98, functions: 98, branches: 97 },
        "core/register/**": { lines: 99, statements: 98, functions: 99, branches: 92 },
        "core/status/**": { lines: 99, statements: 98, functions: 96, branches: 92 },
      },
    },
  },
});
