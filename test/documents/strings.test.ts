import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { unguardFormula } from "../../core/register/formula-guard.ts";
import type { StatusReport } from "../../core/status/status-report.ts";
import { unescaped } from "../web/support/html.ts";
import { fileOf, squeezed, textOf } from "./support/view.ts";
import { reportWorld } from "./support/world.ts";

const LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяАӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";
const letter = fc.constantFrom(...LETTERS, ..."0123456789", ..."-.,№«»()'\"&<>;:/%", " ");
const words = fc
  .array(letter, { minLength: 1, maxLength: 40 })
  .map((letters) => letters.join("").replaceAll(/\s+/g, " ").trim())
  .filter((text) => text !== "");

/** The same in every run; each letter stands in dozens of them. */
const names = fc.sample(words, { numRuns: 500, seed: 608 });

/** What a spreadsheet would run, what a page would. */
const hostile = [
  ...['=HYPERLINK("http://x.example","Отчёт")', "+1+1", "-2+3", "@SUM(A1)", "=cmd|'/C calc'!A0", "\t=1+1", "＝1+1"],
  ...["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "'=1+1", "%0A=1"],
];

let model: StatusReport;
beforeAll(async () => {
  model = await (await reportWorld()).report();
});

/** A report whose bodies, and those who have not acknowledged, have these names. */
function named(all: readonly string[]): StatusReport {
  const [row] = model.rows;
  const [one] = model.letters.unacknowledged;
  if (!row || !one?.recipient) throw new Error("The model has neither rows nor recipients.");
  const { recipient } = one;
  const rows = all.map((name, index) => ({ ...row, body: `B-${index}`, name: { ru: name, kk: name } }));
  const unacknowledged = all.map((name) => ({ ...one, recipient: { ...recipient, name } }));
  return {
    ...model,
    rows,
    open: [],
    changes: { ...model.changes, items: [] },
    letters: { ...model.letters, unacknowledged },
  };
}

describe("five hundred Kazakh and Russian names", () => {
  it("survive in JSON, CSV, XLSX and HTML", async () => {
    const report = named(names);
    const json = JSON.parse(textOf((await fileOf(report, "json")).content));
    expect(json.rows.map(({ name }: { name: { kk: string } }) => name.kk)).toEqual(names);
    const csv: string[][] = parse(textOf((await fileOf(report, "csv")).content), { bom: true, fromLine: 2 });
    expect(csv.map(([, , , , name = ""]) => unguardFormula(name))).toEqual(names);
    const sheets = await readXlsxFile(Buffer.from((await fileOf(report, "xlsx")).content));
    expect(sheets[1]?.data.slice(1).map((row) => String(row[1]))).toEqual(names);
    const html = textOf((await fileOf(report, "html")).content);
    const heads = [...html.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, text = ""]) => unescaped(text));
    expect(heads).toEqual(names);
  });

  it("survive in PDF", async () => {
    const report = { ...named(names), rows: model.rows.slice(0, 1) };
    const { content } = await fileOf(report, "pdf");
    const { text } = await extractText(await getDocumentProxy(Uint8Array.from(content)), { mergePages: false });
    const read = squeezed(text.join(" "));
    expect(names.filter((name) => !read.includes(squeezed(name)))).toEqual([]);
  });
});

describe("hostile names", () => {
  it("are texts in XLSX: no cell is a formula", async () => {
    const { content } = await fileOf(named(hostile), "xlsx");
    const files = Object.entries(unzipSync(content)).filter(([path]) => path.startsWith("xl/worksheets/"));
    for (const [, xml] of files) expect(textOf(xml)).not.toMatch(/<f[ >]/);
  });

  it("begin in CSV with an apostrophe wherever a spreadsheet would run them", async () => {
    const csv: string[][] = parse(textOf((await fileOf(named(hostile), "csv")).content), { bom: true, fromLine: 2 });
    for (const [index, row] of csv.entries()) {
      expect(row[4]).not.toMatch(/^\s*[=+\-@|%＝]/);
      expect(unguardFormula(row[4] ?? "")).toBe(hostile[index]);
    }
  });

  it("are text in HTML", async () => {
    const html = textOf((await fileOf(named(hostile), "html")).content);
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });
});
