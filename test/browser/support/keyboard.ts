import type { Locator, Page } from "playwright-core";

/** More stops than a page should have before what it is for. */
const MOST = 150;

const isFocused = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === element.ownerDocument.activeElement);

/** Goes forward with the tab key until a control has the focus, as somebody without a mouse does. Rejects if it never does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let stop = 0; stop < MOST; stop++) {
    if (await isFocused(control)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The tab key does not lead to ${control}.`);
}

/** Types into the control with this label, in place of what stands there. */
export async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Goes to a control by its words and presses it. */
export async function press(
  page: Page,
  role: "button" | "link" | "checkbox" | "radio",
  name: string | RegExp,
): Promise<void> {
  await tabTo(page, page.getByRole(role, { name }).first());
  await page.keyboard.press(role === "checkbox" || role === "radio" ? "Space" : "Enter");
}
