import { type Context, Hono } from "hono";
import { openCampaigns } from "../../../core/order608/evaluate.ts";
import { announcedMeetings } from "../../../core/status/public-schedule.ts";
import type { AssessmentPorts } from "../../../core/use-cases/assess/assess.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { localeOf } from "../language.ts";
import { pageOf } from "../page.ts";
import { loadAll, momentOf, scopeFinder } from "../view.ts";
import type { Published } from "./calendar.ts";
import { SchedulePage } from "./page.tsx";

/** The schedule of reports, for everyone: as a page, and as a calendar that can be subscribed to. */
export function createSchedulePages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/schedule", async (context) => {
    const page = pageOf(context, deps);
    const published = await readPublished(context, { ...deps, ...deps.recent?.() });
    if (!published) return context.html(<NoRegisterPage page={page} />);
    const past = context.req.query("past") === "yes";
    const meetings = published.meetings.filter(({ isCancelled }) => !isCancelled);
    return context.html(<SchedulePage page={page} view={{ ...published, past, meetings }} />);
  });
  app.get("/schedule.ics", async (context) => {
    const published = await readPublished(context, { ...deps, ...deps.recent?.() });
    if (!published) return context.notFound();
    // Few ask for it, and it brings a library along.
    const { scheduleCalendar } = await import("./calendar.ts");
    context.header("content-type", "text/calendar; charset=utf-8");
    context.header("content-disposition", 'inline; filename="esep-schedule.ics"');
    context.header("cache-control", `max-age=${KEPT_SECONDS}`);
    return context.body(scheduleCalendar(published, localeOf(context), new URL(context.req.url).host));
  });
  return app;
}

/** Calendars ask again and again, and notices come days before. */
const KEPT_SECONDS = 900;

/** What was announced by now, of the region that the address asks for or of all; null before the first import. */
async function readPublished(
  context: Context,
  deps: AssessmentPorts & Pick<WebDependencies, "clock">,
): Promise<Published | null> {
  const loaded = await loadAll(deps);
  if (!loaded) return null;
  const { register, directory, scopes } = loaded;
  const { viewOf, today } = momentOf(deps.clock, loaded);
  const campaigns = openCampaigns(today, directory.policy);
  const region = context.req.query("region");
  const wanted = scopes.filter((scope) => region === undefined || region === "" || scope === region);
  const loads = await Promise.all(
    wanted.flatMap((scope) => campaigns.map((campaign) => deps.dossiers.load(scope, campaign))),
  );
  const meetings = loads
    .flatMap(({ dossiers }) => dossiers)
    .flatMap((dossier) => {
      const body = register.byId.get(dossier.body);
      return body ? announcedMeetings(dossier, viewOf(body.zone)) : [];
    });
  return { register, scopeOf: scopeFinder(register), today, region, meetings };
}
