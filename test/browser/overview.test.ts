import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults, complaintsOf, layoutShift } from "./support/faults.ts";
import { press, tabTo, type } from "./support/keyboard.ts";
import { connectBrowser, openWindow } from "./support/visitor.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await connectBrowser();
});

afterAll(() => browser.close());

const desk = { locale: "ru", theme: "light", screen: "desktop" } as const;

const GIVEN_UP = /htmx:(?:sendAbort|afterRequest)|^not loaded: \S+[?&]q=/;

describe("the overview in a browser", () => {
  test("brings who has not acknowledged after the page, and nothing moves", async () => {
    for (const screen of ["phone", "desktop"] as const) {
      const window = await openWindow(browser, { ...desk, screen });
      const page = await window.newPage();
      await page.goto("/");
      await page.locator(".later .items li").first().waitFor();
      await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
      expect([screen, await layoutShift(page)]).toEqual([screen, 0]);
      expect(await accessibilityFaults(page)).toEqual([]);
      await window.close();
    }
  });

  test("chooses in the matrix by keyboard alone, without loading the page again, and keeps it in the address", async () => {
    const window = await openWindow(browser, desk);
    const page = await window.newPage();
    const complaints = complaintsOf(page);
    await page.goto("/");
    const loads: string[] = [];
    page.on("framenavigated", () => loads.push(page.url()));
    await press(page, "link", "Органы и обязанности");
    await type(page, "Поиск органа", "семей");
    await page.waitForURL(/q=%D1%81%D0%B5%D0%BC%D0%B5%D0%B9/);
    await page.getByRole("status").filter({ hasText: /: 2 / }).waitFor();
    expect(await page.locator(".matrix tbody th[scope=row]").allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining("города Семей")]),
    );
    await tabTo(page, page.getByLabel("Сортировка"));
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/sort=name/);
    expect(await page.evaluate("performance.getEntriesByType('navigation').length")).toBe(1);
    await page.reload();
    expect(await page.getByLabel("Поиск органа").inputValue()).toBe("семей");
    // Who types on before the answer is there gives up the request before, as htmx tells.
    expect(complaints.filter((text) => !GIVEN_UP.test(text))).toEqual([]);
    await window.close();
  });

  test("chooses without scripts too, by the button", async () => {
    const window = await openWindow(browser, { ...desk, scripts: false });
    const page = await window.newPage();
    await page.goto("/");
    await press(page, "link", "Органы и обязанности");
    await type(page, "Поиск органа", "семей");
    await press(page, "button", "Применить");
    await page.waitForURL(/q=%D1%81/);
    expect(await page.locator(".matrix tbody th[scope=row]").count()).toBe(2);
    await window.close();
  });

  test("weighs at most 40 kB with its matrix and style, and 20 kB once for the script that browsers keep", async () => {
    const window = await openWindow(browser, { ...desk, locale: "kk" });
    const page = await window.newPage();
    const weights = new Map<string, number>();
    page.on("requestfinished", async (request) => {
      weights.set(request.resourceType(), (await request.sizes()).responseBodySize);
    });
    await page.goto("/");
    await page.locator(".later .items li").first().waitFor();
    await expect.poll(() => [...weights.keys()]).toContain("stylesheet");
    expect((weights.get("document") ?? 0) + (weights.get("stylesheet") ?? 0)).toBeLessThanOrEqual(40_000);
    expect(weights.get("document")).toBeGreaterThan(20_000);
    expect(weights.get("script")).toBeLessThanOrEqual(20_000);
    expect(weights.get("xhr")).toBeLessThanOrEqual(2000);
    await window.close();
  });
});
