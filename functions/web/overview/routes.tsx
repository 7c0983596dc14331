import { Hono } from "hono";
import { attentionOf } from "../../../core/status/attention.ts";
import { regionsOf } from "../../../core/status/regions.ts";
import { select } from "../../../core/status/select.ts";
import { statusOf } from "../../../core/status/status.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { type Page, pageOf } from "../page.ts";
import { scopeFinder, type WatchView, watchAll } from "../view.ts";
import type { Overview } from "./overview.ts";
import { OverviewPage } from "./page.tsx";
import { readSelection } from "./query.ts";

/** How many days ahead the overview looks. */
const DAYS_AHEAD = 7;

/** The overview with the matrix of all bodies. */
export function createOverviewPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/", async (context) => {
    const page = pageOf(context, deps);
    const view = await watchAll(deps);
    if (!view) return context.html(<NoRegisterPage page={page} />);
    return context.html(<OverviewPage page={page} overview={overviewOf(view, page)} />);
  });
  return app;
}

function overviewOf({ loaded: { register }, assessment, moment }: WatchView, page: Page): Overview {
  const status = statusOf(assessment);
  const scopeOf = scopeFinder(register);
  const selection = readSelection(page.url);
  const collator = new Intl.Collator(page.locale === "en" ? "ru" : page.locale, { numeric: true });
  const findings = assessment.bodies.flatMap((evaluated) => evaluated.findings);
  return {
    status,
    regions: regionsOf(status.rows, scopeOf),
    attention: attentionOf(findings, DAYS_AHEAD),
    daysAhead: DAYS_AHEAD,
    register,
    scopeOf,
    today: moment.today,
    selection,
    selected: select(status.rows, selection, {
      scopeOf,
      compareNames: (a, b) => collator.compare(nameIn(a.name, page.locale), nameIn(b.name, page.locale)),
    }),
  };
}
