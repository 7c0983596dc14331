import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rulesDocument } from "../../local/rules/document.ts";
import { bundled, run } from "../local/support/programs.ts";

describe("npm run rules", () => {
  it("writes the page, finds it fresh, and exits 1 once it is stale", async () => {
    const program = await bundled("rules", "rules");
    const runRules = (...args: string[]) => run(program, ...args);
    const folder = mkdtempSync(join(tmpdir(), "esep-rules-"));
    const file = join(folder, "rules.md");
    try {
      expect(runRules("--check", file).status).toBe(1);
      expect(runRules(file).status).toBe(0);
      expect(runRules("--check", file).status).toBe(0);
      writeFileSync(file, rulesDocument().replace("10 days", "9 days"));
      const stale = runRules("--check", file);
      expect(stale.status).toBe(1);
      expect(stale.stderr).toContain("npm run rules");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
