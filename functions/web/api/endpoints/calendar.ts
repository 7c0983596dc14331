import * as z from "zod";
import { noChanges } from "../../../../core/calendar/calendar-versions.ts";
import { DayText, dayOf, plusDays, yearOf } from "../../../../core/calendar/day.ts";
import { localTime } from "../../../../core/calendar/zone.ts";
import { applyCalendar } from "../../../../core/use-cases/policy-changes/policy-apply.ts";
import { CalendarWish, calendarSaid } from "../../../../core/use-cases/policy-changes/policy-change.ts";
import { lookAheadCalendar } from "../../../../core/use-cases/policy-changes/policy-outlook.ts";
import { tagOf } from "../conditions.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { name, YearText } from "../schemas.ts";
import { versionAnswers } from "./setting-answers.ts";
import { settingEndpoints } from "./setting-endpoints.ts";

const CalendarAnswer = name(
  "Calendar",
  z.strictObject({
    year: z.int(),
    /** The applied version that is in force; null before the first. */
    version: z.int().nullable(),
    /** How many versions were applied, also those that are not in force yet. */
    versions: z.int(),
    workingDays: z.int(),
    /** Where the year departs from, or explains, the plain week. */
    days: z.array(
      z.strictObject({
        day: DayText,
        kind: z.enum(["holiday", "dayoff", "transferred", "extra_dayoff", "extra_workday"]),
        name: z.strictObject({ ru: z.string(), kk: z.string() }),
        note: z.string().nullable(),
      }),
    ),
  }),
);

const getCalendar = defineEndpoint({
  method: "get",
  path: "/calendar",
  id: "getCalendar",
  tag: "Settings",
  summary: "The working-day calendar of a year; of this year when none is named.",
  params: None,
  query: z.strictObject({ year: YearText.exactOptional() }),
  answers: {
    200: {
      description: "The year. Its ETag is for `If-Match` when a version is applied.",
      schema: CalendarAnswer,
      headers: { ETag: "How many versions were applied." },
      example: {
        ...{ year: 2027, version: null, versions: 0, workingDays: 247 },
        days: [
          {
            ...{ day: "2027-03-15", kind: "holiday", note: null },
            name: { ru: "День Конституции", kk: "Конституция күні" },
          },
        ],
      },
    },
  },
  errors: ["forbidden"],
  handle: async ({ query }, call) => {
    call.require("read-policy", null);
    const { deps, loaded } = call;
    const year = query.year ?? yearOf(localTime(deps.clock.calendarNow(), loaded.register.ministry.zone).day);
    if (!deps.workdays.covers(year)) {
      const message = "is no year that the working-day calendar covers";
      throw new Problem("invalid-request", { issues: [{ path: "query.year", rule: "not-covered", message }] });
    }
    const first = dayOf(year, 1, 1);
    const all = Array.from({ length: dayOf(year + 1, 1, 1) - first }, (_, index) => plusDays(first, index));
    const days = all.flatMap((day) => {
      const entry = deps.workdays.entry(day);
      return entry ? [{ day, kind: entry.kind, name: { ru: entry.ru, kk: entry.kk }, note: entry.note ?? null }] : [];
    });
    const workingDays = all.filter(deps.workdays.isWorking).length;
    const versions = (await deps.calendars.all()).length;
    const answer = { year, version: loaded.directory.calendarVersion ?? null, versions, workingDays, days };
    return json(CalendarAnswer, answer, { etag: tagOf(versions) });
  },
});

export const calendarEndpoints: readonly Endpoint[] = [
  getCalendar,
  ...settingEndpoints({
    ...{ is: "calendar", id: "Calendar", edit: "edit-calendar", wish: CalendarWish },
    example: {
      change: { days: [{ day: "2027-05-08", kind: "extra_workday", ru: "Перенос", kk: "Ауыстыру" }] },
      reason: "Приказ о переносе дней отдыха",
    },
    moves: "What other working days would move: due days, states, and letters of the next 60 days; nothing is written.",
    former: "the calendar that the product brings",
    versions: async ({ deps }) =>
      versionAnswers(await deps.calendars.all(), ({ calendar }) => calendarSaid(calendar), calendarSaid(noChanges)),
    lookAhead: (change, from, { loaded, deps }) => lookAheadCalendar(change, from, loaded, deps),
    apply: (change, terms, { loaded, deps }) => applyCalendar(change, terms, loaded, deps),
  }),
];
