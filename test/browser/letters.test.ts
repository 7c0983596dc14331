import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { letterKinds } from "../../functions/web/gallery/render.ts";
import { accessibilityFaults, overhang } from "./support/faults.ts";
import { connectBrowser, openWindow } from "./support/visitor.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());

describe.each(["light", "dark"] as const)("a letter on a phone, in the %s", (theme) => {
  let page: Page;
  beforeAll(async () => {
    page = await (await openWindow(browser, { locale: "kk", theme, screen: "phone" })).newPage();
  });
  afterAll(() => page.context().close());

  /** As a mail program shows it: by itself. The address that it has here allows no scripts, which axe needs. */
  async function show(kind: string): Promise<void> {
    const answer = await page.request.get(`/letters/gallery/${kind}/kk-ru/html`);
    expect(answer.status()).toBe(200);
    await page.setContent(await answer.text());
  }

  test.each(letterKinds)("of %s fits the screen", async (kind) => {
    await show(kind);
    expect(await overhang(page)).toBeLessThanOrEqual(0);
  });

  test.each(["mixed", "brake", "weekly", "status-report"])("of %s can be read by everybody", async (kind) => {
    await show(kind);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
