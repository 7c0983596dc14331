import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Policy } from "../../core/order608/policy.ts";
import { settingsFrom } from "../../local/commands/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "esep-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a settings file names every unknown key in the words of every other file", () => {
  const file = join(folder, "policy.json");
  writeFileSync(file, JSON.stringify({ days: 1, hours: 2 }));
  const read = () => settingsFrom(file, Policy.partial(), (value) => value);
  expect(read).toThrow(`${file}: $.days: is an unknown key.\n${file}: $.hours: is an unknown key.`);
});
