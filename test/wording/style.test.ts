import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Locale } from "../../core/register/locale.ts";
import { noticeTextsOf } from "../../core/wording/notices/all.ts";
import type { NoticeTexts } from "../../core/wording/notices/texts.ts";

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

/** Every text of a tree; functions say what they say of the same facts in every language. */
function leaves(value: unknown, path = ""): [string, string][] {
  if (typeof value === "function") return leaves(value({ ...facts }, "5", "2"), path);
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}.${key}`));
}

const facts = {
  ...{ scope: "7", bodies: 3, of: 12, slot: "1", until: "2", count: 4, years: "2031", findings: 9 },
  ...{ recipient: "5", on: "6", toString: () => "8" },
};

const textsOf = (locale: Locale): ReadonlyMap<string, string> =>
  new Map(leaves(noticeTextsOf(locale) satisfies NoticeTexts));

describe.each(Locale.options)("letters to the ministry's staff in %s", (locale) => {
  const numbersOf = (text = ""): string => (text.match(/\d+/g) ?? []).sort().join();

  test("have every text of the Kazakh ones, with the same numbers", () => {
    const [own, kazakh] = [textsOf(locale), textsOf("kk")];
    expect([...own.keys()]).toEqual([...kazakh.keys()]);
    for (const [path, text] of own) {
      expect(text, path).toMatch(/\S/);
      expect(text, path).not.toMatch(/!|undefined|\[object|NaN/);
      expect([path, numbersOf(text)]).toEqual([path, numbersOf(kazakh.get(path))]);
    }
  });

  test("mix no alphabets in a word", () => {
    if (locale === "en") return;
    for (const [path, text] of textsOf(locale)) {
      expect(text, path).not.toMatch(/\p{Script=Cyrillic}[a-z]|[a-z]\p{Script=Cyrillic}/iu);
    }
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
