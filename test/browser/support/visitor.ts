import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import type { Locale } from "../../../core/register/locale.ts";

/** How somebody looks at the pages. */
export interface Look {
  readonly locale: Locale;
  readonly theme: "light" | "dark";
  readonly screen: keyof typeof screens;
  /** False as for people who allow no scripts. */
  readonly scripts?: boolean;
}

/** A phone as it is held, and a desk. */
export const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

/** Connects to the browser of this run. */
export const connectBrowser = (): Promise<Browser> => chromium.connect(inject("browserEndpoint"));

type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Opens a window of its own, on the Esep of all tests unless told otherwise: its cookies, language, theme and screen. */
export async function openWindow(
  browser: Browser,
  look: Look,
  signedIn?: SignedIn,
  url = inject("esep").url,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...screens[look.screen],
    baseURL: url,
    colorScheme: look.theme,
    javaScriptEnabled: look.scripts ?? true,
    ...(signedIn && { storageState: signedIn }),
  });
  await context.addCookies([{ name: "lang", value: look.locale, url }]);
  return context;
}

/** Signs a demo user in by the pages that people use, and leaves the window's page at `path`. */
export async function signInAs(page: Page, user: string, path = "/", esep = inject("esep").url): Promise<void> {
  await page.goto(`/sign-in?return=${encodeURIComponent(path)}`);
  await page.locator(`button[name="user"][value="${user}"]`).click();
  await page.waitForURL((url) => url.origin === esep && url.pathname + url.search === path);
}

/** The cookies of a demo user who has signed in, for windows that are opened later. */
export async function sessionOf(browser: Browser, user: string): Promise<SignedIn> {
  const context = await openWindow(browser, { locale: "en", theme: "light", screen: "desktop" });
  await signInAs(await context.newPage(), user, "/schedule");
  const state = await context.storageState();
  await context.close();
  return state;
}
