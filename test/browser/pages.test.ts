import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { PaperWriters } from "../../core/use-cases/records/papers.ts";
import { readEnvironment } from "../../functions/env.ts";
import { pageDependencies } from "../../functions/pages.ts";
import { createApp } from "../../functions/web/app.ts";
import type { TimeMachine } from "../../functions/web/time-machine/machine.ts";
import { wire } from "../../functions/wiring.ts";
import { pageExamples, pagePatterns } from "../web/support/page-examples.ts";
import { accessibilityFaults, complaintsOf, layoutShift, overhang } from "./support/faults.ts";
import { looks } from "./support/looks.ts";
import { connectBrowser, openWindow, sessionOf } from "./support/visitor.ts";

type Session = Awaited<ReturnType<typeof sessionOf>>;

interface Tab {
  readonly page: Page;
  /** What it has complained about since somebody asked last. */
  readonly complaints: string[];
}

const users = [...new Set(pageExamples.map(({ user = "demo-ministry" }) => user))];
const sessions = new Map<string, Session>();
let browser: Browser;
let letter: string;

beforeAll(async () => {
  browser = await connectBrowser();
  for (const user of users) sessions.set(user, await sessionOf(browser, user));
  const html = await (await fetch(`${inject("esep").url}/letters`)).text();
  letter = /"\/letters\/([^/"]+\/\d{4}\/[^/"]+\/\d+)"/.exec(html)?.[1] ?? "";
});

afterAll(() => browser.close());

test("every page that the running system knows has an example", () => {
  const { environment } = JSON.parse(readFileSync(inject("esep").runFile, "utf8"));
  const issuer = { OIDC_ISSUER: "https://issuer.invalid", OIDC_CLIENT_ID: "pages", SESSION_SECRET: "x".repeat(32) };
  // Only its routes are looked at.
  const [timeMachine, papers] = [{} as TimeMachine, {} as PaperWriters];
  const app = createApp(
    pageDependencies(wire(readEnvironment({ ...environment, ...issuer })), { timeMachine, papers }),
  );
  expect(pagePatterns(app.routes)).toEqual(pageExamples.map(({ pattern }) => pattern).sort());
});

describe.each(looks)("every page in $locale, $theme, on a $screen, scripts: $scripts", (look) => {
  /** One tab for each user, reused from page to page. */
  const tabs = new Map<string, Promise<Tab>>();

  async function openTab(user: string): Promise<Tab> {
    const page = await (await openWindow(browser, look, sessions.get(user))).newPage();
    return { page, complaints: complaintsOf(page) };
  }

  afterAll(async () => {
    for (const tab of tabs.values()) await (await tab).page.context().close();
  });

  test.each(pageExamples)("$pattern", async ({ pattern, path, user = "demo-ministry" }) => {
    const opened = tabs.get(user) ?? openTab(user);
    tabs.set(user, opened);
    const { page, complaints } = await opened;
    const answer = await page.goto(path({ letter }));
    expect(answer?.status()).toBe(200);
    expect(complaints.splice(0)).toEqual([]);
    if (look.screen === "phone") expect(await overhang(page)).toBeLessThanOrEqual(0);
    if (!look.scripts) return;
    // A long table may settle a column by a pixel while it comes in; what everybody begins with stands still.
    expect(await layoutShift(page)).toBeLessThanOrEqual(pattern === "/" ? 0 : 0.01);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

test("none of these checks passes a page that is wrong", async () => {
  const window = await openWindow(browser, { locale: "en", theme: "light", screen: "phone" });
  const page = await window.newPage();
  const complaints = complaintsOf(page);
  const headers = { "content-type": "text/html", "content-security-policy": "style-src 'self'; script-src 'self'" };
  const body = `<title>x</title><img src="/icon.svg" width="900"><p style="color:red">styled</p><script>run()</script>`;
  await page.route("**/wrong", (route) => route.fulfill({ headers, body }));
  await page.route("**/icon.svg", (route) => route.abort());
  await page.goto("/wrong");
  // Only what was seen can move.
  await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200)))");
  await page.evaluate(`document.body.prepend(Object.assign(document.createElement("div"), { textContent: "late" }))`);
  expect(complaints.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThanOrEqual(2);
  expect(complaints.join()).toContain("not loaded");
  expect(await overhang(page)).toBeGreaterThan(0);
  expect(await layoutShift(page)).toBeGreaterThan(0);
  const faults = (await accessibilityFaults(page)).join();
  for (const rule of ["image-alt", "html-has-lang"]) expect(faults).toContain(rule);
  await window.close();
});
