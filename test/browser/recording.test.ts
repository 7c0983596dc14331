import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandNames } from "../../core/dossier/commands/command-name.ts";
import { demoFacts } from "../../local/demo/facts.ts";
import { accessibilityFaults } from "./support/faults.ts";
import { press, tabTo, type } from "./support/keyboard.ts";
import { connectBrowser, openWindow, signInAs } from "./support/visitor.ts";

const { bodies, dossiers } = demoFacts();
/** A body that has recorded nothing in the demo, so that nobody else's test looks at its record. */
const silent = bodies.find(
  ({ id, kind }) => kind === "district" && !dossiers.some(({ body, campaign }) => body === id && campaign === 2027),
)?.id;
/** A meeting of the first weeks with everything that can be recorded of one. */
const [rich] = dossiers.flatMap(({ body, campaign, meetings }) =>
  meetings
    .filter(({ date, venue, protocol, appeals }) => date < "2027-03-01" && venue && protocol && appeals.length > 0)
    .map((meeting) => ({ body, campaign, meeting })),
);
const bodyPage = `/bodies/${silent}?campaign=2027`;

let browser: Browser;
let window: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  window = await openWindow(browser, { locale: "en", theme: "light", screen: "desktop" });
  page = await window.newPage();
  await signInAs(page, "demo-ministry", bodyPage);
});

afterAll(() => browser.close());

/** Sends the form that is open, by the enter key on its button, and reads what the body's page says was done. */
async function save(done: string): Promise<void> {
  await page.waitForURL(/\/record\//);
  expect(await accessibilityFaults(page)).toEqual([]);
  await tabTo(page, page.getByRole("button", { name: "Save" }).last());
  await page.keyboard.press("Enter");
  await page.waitForURL(/done=\d+/);
  expect(await page.getByRole("status").textContent()).toContain(done);
}

describe("without a mouse", () => {
  test("a meeting is planned", async () => {
    await press(page, "link", "Plan a meeting");
    await type(page, "Date", "03192027"); // today, on the demo's clock
    await type(page, "Starts at", "0800AM");
    await type(page, "Place (in Kazakh)", "Мәдениет үйі");
    await type(page, "Place (in Russian)", "Дом культуры");
    await save("Meeting planned");
  });

  test("what is wrong gets the focus, and each line leads to its field", async () => {
    await page.goto(`${bodyPage}#schedule`);
    await press(page, "link", "Record the approval of the schedule");
    await type(page, "Approved on", "12312027");
    await press(page, "button", "Save");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    // The browser gives the focus when it first draws the page.
    await expect
      .poll(() => alert.evaluate((element) => element === element.ownerDocument.activeElement), { timeout: 10_000 })
      .toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "link", /^Approved on: /);
    await tabTo(page, page.getByLabel("Approved on"));
    expect(await page.getByLabel("Approved on").inputValue()).toBe("2027-12-31");
  });

  test("a publication is recorded, with the meeting's day, hour and place filled in", async () => {
    await page.goto(`${bodyPage}#notice`);
    await press(page, "link", "Record a publication");
    await press(page, "radio", "newspaper or magazine");
    await type(page, "Name of the newspaper, channel or web resource", "Рудный Алтай");
    await press(page, "checkbox", "The schedule is published");
    await save("Publication recorded");
  });

  test("a protocol is drawn up and signed", async () => {
    await page.goto(`${bodyPage}#protocol`);
    await press(page, "link", "Draw up the protocol");
    await type(page, "Participants", "90");
    await press(page, "checkbox", "No decisions were taken");
    await save("Protocol drawn up");
    await press(page, "link", "Record a signature of the protocol");
    await type(page, "Name", "А. Ким");
    await save("Signature of the protocol recorded");
  });

  test("an appeal is entered and answered from the list of appeals", async () => {
    await page.goto(`${bodyPage}#facts`);
    await press(page, "link", "Record an appeal");
    await type(page, "Number of the appeal", "KEY-1");
    await press(page, "radio", "complaint");
    await save("Appeal recorded");
    await press(page, "link", "Register the appeal");
    await save("Appeal registered");
    await page.goto("/appeals?q=KEY-1");
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, "link", /^Record the reply/);
    await save("Reply recorded");
  });
});

test.each(commandNames)("the form of %s is accessible, in a long language and on a phone", async (command) => {
  const { body, campaign, meeting } = rich ?? expect.fail("The demo has no such meeting.");
  const asked = new URLSearchParams({
    ...{ campaign: String(campaign), meeting: meeting.id, appeal: meeting.appeals[0]?.number ?? "", role: "head" },
    ...{ obligation: "venue", subject: meeting.id, path: `meetings/${meeting.id}/venue` },
  });
  await page.context().addCookies([{ name: "lang", value: "kk", url: page.url() }]);
  await page.setViewportSize({ width: 360, height: 800 });
  const answer = await page.goto(`/bodies/${body}/record/${command}?${asked}`);
  expect(answer?.status()).toBe(200);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
});
