import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { evidenceFiles, verifyFiles } from "../../local/backup/files.ts";
import { BadInput } from "../../local/facts-file.ts";

const folder = mkdtempSync(join(tmpdir(), "esep-paths-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  "../outside",
  "evidence/../../outside",
  "/etc/hosts",
  "evidence//x",
  "evidence/.",
  "evidence\\..\\x",
  "a\u0000b",
  "",
])("a backup whose index names %j is refused before any file is read", async (key) => {
  const line = { key, sha256: "0".repeat(64), contentType: "application/pdf", metadata: {} };
  writeFileSync(join(folder, evidenceFiles.index), `${JSON.stringify(line)}\n`);
  const verified = verifyFiles(folder, evidenceFiles);
  await expect(verified).rejects.toThrow(BadInput);
  await expect(verified).rejects.toThrow("holds a line that names no file");
});
