import { beforeAll, describe, expect, test } from "vitest";
import { Locale } from "../../core/register/locale.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { faultsOf } from "./support/html.ts";
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

/** A real address for each pattern that the router knows. */
const examples: Readonly<Record<string, (of: { letter: string }) => string>> = {
  "/": () => "/",
  "/schedule": () => "/schedule?past=yes",
  "/bodies/:id": () => "/bodies/DP-63?campaign=2027",
  "/letters": () => "/letters",
  "/letters/:scope/:year{[0-9]{4}}/:recipient/:n{[0-9]+}": (of) => `/letters/${of.letter}`,
  "/sweeps": () => "/sweeps",
  "/paper": () => "/paper",
};

const isAsset = (path: string): boolean => /^\/(style|icon)\./.test(path);
const isFrame = (path: string): boolean => path.endsWith("/html");

describe("every page that the router knows", () => {
  test("has an example here", () => {
    const paths = site.app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
    const pages = [...new Set(paths)].filter((path) => !isAsset(path) && !isFrame(path));
    expect(pages.sort()).toEqual(Object.keys(examples).sort());
  });

  for (const [pattern, example] of Object.entries(examples)) {
    for (const locale of Locale.options) {
      test(`${pattern} answers in ${locale} with sound markup`, async () => {
        const path = example({ letter });
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
    for (const example of Object.values(examples)) {
      const html = await site.read(example({ letter }));
      for (const [, href = ""] of html.matchAll(/ href="(\/[^"#]*)/g)) seen.add(href.replaceAll("&amp;", "&"));
    }
    const some = [...seen].filter((_, index) => index % 7 === 0 || seen.size < 200);
    for (const path of some) expect([path, (await site.app.request(path)).status]).toEqual([path, 200]);
  });
});
