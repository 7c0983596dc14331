import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import readXlsxFile, { readSheet } from "read-excel-file/node";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { formatDay } from "../../core/calendar/day.ts";
import { ObligationId } from "../../core/dossier/obligation-id.ts";
import { countIn } from "../../core/status/count.ts";
import { STATES } from "../../core/status/states.ts";
import type { StatusReport } from "../../core/status/status-report.ts";
import { formatNumber } from "../../core/wording/plural.ts";
import { catalogueOf, nameIn } from "../../core/wording/wording.ts";
import { unescaped } from "../web/support/html.ts";
import { fileOf, squeezed, textOf } from "./support/view.ts";
import { reportWorld } from "./support/world.ts";

let report: StatusReport;
/** Of one department: short enough to read its pages in every language. */
let regional: StatusReport;
beforeAll(async () => {
  const world = await reportWorld();
  report = await world.report();
  regional = await world.report({ top: world.loaded.register.byId.get("DP-63") ?? null });
});

const pagesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: false });
  return text;
};

describe("the CSV", () => {
  it("has a row for each body with the figures of the report", async () => {
    const rows: Record<string, string>[] = parse(textOf((await fileOf(report, "csv")).content), {
      bom: true,
      columns: true,
    });
    expect(rows).toHaveLength(report.rows.length);
    for (const [index, row] of report.rows.entries()) {
      const read = rows[index];
      expect(read).toMatchObject({ body: row.body, parent: row.parent, region: row.region, name_kk: row.name.kk });
      expect(read?.["rate"]).toBe(row.rate === null ? "" : row.rate.toFixed(4));
      expect(STATES.map((state) => Number(read?.[state]))).toEqual(STATES.map((state) => countIn(row.counts, state)));
      expect(ObligationId.options.map((id) => read?.[id])).toEqual(
        ObligationId.options.map((id) => row.worst[id] ?? ""),
      );
    }
  });
});

describe("the XLSX", () => {
  const sheetsOf = async (sheetPerRegion = false) => {
    const { content } = await fileOf(report, "xlsx", { sheetPerRegion });
    return readXlsxFile(Buffer.from(content));
  };

  it("has a list of all bodies with numbers as numbers, and one of what is open with days as days", async () => {
    const sheets = await sheetsOf();
    const [, bodies, open] = sheets;
    expect(bodies?.data).toHaveLength(report.rows.length + 1);
    for (const [index, row] of report.rows.entries()) {
      const read = bodies?.data[index + 1] ?? [];
      expect(read.slice(1, 3)).toEqual([row.name.ru, row.body]);
      expect(read[4]).toBe(row.rate);
      expect(read.slice(5, 13)).toEqual([...STATES.map((state) => countIn(row.counts, state)), row.recordedLate]);
    }
    expect(open?.data).toHaveLength(report.open.length + 1);
    const dates = open?.data.slice(1).map((row) => row[7]);
    expect(dates?.every((date) => date instanceof Date)).toBe(true);
    expect(dates?.map((date) => (date instanceof Date ? date.toISOString().slice(0, 10) : "")).sort()).toEqual(
      report.open.map(({ due }) => formatDay(due)).sort(),
    );
  });

  it("has on demand a sheet for each region, and every body in one of them", async () => {
    const sheets = await sheetsOf(true);
    const regional = sheets.slice(1, 1 + report.regions.length);
    const codes = regional.flatMap(({ data }) => data.slice(1).map((row) => row[2]));
    expect(codes.sort()).toEqual(report.rows.map(({ body }) => body).sort());
    expect(new Set(regional.map(({ sheet }) => sheet)).size).toBe(20);
  });

  it("has a filter over each list, and a head that stays", async () => {
    const zip = unzipSync((await fileOf(report, "xlsx")).content);
    const list = textOf(zip["xl/worksheets/sheet2.xml"] ?? new Uint8Array());
    expect(list).toContain(`</sheetData><autoFilter ref="A1:AB${report.rows.length + 1}"/>`);
    expect(list).toMatch(/<pane [^>]*state="frozen"/);
    // LibreOffice shows the filter only where a name says so too.
    const names = textOf(zip["xl/workbook.xml"] ?? new Uint8Array()).match(/_xlnm\._FilterDatabase/g);
    expect(names).toHaveLength(5);
    expect(textOf(zip["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toContain("autoFilter");
  });

  it("sums up the same figures", async () => {
    const { content } = await fileOf(report, "xlsx");
    const summary = await readSheet(Buffer.from(content), 1);
    const total = summary.find(([first]) => first === "Всего");
    expect(total?.slice(1, 8)).toEqual(STATES.map((state) => countIn(report.counts, state)));
  });
});

describe.each(["kk", "ru", "en"] as const)("the PDF and the HTML in %s", (locale) => {
  it("hold every body, every open duty and the figures, page by page", async () => {
    const report = regional;
    const pages = await pagesOf((await fileOf(report, "pdf", { locale })).content);
    const html = textOf((await fileOf(report, "html", { locale })).content);
    const plain = squeezed(unescaped(html.replaceAll(/<style>.*?<\/style>|<[^>]+>/gs, " ")));
    const pdf = squeezed(pages.join(" "));
    for (const { name } of report.rows) {
      expect(pdf).toContain(squeezed(nameIn(name, locale)));
      expect(plain).toContain(squeezed(nameIn(name, locale)));
    }
    const { states, obligations } = catalogueOf(locale);
    for (const { obligation } of report.open) expect(pdf).toContain(squeezed(obligations[obligation].full));
    for (const state of STATES) {
      const figure = squeezed(formatNumber(locale, countIn(report.counts, state)));
      const word = squeezed(states[state]).toLowerCase();
      expect(pdf.toLowerCase()).toContain(figure + word);
      expect(plain.toLowerCase()).toContain(figure + word);
    }
    for (const version of [report.versions.policy.name, report.versions.calendar.name, report.versions.facts]) {
      expect(pdf).toContain(version);
      expect(plain).toContain(version);
    }
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`));
    expect(pages.map((page, index) => page.includes(`${index + 1} / ${pages.length}`))).not.toContain(false);
  });
});

it("the PDF embeds its fonts, names title and language, has bookmarks, and repeats the head of its tables", async () => {
  const lists = { open: [], changes: { ...report.changes, items: [] } };
  const letters = { ...report.letters, unacknowledged: [] };
  const { content } = await fileOf({ ...report, ...lists, letters }, "pdf", { locale: "kk" });
  const document = await getDocumentProxy(Uint8Array.from(content));
  const raw = Buffer.from(content).toString("latin1");
  expect(raw.match(/\/FontFile2/g)?.length).toBe(2);
  expect(raw).toContain("/Lang (kk)");
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Title: expect.stringContaining("№ 608 бұйрықтың орындалу жай-күйі") });
  expect((await document.getOutline())?.map(({ title }) => title)).toContain("Органдар мен міндеттер");
  const pages = await pagesOf(content);
  const matrix = pages.filter((page) => squeezed(page).includes(squeezed("Сақталу деңгейіКестеЕсепЖариялау")));
  expect(matrix.length).toBeGreaterThan(5);
  expect(matrix.length).toBeLessThan(pages.length);
});

it("the HTML needs nothing from elsewhere and runs nothing", async () => {
  const html = textOf((await fileOf(report, "html")).content);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|url\(|\son\w+=/i);
  expect(html.match(/https?:\/\/[^"<]*/g)?.every((address) => address === "http://www.w3.org/2000/svg")).toBe(true);
  expect(html.match(/<svg/g)).toHaveLength(2);
});

it("the names of files are ASCII with the scope, the day and the language", async () => {
  const { name } = await fileOf(report, "csv", { locale: "kk" });
  expect(name).toBe("status-MIA-2027-03-19-kk.csv");
});
