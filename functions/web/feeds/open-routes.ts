import { type Context, Hono } from "hono";
import { openCampaigns } from "../../../core/order608/evaluate.ts";
import type { Body } from "../../../core/register/body.ts";
import { type Caller, mayDo } from "../../../core/register/grant.ts";
import { assess, type LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import { grantsOf } from "../../../core/use-cases/records/grants.ts";
import { readFeed } from "../../../core/use-cases/reports/feeds.ts";
import { isWithin } from "../api/register.ts";
import type { WebDependencies } from "../dependencies.ts";
import { localeOf } from "../language.ts";
import { loadAll, momentOf } from "../view.ts";
import { feedCalendar } from "./calendar.ts";

/** How long a calendar program may keep what it got, in seconds. */
const KEPT_SECONDS = 900;

/** Calendars at unguessable addresses: no session, but the rights of who opened them, as they are now. */
export function createFeedCalendars(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/feeds/:file{[\\w-]+\\.ics}", (context) => answer(context, deps));
  return app;
}

async function answer(context: Context, deps: WebDependencies): Promise<Response> {
  const token = (context.req.param("file") ?? "").slice(0, -".ics".length);
  const feed = readFeed(await deps.feeds.read(deps.hash(token)));
  const loaded = feed && !feed.revoked ? await loadAll(deps) : null;
  const body = feed && loaded?.register.byId.get(feed.body);
  if (!feed || !loaded || !body) return context.notFound();
  const grants = (await grantsOf(feed.by.id, deps.grants))?.grants ?? [];
  const caller: Caller = { ...feed.by, grants };
  if (!mayDo("read", caller, body, loaded.register)) return context.notFound();
  const text = feedCalendar({
    ...{ body, locale: localeOf(context), at: deps.clock.machineNow() },
    appUrl: deps.signIn?.appUrl ?? new URL(context.req.url).origin,
    ...(await contentsOf(body, loaded, deps)),
  });
  context.header("content-type", "text/calendar; charset=utf-8");
  context.header("content-disposition", 'inline; filename="esep.ics"');
  context.header("cache-control", `private, max-age=${KEPT_SECONDS}`);
  return context.body(text);
}

/** How the body and those under it stand, and their meetings of the campaigns that are open. */
async function contentsOf(body: Body, loaded: LoadedRegister, deps: WebDependencies) {
  const { register, directory } = loaded;
  const scopes = body.id === register.ministry.id ? loaded.scopes : [register.scopeOf(body)];
  const { viewOf, today } = momentOf(deps.clock, loaded);
  const { bodies, records } = await assess({ ...loaded, scopes }, deps, viewOf);
  const campaigns = new Set(openCampaigns(today, directory.policy));
  const meetings = [...records.dossiers.values()].flat().flatMap((dossier) => {
    const own = register.byId.get(dossier.body);
    if (!own || !isWithin(own, body, register) || !campaigns.has(dossier.campaign)) return [];
    const planned = dossier.meetings.filter(({ status }) => status !== "cancelled");
    return planned.map((meeting) => ({ body: own, campaign: dossier.campaign, meeting }));
  });
  return { bodies: bodies.filter((one) => isWithin(one.body, body, register)), meetings };
}
