import * as z from "zod";
import { DayText, dayOf, plusDays, yearOf } from "../../../../core/calendar/day.ts";
import { localTime } from "../../../../core/calendar/zone.ts";
import { defaultPolicy } from "../../../../core/order608/default-policy.ts";
import { Policy } from "../../../../core/order608/policy.ts";
import { actions } from "../../../../core/register/grant.ts";
import { defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { name, YearText } from "../schemas.ts";

const PolicyAnswer = name("PolicyAnswer", z.strictObject({ registerVersion: z.int(), policy: Policy }));

const getPolicy = defineEndpoint({
  method: "get",
  path: "/policy",
  id: "getPolicy",
  tag: "Settings",
  summary: "Every number that is not the law's own, and the escalation ladder, as they are in force.",
  params: None,
  query: None,
  answers: {
    200: {
      description: "The policy.",
      schema: PolicyAnswer,
      example: { registerVersion: 1, policy: Policy.encode(defaultPolicy) },
    },
  },
  errors: ["forbidden"],
  handle: async (_input, call) => {
    call.require("read-policy", null);
    const { version, policy } = call.loaded.directory;
    return json(PolicyAnswer, { registerVersion: version, policy });
  },
});

const CalendarAnswer = name(
  "Calendar",
  z.strictObject({
    year: z.int(),
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
      description: "The year.",
      schema: CalendarAnswer,
      example: {
        ...{ year: 2027, workingDays: 247 },
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
    return json(CalendarAnswer, { year, workingDays: all.filter(deps.workdays.isWorking).length, days });
  },
});

const Me = name(
  "Me",
  z.strictObject({
    id: z.string(),
    name: z.string(),
    grants: z.array(z.string()),
    /** What you may do somewhere. */
    actions: z.array(z.string()),
  }),
);

const getMe = defineEndpoint({
  method: "get",
  path: "/me",
  id: "getMe",
  tag: "Settings",
  summary: "Who you are to Esep, and what you may do somewhere.",
  params: None,
  query: None,
  answers: {
    200: {
      description: "You.",
      schema: Me,
      example: { id: "user:aigerim", name: "Айгерим", grants: ["staff@DP-10"], actions: ["read", "record"] },
    },
  },
  handle: async (_input, call) => {
    const { id, name, grants } = call.caller;
    const everywhere = [null, ...call.loaded.register.bodies];
    const own = actions.filter((action) => everywhere.some((body) => call.may(action, body)));
    return json(Me, { id, name, grants: [...grants], actions: own });
  },
});

export const settingEndpoints: readonly Endpoint[] = [getMe, getPolicy, getCalendar];
