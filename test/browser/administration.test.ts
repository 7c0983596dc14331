import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Dossier } from "../../core/dossier/dossier.ts";
import { Body } from "../../core/register/body.ts";
import { BEFORE, factsWith } from "../brake/support/braking.ts";
import { type RunningEsep, startEsep } from "./support/esep.ts";
import { accessibilityFaults } from "./support/faults.ts";
import { press, tabTo, type } from "./support/keyboard.ts";
import { connectBrowser, openWindow, signInAs } from "./support/visitor.ts";

/** Three ports that no other test takes, below those of the Esep that all share. */
const PORT = 29_500 + (process.pid % 500) * 3;
const BODIES = 9;

/** Wide enough for a wait on a sweep of a few bodies. */
const SOON = { timeout: 20_000 };

let folder: string;
let esep: RunningEsep;
let browser: Browser;
let window: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "esep-facts-"));
  esep = await startEsep(PORT, "--now", BEFORE, "--facts", factsFile("all-reported.json", 0));
  browser = await connectBrowser();
  page = await openPage();
  await signInAs(page, "demo-admin", "/imports", esep.url);
});

afterAll(async () => {
  await browser?.close();
  await esep?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function openPage(): Promise<Page> {
  window = await openWindow(browser, { locale: "en", theme: "light", screen: "desktop" }, undefined, esep.url);
  return window.newPage();
}

/** A department and its districts, of which so many have not reported. */
function factsFile(name: string, missing: number): string {
  const { bodies, dossiers } = factsWith(BODIES, missing);
  const file = join(folder, name);
  const texts = { bodies: bodies.map((one) => Body.encode(one)), dossiers: dossiers.map((one) => Dossier.encode(one)) };
  writeFileSync(file, JSON.stringify(texts));
  return file;
}

/** What a form shows that was sent with something wrong: the message has the focus, and everybody can read it. */
async function isRefused(reason: string): Promise<void> {
  const alert = page.getByRole("alert");
  await alert.filter({ hasText: reason }).waitFor();
  // The browser gives the focus when it first draws the page.
  await expect
    .poll(() => alert.evaluate((element) => element === element.ownerDocument.activeElement), SOON)
    .toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
}

/** The number behind a word of a link or a line. */
async function numberAt(path: string, text: RegExp): Promise<number> {
  await page.goto(path);
  return Number(text.exec((await page.locator("main").textContent()) ?? "")?.[1] ?? Number.NaN);
}

const overdue = (): Promise<number> => numberAt("/", /(\d+)\s*overdue/i);
const letters = (): Promise<number> => numberAt("/time-machine", /Inbox: (\d+) letters?/);

/** Lets the next slot come by the time machine, and waits for its end. */
async function playOne(): Promise<void> {
  await page.goto("/time-machine");
  await press(page, "button", /^Sweep the next slot/);
  await page.getByRole("status").filter({ hasText: "1 of 1 · finished" }).waitFor(SOON);
  expect(await accessibilityFaults(page)).toEqual([]);
}

describe("without a mouse, an administrator", () => {
  test("imports facts, after a look at what would change", async () => {
    const before = await overdue();
    await page.goto("/imports");
    await press(page, "button", "Show what would change");
    await isRefused("Choose at least one file.");
    const field = page.getByLabel("Facts (JSON)");
    await tabTo(page, field);
    // The window that chooses a file is the browser's own.
    await field.setInputFiles(factsFile("nobody-reported.json", BODIES));
    await press(page, "button", "Show what would change");
    await page.waitForURL(/\/imports\/preview\?file=/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "button", "Import");
    await isRefused("Give a reason");
    await type(page, "Reason", "Order No. 1");
    await press(page, "button", "Import");
    await page.getByRole("status").filter({ hasText: "imported" }).waitFor(SOON);
    expect(await accessibilityFaults(page)).toEqual([]);
    // The overview may be some seconds older than the records.
    await expect.poll(overdue, { timeout: 15_000, interval: 1000 }).toBeGreaterThan(before);
  });

  test("lets a slot come by the time machine: its letters are held, since the import seems to have made them", async () => {
    const before = await letters();
    await playOne();
    await press(page, "link", "Sweeps");
    expect(await page.locator("main").textContent()).toContain("18:00");
    await page.goto("/brake");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.locator("main").textContent()).toContain(`Bodies concerned: ${BODIES} of ${BODIES}`);
    // Only the ministry's staff have got letters, about the brake; what it holds would be one for each body and more.
    expect(await letters()).toBeGreaterThan(before);
    expect(await letters()).toBeLessThan(before + BODIES);
  });

  test("stops the letters, and somebody who has not seen it is told before releasing them", async () => {
    await page.goto("/brake");
    await press(page, "link", "Release the brake");
    await page.waitForURL(/\/release$/);
    await type(page, "Reason", "The data are right");
    const other = await window.newPage();
    await other.goto("/brake");
    await press(other, "link", "Stop the letters");
    await other.waitForURL(/\/stop$/);
    await type(other, "Reason", "The data are checked");
    await press(other, "button", "Stop the letters");
    await other.getByRole("status").filter({ hasText: "The letters are stopped." }).waitFor();
    await other.close();
    await press(page, "button", "Release the brake");
    await isRefused("The brake has changed since you opened the page.");
    expect(await page.getByLabel("Reason").inputValue()).toBe("The data are right");
  });

  test("releases the brake, and the next slot writes the letters", async () => {
    await press(page, "button", "Release the brake");
    await page.getByRole("status").filter({ hasText: "The brake is released" }).waitFor();
    const before = await letters();
    await playOne();
    expect(await letters()).toBeGreaterThanOrEqual(before + BODIES);
  });

  test("changes the policy, after a look at what would move", async () => {
    await page.goto("/policy");
    await type(page, "Notice: at the latest days before the meeting", "11");
    await press(page, "button", "See what would move");
    await page.getByRole("heading", { name: "What would move", level: 1 }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "button", "Apply the change");
    await isRefused("give a reason");
    await type(page, "Reason", "Order No. 2");
    await press(page, "button", "Apply the change");
    await page.getByRole("status").filter({ hasText: "The change is applied" }).waitFor();
    expect(await page.locator("main").textContent()).toContain("Version 1 is in force.");
  });

  test("sends a status report", async () => {
    const before = await letters();
    await page.goto("/reports");
    await type(page, /^Body/, "DP-1");
    await press(page, "button", "Choose");
    await page.waitForURL(/scope=DP-1/);
    await press(page, "checkbox", /^PDF/); // is chosen from the beginning
    await press(page, "button", "Make the report");
    await isRefused("Choose at least one format.");
    await press(page, "checkbox", /^HTML/);
    await press(page, "checkbox", /head@dp-1\.example/);
    await press(page, "button", "Make the report");
    await page.getByRole("status").filter({ hasText: "The report is queued." }).waitFor();
    await expect.poll(letters, SOON).toBe(before + 1);
    await page.goto("/reports");
    await page.getByRole("cell", { name: /ready/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe("without a mouse, staff of the ministry", () => {
  beforeAll(async () => {
    await window.close();
    page = await openPage();
    await signInAs(page, "demo-ministry", "/letters", esep.url);
  });

  test("acknowledge a letter", async () => {
    await press(page, "link", /^officer/);
    await press(page, "link", "Answer to a letter");
    await page.waitForURL(/\/answer$/);
    await press(page, "button", "Say by when");
    await isRefused("Say what will be done.");
    await press(page, "button", "Acknowledge");
    await page.getByRole("status").filter({ hasText: "The letter is acknowledged." }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("send a document and say what it proves", async () => {
    const file = join(folder, "protocol.pdf");
    writeFileSync(file, "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    await page.goto("/bodies/DP-1/evidence?campaign=2027");
    const field = page.getByLabel("File");
    await tabTo(page, field);
    await field.setInputFiles(file);
    await press(page, "button", "Send");
    await page.getByRole("heading", { name: "Check what was received" }).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "button", "Attach");
    await isRefused("Give the document a title.");
  });
});
