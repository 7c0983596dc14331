import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createSite } from "../web/support/site.ts";

const text = readFileSync("docs/security.md", "utf8");
const [, controls = ""] = /^## Controls[\s\S]*?(?=^## )/m.exec(text)?.[0].split(/^\| ---.*$/m) ?? [];
const rows = controls
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => {
    const [, chapter = "", control = "", where = "", file = "", title = ""] = line.split(" | ").length
      ? line.split(/^\| | \| | \|$/)
      : [];
    return { chapter, control, where: where.replaceAll("`", ""), file: file.replaceAll("`", ""), title };
  });

describe("every control", () => {
  test("stands in a file that there is", () => {
    expect(rows.length).toBeGreaterThan(45);
    expect(rows.filter(({ where }) => !existsSync(where)).map(({ where }) => where)).toEqual([]);
  });

  test("has a test that there is, in the file that is named", () => {
    const missing = rows.filter(({ file, title }) => {
      const source = existsSync(file) ? readFileSync(file, "utf8") : "";
      return !['"', "`"].some((quote) => title !== "" && source.includes(quote + title + quote));
    });
    expect(missing).toEqual([]);
  });
});

test("every kind of attack that the table must answer is in it", () => {
  const kinds = ["HTML", "headers", "CSV", "XLSX", "Letters", "Logs", "Paths", "CSRF", "fixation", "Open redirect"];
  for (const kind of [...kinds, "IDOR", "SSRF", "Denial by size", "Regular expressions", "secret", "CycloneDX"]) {
    expect([kind, rows.some(({ control }) => control.includes(kind))]).toEqual([kind, true]);
  }
});

test("a body that is too large is refused before anybody asks who sends it", async () => {
  const { app } = await createSite(null);
  for (const path of ["/imports/preview", "/bodies/DP-1/record/correct", "/sign-out", "/nothing"]) {
    const body = "x".repeat(5 * 1024 * 1024 + 1);
    const headers = { "content-length": String(body.length) };
    expect([path, (await app.request(path, { method: "POST", body, headers })).status]).toEqual([path, 413]);
  }
});

test("nothing fetches an address that a request brings", () => {
  const sources = globSync("{core,functions}/**/*.{ts,tsx}").map((file) => [file, readFileSync(file, "utf8")] as const);
  // Whoever needs one of these names it here, with what keeps the address from being anybody's choice: this is a script that
  // a page's browser runs, on a file of the same page.
  const known = ["functions/web/papers/ncalayer.ts"];
  const reaching = sources.filter(([, source]) => /(?<![\w.])fetch\(|node:(?:https?|net|tls|dgram)"/.test(source));
  expect(reaching.flatMap(([file]) => (known.includes(file) ? [] : [file]))).toEqual([]);
});
