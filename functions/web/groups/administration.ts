import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { createGrantPages } from "../grants/routes.tsx";
import { createImportPages } from "../imports/routes.tsx";
import { createRegisterPages } from "../register/routes.tsx";
import { createAdministrationPages } from "../settings/routes.ts";

/** What administrators keep: rules, what is held back, the register, imports and grants. */
export function createOfficePages(deps: WebDependencies): Hono {
  const app = new Hono();
  const all = [createAdministrationPages, createGrantPages, createRegisterPages, createImportPages];
  for (const create of all) app.route("/", create(deps));
  return app;
}
