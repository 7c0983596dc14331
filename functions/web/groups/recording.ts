import { Hono } from "hono";
import { createAuditPages } from "../audit/routes.tsx";
import type { WebDependencies } from "../dependencies.ts";
import { createEvidencePages } from "../evidence/routes.tsx";
import { createRecordPages } from "../record/routes.tsx";

/** What is done to one body's record: facts, evidence, and who did what. */
export function createRecordingPages(deps: WebDependencies): Hono {
  const app = new Hono();
  for (const create of [createRecordPages, createAuditPages, createEvidencePages]) app.route("/", create(deps));
  return app;
}
