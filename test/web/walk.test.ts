import { beforeAll, describe, expect, test } from "vitest";
import { Locale } from "../../core/register/locale.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { faultsOf } from "./support/html.ts";
import { pageExamples, pagePatterns } from "./support/page-examples.ts";
import { createSite, type Site } from "./support/site.ts";

let site: Site;
let letter: string;

beforeAll(async () => {
  site = await createSite(demoFacts());
  await site.sweepAll();
  const [entry] = site.ledger.all();
  if (!entry) throw new Error("The demo wrote no letter.");
  letter = `${entry.scope}/${entry.year}/${entry.recipientKey}/${entry.n}`;
});

const examples = pageExamples.filter(({ wired }) => !wired);

describe("every page that the router knows", () => {
  test("has an example here", () => {
    expect(pagePatterns(site.app.routes)).toEqual(examples.map(({ pattern }) => pattern).sort());
  });

  for (const { pattern, path: pathOf } of examples) {
    for (const locale of Locale.options) {
      test(`${pattern} answers in ${locale} with sound markup`, async () => {
        const path = pathOf({ letter });
        const response = await site.app.request(path, { headers: { cookie: `lang=${locale}` } });
        const html = await response.text();
        expect(site.errors).toEqual([]);
        expect(response.status).toBe(200);
        expect(response.headers.get("cache-control")).toBe("no-store");
        expect(html).toContain(`<html lang="${locale}">`);
        expect(faultsOf(html)).toEqual([]);
        expect(html).not.toMatch(/undefined|\[object|NaN/);
      });
    }
  }

  test("leads only to pages that are there", async () => {
    const seen = new Set<string>();
    for (const { path } of examples) {
      const html = await site.read(path({ letter }));
      for (const [, href = ""] of html.matchAll(/ href="(\/[^"#]*)/g)) seen.add(href.replaceAll("&amp;", "&"));
    }
    const some = [...seen].filter((_, index) => index % 7 === 0 || seen.size < 200);
    for (const path of some) expect([path, (await site.app.request(path)).status]).toEqual([path, 200]);
  });
});
