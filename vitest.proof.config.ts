import { defineConfig } from "vitest/config";

/** Slow proofs: `npm run proof`. */
export default defineConfig({
  test: { include: ["test/proof/**/*.proof.ts"], testTimeout: 600_000, hookTimeout: 60_000 },
});
