import { Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { createAddressPages } from "../holds/addresses-routes.tsx";
import { createBrakePages } from "../holds/brake-routes.tsx";
import { createSweepStartPages } from "../holds/sweep-routes.tsx";
import { createCalendarPages } from "./calendar-routes.tsx";
import { createPolicyPages } from "./policy-routes.tsx";

/** Settings and what is held back: the pages on which administrators decide. */
export function createAdministrationPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.route("/", createPolicyPages(deps));
  app.route("/", createCalendarPages(deps));
  app.route("/", createBrakePages(deps));
  app.route("/", createAddressPages(deps));
  app.route("/", createSweepStartPages(deps));
  return app;
}
