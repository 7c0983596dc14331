import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const forbidden: readonly (readonly [folder: string, from: string])[] = [
  ["core/calendar", "luxon"],
  ["core/calendar", "@aws-sdk/client-ses"],
  ["core/calendar", "node:fs"],
  ["core/calendar", "../register/body.ts"],
  ["core/register", "../dossier/facts.ts"],
  ["core/dossier", "../order608/policy.ts"],
  ["core/dossier/commands", "../../order608/policy.ts"],
  ["core/order608", "../escalation/plan.ts"],
  ["core/order608/obligations", "../../wording/wording.ts"],
  ["core/escalation", "../status/count.ts"],
  ["core/status", "../wording/wording.ts"],
  ["core/escalation", "../use-cases/sweep/sweep.ts"],
  ["core/order608/obligations", "../../use-cases/assess/assess.ts"],
  ["core", "../functions/wiring.ts"],
  ["core", "../local/seed.ts"],
  ["core", "luxon/src/luxon.js"],
  ["functions/mail", "../dynamodb/letters.ts"],
  ["functions/web", "../dynamodb/letters.ts"],
  ["functions", "../local/seed.ts"],
  ["stacks", "../core/use-cases/sweep/sweep.ts"],
  ["core/audit", "../evidence/evidence.ts"],
  ["core/dossier", "../audit/entry.ts"],
  ["core/evidence", "../status/count.ts"],
  ["functions/documents", "../dynamodb/letters.ts"],
];

const allowed: readonly (readonly [folder: string, from: string])[] = [
  ["core/order608", "../calendar/day.ts"],
  ["core/escalation", "../order608/finding.ts"],
  ["core", "./escalation/plan.ts"],
  ["core/status", "../ports.ts"],
  ["core/calendar", "zod"],
  ["functions", "./dynamodb/letters.ts"],
];

const globals = ["new Date()", "Date.now()", "process.env", "globalThis.x", "setTimeout(() => 1, 1)"];

/** A tree of planted files under the project's own linter settings, linted once. */
const folder = mkdtempSync(join(tmpdir(), "esep-layers-"));
let output = "";

const nameOf = (kind: string, index: number): string => `planted-${kind}-${index}-.ts`;

function plant(where: string, name: string, code: string): void {
  const file = join(folder, where, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}

/** The rules that the linter named for one planted file. */
const complaintsAbout = (name: string): string =>
  output
    .split("\n")
    .filter((line) => line.includes(name))
    .join("\n");

beforeAll(() => {
  copyFileSync("biome.json", join(folder, "biome.json"));
  const importing = (from: string) => `import { x } from "${from}";\nexport const y = x;\n`;
  for (const [index, [where, from]] of forbidden.entries()) plant(where, nameOf("forbidden", index), importing(from));
  for (const [index, [where, from]] of allowed.entries()) plant(where, nameOf("allowed", index), importing(from));
  for (const [index, code] of globals.entries()) plant("core", nameOf("global", index), `export const x = ${code};\n`);
  plant("core", nameOf("dynamic", 0), `export const load = () => import("node:fs");\n`);
  const { stdout, stderr } = spawnSync(resolve("node_modules/.bin/biome"), ["lint", "--max-diagnostics=none", "."], {
    cwd: folder,
    encoding: "utf8",
  });
  output = stdout + stderr;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the linter", () => {
  it.each(forbidden.map((pair, index) => [...pair, index] as const))(
    "refuses in %s an import of %s",
    (_, __, index) => {
      expect(complaintsAbout(nameOf("forbidden", index))).toContain("noRestrictedImports");
    },
  );

  it.each(allowed.map((pair, index) => [...pair, index] as const))("allows in %s an import of %s", (_, __, index) => {
    expect(complaintsAbout(nameOf("allowed", index))).not.toContain("noRestrictedImports");
  });

  it("refuses a dynamic import in core too", () => {
    expect(complaintsAbout(nameOf("dynamic", 0))).toContain("noRestrictedImports");
  });

  it.each(globals.map((code, index) => [code, index] as const))("refuses %s in core", (_, index) => {
    expect(complaintsAbout(nameOf("global", index))).toContain("noRestrictedGlobals");
  });
});
