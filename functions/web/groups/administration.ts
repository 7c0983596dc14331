import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { createGrantPages } from "../grants/routes.tsx";
import { createAddressPages } from "../holds/addresses-routes.tsx";
import { createBrakePages } from "../holds/brake-routes.tsx";
import { createSweepStartPages } from "../holds/sweep-routes.tsx";
import { createImportPages } from "../imports/routes.tsx";
import { createRegisterPages } from "../register/routes.tsx";
import { createCalendarPages } from "../settings/calendar-routes.tsx";
import { createPolicyPages } from "../settings/policy-routes.tsx";

/** What administrators keep: rules, what is held back, the register, imports and grants. */
export function createAdministrationPages(deps: WebDependencies): Hono {
  const app = new Hono();
  const rules = [createPolicyPages, createCalendarPages];
  const heldBack = [createBrakePages, createAddressPages, createSweepStartPages];
  const all = [...rules, ...heldBack, createGrantPages, createRegisterPages, createImportPages];
  for (const create of all) app.route("/", create(deps));
  return app;
}
