import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Where the file lies that a function is deployed with (`files` of its definition); elsewhere its package is at hand. */
function scriptFile(): string {
  const root = process.env["LAMBDA_TASK_ROOT"];
  if (root !== undefined) return join(root, "htmx.min.js");
  return createRequire(join(process.cwd(), "package.json")).resolve("htmx.org/dist/htmx.min.js");
}

/** htmx, unchanged: pages that change in part load it; all of them work without. */
export const script = readFileSync(scriptFile());

const version = createHash("sha256").update(script).digest("hex").slice(0, 12);

/** Changes with every change of the script, so that a browser may keep each for ever. */
export const scriptPath = `/htmx.${version}.js`;

/** Nothing is evaluated, no style is put in, and no page is kept in the browser's storage. */
export const scriptSettings = JSON.stringify({
  ...{ allowEval: false, allowScriptTags: false, includeIndicatorStyles: false },
  ...{ historyCacheSize: 0, refreshOnHistoryMiss: true, scrollIntoViewOnBoost: false },
});
