import { type Context, Hono } from "hono";
import { changesBetween } from "../../../core/audit/changes.ts";
import { noChanges } from "../../../core/calendar/calendar-versions.ts";
import { yearOf } from "../../../core/calendar/day.ts";
import { coveredYears } from "../../../core/calendar/kazakhstan.ts";
import { applyCalendar } from "../../../core/use-cases/policy-changes/policy-apply.ts";
import { type CalendarWish, calendarSaid } from "../../../core/use-cases/policy-changes/policy-change.ts";
import { lookAheadCalendar } from "../../../core/use-cases/policy-changes/policy-outlook.ts";
import type { WebDependencies } from "../dependencies.ts";
import { MissingPage } from "../errors.tsx";
import { type Opened, openFor } from "../gate.tsx";
import { momentOf } from "../view.ts";
import { calendarAsked, readCalendarWish, writtenCalendarWish } from "./calendar-input.ts";
import { CalendarPage, type CalendarView } from "./calendar-page.tsx";
import { addChangeRoutes } from "./change-routes.tsx";
import type { VersionRow } from "./versions.tsx";
import { wordCalendarChange } from "./words.ts";

/** The working-day calendar for everybody to read, and for administrators to change. */
export function createCalendarPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/calendar", async (context) => {
    const opened = await openFor("edit-calendar", context, deps, "read-policy");
    if (opened instanceof Response) return opened;
    const view = await viewOf(context, opened, deps);
    if (!view) return context.html(<MissingPage page={opened.page} />, 404);
    return context.html(
      <CalendarPage page={opened.page} view={{ ...view, isDone: context.req.query("done") === "applied" }} />,
    );
  });
  addChangeRoutes<CalendarWish>(app, deps, {
    ...{ path: "/calendar", action: "edit-calendar", section: "calendar" },
    asked: async (form, { page }) => calendarAsked(form, page),
    written: writtenCalendarWish,
    read: readCalendarWish,
    lookAhead: (wish, from, { loaded }) => lookAheadCalendar(wish, from, loaded, deps),
    apply: (wish, terms, { loaded }) => applyCalendar(wish, terms, loaded, deps),
    versions: () => deps.calendars.all(),
    word: wordCalendarChange,
    fieldOf: (path) => (path === "coversTo" ? "coversTo" : path.startsWith("days") ? "day" : ""),
    again: async (context, opened, form) => {
      const view = await viewOf(context, opened, deps);
      if (!view) return context.html(<MissingPage page={opened.page} />, 404);
      return context.html(<CalendarPage page={opened.page} view={{ ...view, form }} />, 422);
    },
  });
  return app;
}

/** Null for a year that is not covered. */
async function viewOf(
  context: Context,
  { loaded, actor }: Opened,
  { calendars, clock, workdays }: WebDependencies,
): Promise<CalendarView | null> {
  const versions = await calendars.all();
  const present = loaded.directory.calendarVersion ?? null;
  const changes = (present === null ? undefined : versions[present - 1]?.calendar) ?? noChanges;
  const years = { from: coveredYears.from, to: changes.coversTo ?? coveredYears.to };
  const asked = context.req.query("year");
  const year = asked === undefined ? yearOf(momentOf(clock, loaded).today) : Number(asked);
  if (!Number.isInteger(year) || !workdays.covers(year)) return null;
  const rows = versions.map((version, index): VersionRow => {
    const before = versions[index - 1]?.calendar ?? noChanges;
    return { version, changes: changesBetween(calendarSaid(before), calendarSaid(version.calendar)) };
  });
  return { year, years, workdays, changes, present, rows, mayEdit: actor !== null, isDone: false };
}
