import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoFacts } from "../../local/demo/facts.ts";
import { signKazakh } from "../signatures/support/kazakh.ts";
import { accessibilityFaults } from "./support/faults.ts";
import { connectBrowser, openWindow, signInAs } from "./support/visitor.ts";

/** A meeting whose protocol is drawn up. */
const [drawn] = demoFacts().dossiers.flatMap(({ body, campaign, meetings }) =>
  meetings
    .filter(({ date, protocol }) => campaign === 2027 && date < "2027-03-01" && protocol)
    .map(({ id }) => ({ body, campaign, meeting: id })),
);
const papers = `/papers/${drawn?.body}/protocol?campaign=${drawn?.campaign}&meeting=${drawn?.meeting}`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await connectBrowser();
  page = await (await openWindow(browser, { locale: "en", theme: "light", screen: "phone" })).newPage();
  await signInAs(page, "demo-ministry", papers);
});
afterAll(() => browser.close());

/** NCALayer as a program on the signer's machine: it signs what it is sent, with a key of the test. */
async function startLayer(): Promise<{ asked: { readonly module?: string; readonly method?: string }[] }> {
  const asked: { readonly module?: string; readonly method?: string }[] = [];
  await page.routeWebSocket("wss://127.0.0.1:13579", (socket) => {
    socket.onMessage((message) => {
      const { module, method, args } = JSON.parse(String(message));
      asked.push({ module, method });
      const cms = Buffer.from(signKazakh(512, Buffer.from(args.data, "base64"))).toString("base64");
      const text = `-----BEGIN CMS-----\n${cms}\n-----END CMS-----\n`;
      socket.send(JSON.stringify({ status: true, body: { result: [text] } }));
    });
  });
  return { asked };
}

test("a protocol is fixed, signed with NCALayer in the browser, and kept with what was proved", async () => {
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Fix this version to be signed" }).click();
  await page.getByRole("status").filter({ hasText: "The version is fixed." }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "Attach an electronic signature" }).first().click();
  const { asked } = await startLayer();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Sign with NCALayer" }).click();
  const signed = { timeout: 30_000 };
  await expect.poll(() => page.getByLabel("CMS as text").inputValue(), signed).toMatch(/^[\w+/=\s]{500,}$/);
  expect(asked).toEqual([{ module: "kz.gov.pki.knca.basics", method: "sign" }]);
  await page.getByRole("button", { name: "Check and keep" }).click();
  await page.getByRole("status").filter({ hasText: "The signature was checked and is kept." }).waitFor();
  const text = await page.getByRole("main").textContent();
  expect(text).toContain("GOST R 34.10-2015, 512");
  expect(text).toContain("it is not legally verified");
  expect(await accessibilityFaults(page)).toEqual([]);
});
