import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { demoFacts } from "../../local/demo/facts.ts";
import { HOSTILE, hostileFacts } from "./support/facts.ts";
import { faultsOf, tagsOf } from "./support/html.ts";
import { createSite, type Site } from "./support/site.ts";

describe("text that people wrote", () => {
  let site: Site;
  let paths: readonly string[];

  beforeAll(async () => {
    site = await createSite(hostileFacts());
    await site.sweepAll();
    const letters = site.ledger
      .all()
      .map(({ scope, year, recipientKey, n }) => `/letters/${scope}/${year}/${recipientKey}/${n}`);
    expect(letters.length).toBeGreaterThan(0);
    const bodies = ["MIA", "DP-1", "PB-1"].map((id) => `/bodies/${id}`);
    const search = `/?q=${encodeURIComponent(HOSTILE)}&region=${encodeURIComponent(HOSTILE)}`;
    paths = [
      "/",
      search,
      ...bodies,
      "/letters",
      ...letters,
      "/sweeps",
      "/schedule",
      `/bodies/${encodeURIComponent(HOSTILE)}`,
    ];
  });

  test("is inert on every page", async () => {
    for (const path of paths) {
      const html = await site.read(path);
      expect([path, faultsOf(html)]).toEqual([path, []]);
      expect(html).not.toMatch(/<script(?! src="\/htmx\.)/);
      expect(html).not.toContain("<!--");
    }
    expect(site.errors).toEqual([]);
  });

  test("never becomes an address that runs", async () => {
    for (const path of paths) {
      const addresses = tagsOf(await site.read(path)).flatMap(({ attributes }) => attributes.get("href") ?? []);
      for (const address of addresses) expect(address).toMatch(/^(\/|#|https?:\/\/)/);
    }
  });

  test("is shown as it was written", async () => {
    expect(await site.read("/bodies/PB-1")).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  });
});

describe("headers", () => {
  test("forbid inline styles, scripts, framing and other origins on every page, found or not", async () => {
    const { app } = await createSite(demoFacts());
    for (const path of ["/", "/schedule", "/letters", "/nothing"]) {
      const { headers } = await app.request(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
    }
  });

  test("let a letter's frame style itself and nothing else", async () => {
    const site = await createSite(demoFacts());
    await site.sweepAll();
    const [entry] = site.ledger.all();
    const path = `/letters/${entry?.scope}/${entry?.year}/${entry?.recipientKey}/${entry?.n}/html`;
    const response = await site.app.request(path);
    expect(response.status).toBe(200);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("sandbox allow-popups");
    expect(policy).not.toContain("allow-scripts");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(await response.text()).toContain('<base target="_blank">');
  });

  test("let only our own script run, the unchanged file of its package, kept for ever", async () => {
    const { app, read } = await createSite(demoFacts());
    const html = await read("/");
    const [, path = ""] = /<script src="(\/htmx\.[0-9a-f]{12}\.js)" defer="">/.exec(html) ?? [];
    const response = await app.request(path);
    expect(response.headers.get("cache-control")).toContain("immutable");
    const file = readFileSync("node_modules/htmx.org/dist/htmx.min.js", "utf8");
    expect(await response.text()).toBe(file);
    expect(html).toContain("&quot;allowEval&quot;:false,&quot;allowScriptTags&quot;:false");
    expect((await app.request("/")).headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(await read("/schedule")).not.toContain("<script");
  });

  test("let the stylesheet be kept for ever, under a name of its own", async () => {
    const { app, read } = await createSite(null);
    const [, path = ""] = /href="(\/style\.[0-9a-f]{12}\.css)"/.exec(await read("/")) ?? [];
    const response = await app.request(path);
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect((await response.text()).length).toBeLessThan(28 * 1024);
  });
});
