import { createHash } from "node:crypto";
import { Hono } from "hono";
import { script, scriptPath } from "./script.ts";
import { base } from "./styles/base.ts";
import { body } from "./styles/body.ts";
import { colours } from "./styles/colours.ts";
import { evidence } from "./styles/evidence.ts";
import { forms } from "./styles/forms.ts";
import { frame } from "./styles/frame.ts";
import { matrix } from "./styles/matrix.ts";
import { overview } from "./styles/overview.ts";
import { print } from "./styles/print.ts";
import { settings } from "./styles/settings.ts";

const css = [colours, base, frame, overview, matrix, body, evidence, forms, settings, print]
  .join("")
  .replace(/\s*\n\s*/g, "")
  .replaceAll(";}", "}");

/** Changes with every change of the stylesheet, so that a browser may keep each for ever. */
const version = createHash("sha256").update(css).digest("hex").slice(0, 12);

export const stylesheetPath = `/style.${version}.css`;

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b3a63"/>' +
  '<path d="M8 17l5.5 5.5L25 10" fill="none" stroke="#7fd6cf" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>';

export const iconPath = `/icon.${version}.svg`;

const kept = { "cache-control": "public, max-age=31536000, immutable" };

/** The one stylesheet, the icon and the one script. */
export function createAssets(): Hono {
  const app = new Hono();
  app.get(stylesheetPath, (context) => context.body(css, 200, { ...kept, "content-type": "text/css; charset=utf-8" }));
  app.get(scriptPath, (context) =>
    context.body(script, 200, { ...kept, "content-type": "text/javascript; charset=utf-8" }),
  );
  app.get(iconPath, (context) => context.body(icon, 200, { ...kept, "content-type": "image/svg+xml" }));
  return app;
}
