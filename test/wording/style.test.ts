import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** Sources whose texts people read. */
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

describe("official style", () => {
  const said = (pattern: RegExp): string[] =>
    ["core/wording", "functions/mail", "functions/web", "functions/documents"].flatMap((folder) =>
      [...sources(folder)].flatMap((path) =>
        (readFileSync(path, "utf8").match(pattern) ?? []).map((text) => `${path}: ${text}`),
      ),
    );

  test("no text exclaims, in any language, on pages and in letters", () => {
    expect(said(/[\p{Script=Cyrillic}A-Za-z]{2,}!(?=["'`<\s])/gu)).toEqual([]);
  });

  test("Russian is spelt as the Order spells it, without «ё»", () => {
    expect(said(/\p{Script=Cyrillic}+ё\p{Script=Cyrillic}*|ё\p{Script=Cyrillic}+/giu)).toEqual([]);
  });

  test("a department with its bodies is a region: «участок» and «учаске» are a police officer's beat", () => {
    expect(said(/участ(?:ок|к)\p{Script=Cyrillic}*|учаске\p{Script=Cyrillic}*/giu)).toEqual([]);
  });
});

test("a text that one language lacks does not compile", () => {
  const folder = mkdtempSync(join("core", "wording", ".planted-"));
  try {
    const planted = join(folder, "planted.ts");
    writeFileSync(
      planted,
      [
        'import { kk } from "../kk.ts";',
        'import type { Catalogue } from "../catalogue.ts";',
        "const { asOf, ...letter } = kk.letter;",
        "export const incomplete: Catalogue = { ...kk, letter };",
        "",
      ].join("\n"),
    );
    const options = "--noEmit --strict --module nodenext --target esnext --allowImportingTsExtensions --skipLibCheck";
    const { stdout, status } = spawnSync("node_modules/.bin/tsc", [...options.split(" "), "--ignoreConfig", planted], {
      encoding: "utf8",
    });
    expect(status).not.toBe(0);
    expect(stdout).toContain("Property 'asOf' is missing");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
