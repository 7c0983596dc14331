import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../functions/web/app.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { faultsOf } from "./support/html.ts";
import { createSite, type Site } from "./support/site.ts";

describe("before the first import", () => {
  test("every page says what to do", async () => {
    const site = await createSite(null);
    for (const path of ["/", "/letters", "/sweeps", "/schedule"]) {
      const html = await site.read(`${path}?lang=en`);
      expect(html).toContain("The register of bodies has not been loaded yet");
      expect(html).toContain("npm start");
      expect(faultsOf(html)).toEqual([]);
    }
    for (const locale of ["kk", "ru", "en"])
      expect(await site.read(`/imports?lang=${locale}`)).toMatch(/esep begin.*esep restore/);
    expect((await site.app.request("/bodies/DP-10")).status).toBe(404);
  });
});

describe("what is not there", () => {
  const missing = [
    "/nothing",
    "/bodies/NOBODY",
    "/letters/DP-10/2027/nobody/0",
    "/letters/DP-10/2027/nobody/0/html",
    "/letters/DP-10/year/nobody/0",
  ];

  test.each(["kk", "ru", "en"])("is said in %s", async (locale) => {
    const site = await createSite(demoFacts());
    for (const path of missing) {
      const response = await site.app.request(`${path}?lang=${locale}`);
      const html = await response.text();
      expect([path, response.status]).toEqual([path, 404]);
      expect(html).toContain(`<html lang="${locale}">`);
      expect(faultsOf(html)).toEqual([]);
    }
  });
});

describe("a failure", () => {
  test.each(["kk", "ru", "en"])("tells nothing in %s but a number, under which it is logged", async (locale) => {
    const site = await createSite(demoFacts());
    const heard: string[] = [];
    const app = createApp({
      ...site.deps,
      register: { ...site.deps.register, directory: () => Promise.reject(new Error("table Register-secret is gone")) },
      onError: (error, reference) => void heard.push(`${reference} ${error.message}`),
    });
    const response = await app.request(`/?lang=${locale}`);
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).not.toContain("secret");
    expect(html).not.toMatch(/\bat .*\.tsx?:/);
    expect(faultsOf(html)).toEqual([]);
    const [reference = "none"] = heard[0]?.split(" ") ?? [];
    expect(html).toContain(reference);
  });
});

describe("the body page", () => {
  let site: Site;

  beforeAll(async () => {
    site = await createSite(demoFacts());
    await site.sweepAll();
  });

  test("has an anchor for every obligation, since letters link to them", async () => {
    for (const entry of site.ledger.all().slice(0, 20)) {
      const [item] = entry.items;
      const html = await site.read(`/bodies/${item?.body}?campaign=${item?.campaign}`);
      expect(html).toContain(`id="${item?.obligation}"`);
      expect(html.match(/ id="(schedule|report|notice|protocol|decision)"/g)).toHaveLength(5);
    }
  });

  test("tells who was told, and leads to the letter", async () => {
    const entry = site.ledger.all().find(({ level }) => level === "ministry");
    const [item] = entry?.items ?? [];
    const html = await site.read(`/bodies/${item?.body}?campaign=${item?.campaign}&lang=en`);
    expect(html).toContain(`href="/letters/${entry?.scope}/${entry?.year}/${entry?.recipientKey}/${entry?.n}"`);
    expect(html).toContain("Who was told when");
  });

  test("quotes the Order, words the term and names what is missing", async () => {
    const html = await site.read("/bodies/DP-63?lang=ru");
    expect(html).toContain("Как исчислен срок:");
    expect(html).toContain("Приказ № 608, пункт 4");
    expect(html).toContain("в первом квартале года, следующего за отчетным периодом");
    expect(html).toContain("проведенная отчетная встреча");
  });

  test("shows earlier campaigns, and this one when there is none of that year", async () => {
    expect(await site.read("/bodies/DP-63?campaign=2026&lang=en")).toContain(
      '<a href="/bodies/DP-63?campaign=2026" aria-current="page">',
    );
    expect(await site.read("/bodies/DP-63?campaign=1999&lang=en")).toContain(
      '<a href="/bodies/DP-63?campaign=2027" aria-current="page">',
    );
  });

  test("of the ministry shows its people and its departments, and no obligations", async () => {
    const html = await site.read("/bodies/MIA?lang=en");
    expect(html).toContain("staff.mia@police.example");
    expect(html.match(/href="\/bodies\/DP-/g)).toHaveLength(20);
    expect(html).not.toContain('id="obligations-title"');
  });
});
