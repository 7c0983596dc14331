import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import * as z from "zod";

/** Begins to listen for what a page complains about; the returned list fills while it is used. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser says violations of the policy and files that did not load as errors of the console.
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => complaints.push(`not loaded: ${request.url()}`));
  return complaints;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const Violations = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), failureSummary: z.string() })),
  }),
);

const RUN = `axe.run(document, {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  resultTypes: ["violations"],
}).then(({ violations }) => violations)`;

/** What axe-core finds against WCAG 2.2 AA, a line each; a page without scripts cannot be asked. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // Through the debugger, so that the pages' own policy need not allow it.
  await page.evaluate(`${axe};undefined`);
  return Violations.parse(await page.evaluate(RUN)).flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary}`),
  );
}

/** How many pixels the page is wider than the screen; negative where it leaves room. */
export const overhang = async (page: Page): Promise<number> =>
  z.number().parse(await page.evaluate("document.documentElement.scrollWidth - screen.width"));

/** The sum of all layout shifts since the page began to load. */
export const layoutShift = async (page: Page): Promise<number> =>
  z.number().parse(
    await page.evaluate(`new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; })
        .observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
    })`),
  );
