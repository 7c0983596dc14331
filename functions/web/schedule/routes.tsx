import { Hono } from "hono";
import { YearNotCovered } from "../../../core/calendar/workdays.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import { openCampaigns } from "../../../core/order608/evaluate.ts";
import type { Circumstances } from "../../../core/order608/obligation.ts";
import { type PublicMeeting, publicMeetings } from "../../../core/status/public-schedule.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { pageOf } from "../page.ts";
import { recentReads } from "../recent.ts";
import { loadAll, momentOf, scopeFinder } from "../view.ts";
import { SchedulePage } from "./page.tsx";

/** The schedule of reports, for everyone. */
export function createSchedulePages(deps: WebDependencies): Hono {
  const app = new Hono();
  const recent = recentReads(deps, deps.clock, deps.recentSeconds ?? 0);
  app.get("/schedule", async (context) => {
    const page = pageOf(context, deps);
    const loaded = await loadAll(recent);
    if (!loaded) return context.html(<NoRegisterPage page={page} />);
    const { register, directory, scopes } = loaded;
    const { viewOf, today } = momentOf(deps.clock, loaded);
    const { policy } = directory;
    const campaigns = openCampaigns(today, policy);
    const asked = context.req.query("region");
    const wanted = scopes.filter((scope) => asked === undefined || asked === "" || scope === asked);
    const loads = await Promise.all(
      wanted.flatMap((scope) => campaigns.map((campaign) => recent.dossiers.load(scope, campaign))),
    );
    const meetings = loads
      .flatMap(({ dossiers }) => dossiers)
      .flatMap((dossier) => {
        const body = register.byId.get(dossier.body);
        if (!body) return [];
        return announcedBy(dossier, { now: viewOf(body.zone).now, workdays: deps.workdays, policy });
      });
    const past = context.req.query("past") === "yes";
    const view = { register, scopeOf: scopeFinder(register), today, past, region: asked, meetings };
    return context.html(<SchedulePage page={page} view={view} />);
  });
  return app;
}

/** A meeting whose terms the calendar cannot tell is not announced; the watch reports it to administrators. */
function announcedBy(dossier: Dossier, circumstances: Circumstances): readonly PublicMeeting[] {
  try {
    return publicMeetings(dossier, circumstances);
  } catch (error) {
    if (error instanceof YearNotCovered) return [];
    throw error;
  }
}
