import { Hono } from "hono";
import { createAnswerPages } from "../acknowledge/routes.tsx";
import type { WebDependencies } from "../dependencies.ts";
import { createGalleryPages } from "../gallery/routes.tsx";
import { createLetterPages } from "../letters/routes.tsx";

/** Letters as they were sent, what their recipients answer, and what letters look like. */
export function createLettersPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.route("/", createLetterPages(deps));
  app.route("/", createGalleryPages(deps));
  return deps.api ? app.route("/", createAnswerPages(deps, deps.api)) : app;
}
