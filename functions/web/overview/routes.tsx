import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { plusDays } from "../../../core/calendar/day.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { endOfDay, isSlotBefore, slotsBetween } from "../../../core/escalation/slots.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { SweepLog } from "../../../core/ports.ts";
import { attentionOf } from "../../../core/status/attention.ts";
import { changesBetween } from "../../../core/status/changes.ts";
import { campaignDays, dueDays } from "../../../core/status/due-days.ts";
import { regionsOf } from "../../../core/status/regions.ts";
import { select } from "../../../core/status/select.ts";
import { statusOf } from "../../../core/status/status.ts";
import { type TrendPoint, trendOf } from "../../../core/status/trend.ts";
import { assessBodies } from "../../../core/use-cases/assess/assess.ts";
import { nameIn } from "../../../core/wording/wording.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { type Page, pageOf } from "../page.ts";
import { createPieces } from "../pieces.ts";
import { type Reader, readablePart, readerOf } from "../sign-in/reader.ts";
import { scopeFinder, type WatchView, watchAll } from "../view.ts";
import { ChangesPage } from "./changes.tsx";
import { MatrixAnswer, type Shown } from "./matrix.tsx";
import type { Changes, Overview, TrendView } from "./overview.ts";
import { OverviewPage } from "./page.tsx";
import { readSelection } from "./query.ts";

/** How many days ahead the overview looks. */
const DAYS_AHEAD = 7;

/** How many days the line of the rate goes back, and how many its days to come. */
const TREND_DAYS = 14;

/** The overview with the matrix of all bodies. */
export function createOverviewPages(deps: WebDependencies): Hono {
  const app = new Hono();
  const viewFor = async (context: Context): Promise<Readable | null> => {
    const recent = { ...deps, ...deps.recent?.() };
    const whole = await watchAll(recent);
    if (!whole) return null;
    const reader = readerOf(context, deps, whole.loaded.register);
    return { view: { ...whole, assessment: readablePart(whole.assessment, reader) }, reader, recent };
  };
  app.get("/", async (context) => {
    const page = pageOf(context, deps);
    const readable = await viewFor(context);
    if (!readable) return context.html(<NoRegisterPage page={page} />);
    const { view, reader, recent } = readable;
    context.header("vary", "HX-Request", { append: true });
    // Choosing in the matrix asks for the matrix alone.
    if (context.req.header("hx-request"))
      return answer(context, shownOf(view, page), (overview) => <MatrixAnswer page={page} overview={overview} />);
    const trend = trendView(view, await trendUpTo(view, reader, recent));
    return answer(context, overviewOf(view, trend, page, deps), (overview) => (
      <OverviewPage page={page} overview={overview} />
    ));
  });
  app.get("/changes", async (context) => {
    const page = pageOf(context, deps);
    const readable = await viewFor(context);
    if (!readable) return context.html(<NoRegisterPage page={page} />);
    const { register } = readable.view.loaded;
    return context.html(<ChangesPage page={page} register={register} changes={changesIn(readable.view, deps)} />);
  });
  return app;
}

/** A page that holds the matrix. */
function answer<View extends Shown>(context: Context, overview: View, render: (overview: View) => Child): Response {
  const page = overview.pieces.fill(String(render(overview)));
  return context.body(page, 200, { "content-type": "text/html; charset=UTF-8" });
}

interface Readable {
  readonly view: WatchView;
  readonly reader: Reader;
  readonly recent: RecentLog;
}

/** What of the sweep log the overview shows. */
interface RecentLog {
  readonly log: Pick<SweepLog, "ofSlot">;
}

/** The rates that the sweeps of the last days found. */
async function trendUpTo(
  { loaded, moment }: WatchView,
  reader: Reader,
  { log }: RecentLog,
): Promise<readonly TrendPoint[]> {
  const { slots } = loaded.directory.policy;
  const days = [...slotsBetween(plusDays(moment.today, 1 - TREND_DAYS), moment.today, slots)];
  const come = days.filter((slot) => !isSlotBefore(moment.slot, slot));
  const reportsOf = async (slot: Slot) => (await log.ofSlot(slot)).filter(({ scope }) => reader.scope(scope));
  const read = await Promise.all(come.map(async (slot) => ({ slot, reports: await reportsOf(slot) })));
  return trendOf(read, loaded.register.scopes.filter(reader.scope).length);
}

/** What has become of things since yesterday's end, as that looks with what is known today. */
function changesIn({ loaded, moment, assessment }: WatchView, { workdays, evaluate }: WebDependencies): Changes {
  const since = plusDays(moment.today, -1);
  const { policy } = loaded.directory;
  const terms = { viewOf: endOfDay(since), policy, workdays, ...(evaluate && { evaluate }) };
  const bodies = assessment.bodies.map(({ body }) => body);
  const before = assessBodies(bodies, assessment.records, terms);
  // Whether it was recorded late is said where a finding is explained.
  const all = changesBetween(before.bodies, assessment.bodies, () => false);
  return {
    since,
    worse: all.filter(({ to }) => to === "overdue" || to === "breached"),
    better: all.filter(({ to }) => to === "met" || to === "late"),
  };
}

const findingsOf = ({ bodies }: Pick<WatchView["assessment"], "bodies">): readonly Finding[] =>
  bodies.flatMap(({ findings }) => findings);

function trendView({ loaded, moment, assessment }: WatchView, points: readonly TrendPoint[]): TrendView {
  const { today } = moment;
  const [from, to] = [plusDays(today, 1 - TREND_DAYS), plusDays(today, TREND_DAYS)];
  const due = dueDays(findingsOf(assessment).filter((finding) => finding.due >= from && finding.due <= to));
  return { points, from, today, to, due, marks: campaignDays(from, to, loaded.directory.policy) };
}

/** The part of the overview that the matrix is made of. */
function shownOf({ loaded: { register }, assessment }: WatchView, page: Page) {
  const status = statusOf(assessment);
  const scopeOf = scopeFinder(register);
  const selection = readSelection(page.url);
  const collator = new Intl.Collator(page.locale === "en" ? "ru" : page.locale, { numeric: true });
  const selected = select(status.rows, selection, {
    scopeOf,
    compareNames: (a, b) => collator.compare(nameIn(a.name, page.locale), nameIn(b.name, page.locale)),
  });
  return { status, scopeOf, register, selection, selected, pieces: createPieces() };
}

function overviewOf(view: WatchView, trend: TrendView, page: Page, deps: WebDependencies): Overview {
  const shown = shownOf(view, page);
  const { overdue, ahead } = attentionOf(findingsOf(view.assessment), DAYS_AHEAD);
  return {
    ...shown,
    regions: isWhole(shown) ? shown.selected : regionsOf(shown.status.rows, shown.scopeOf),
    ...{ overdue, week: dueDays(ahead), daysAhead: DAYS_AHEAD, trend },
    changes: changesIn(view, deps),
    today: view.moment.today,
  };
}

/** Whether what is selected is everything as the register has it. */
const isWhole = ({ selection, selected, status }: Shown): boolean =>
  selection.sort === "register" && selected.reduce((sum, { rows }) => sum + rows.length, 0) === status.rows.length;
