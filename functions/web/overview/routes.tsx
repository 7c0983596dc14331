import { Hono } from "hono";
import { plusDays } from "../../../core/calendar/day.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { isSlotBefore, slotsBetween } from "../../../core/escalation/slots.ts";
import { attentionOf } from "../../../core/status/attention.ts";
import { regionsOf } from "../../../core/status/regions.ts";
import { select } from "../../../core/status/select.ts";
import { statusOf } from "../../../core/status/status.ts";
import { type TrendPoint, trendOf } from "../../../core/status/trend.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { type Page, pageOf } from "../page.ts";
import { recentReads } from "../recent.ts";
import { type Reader, readablePart, readerOf } from "../sign-in/reader.ts";
import { scopeFinder, type WatchView, watchAll } from "../view.ts";
import type { Overview } from "./overview.ts";
import { OverviewPage } from "./page.tsx";
import { readSelection } from "./query.ts";

/** How many days ahead the overview looks. */
const DAYS_AHEAD = 7;

/** How many days the line of the rate goes back. */
const TREND_DAYS = 7;

/** The overview with the matrix of all bodies. */
export function createOverviewPages(deps: WebDependencies): Hono {
  const app = new Hono();
  const recent = recentReads(deps, deps.clock, deps.recentSeconds ?? 0);
  app.get("/", async (context) => {
    const page = pageOf(context, deps);
    const whole = await watchAll(recent);
    if (!whole) return context.html(<NoRegisterPage page={page} />);
    const reader = readerOf(context, deps, whole.loaded.register);
    const view = { ...whole, assessment: readablePart(whole.assessment, reader) };
    const trend = await trendUpTo(view, reader, recent);
    return context.html(<OverviewPage page={page} overview={overviewOf(view, trend, page)} />);
  });
  return app;
}

/** The rates that the sweeps of the last days found. */
async function trendUpTo(
  { loaded, moment }: WatchView,
  reader: Reader,
  { log }: WebDependencies,
): Promise<readonly TrendPoint[]> {
  const { slots } = loaded.directory.policy;
  const days = [...slotsBetween(plusDays(moment.today, 1 - TREND_DAYS), moment.today, slots)];
  const come = days.filter((slot) => !isSlotBefore(moment.slot, slot));
  const reportsOf = async (slot: Slot) => (await log.ofSlot(slot)).filter(({ scope }) => reader.scope(scope));
  const read = await Promise.all(come.map(async (slot) => ({ slot, reports: await reportsOf(slot) })));
  return trendOf(read, loaded.register.scopes.filter(reader.scope).length);
}

function overviewOf(
  { loaded: { register }, assessment, moment }: WatchView,
  trend: readonly TrendPoint[],
  page: Page,
): Overview {
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
    trend,
    trendDays: TREND_DAYS,
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
