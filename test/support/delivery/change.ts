import { day } from "../../../core/calendar/day.ts";
import { kazakhstanCalendar } from "../../../core/calendar/kazakhstan.ts";
import { createWorkdays } from "../../../core/calendar/workdays.ts";
import type { Change } from "./machine.ts";

/** Somebody asks for a sweep of the slot that has come. */
export const onDemand = (at: string, time: string, request: string): Change => ({
  at,
  make: async ({ ports: { register, sweeps } }) => {
    const scopes = (await register.directory())?.scopes ?? [];
    const slot = { day: day(at.slice(0, 10)), time };
    await sweeps.send(
      scopes.map((scope) => ({ scope, slot })),
      request,
    );
  },
});

/** An administrator adds holidays. */
export const holidays = (at: string, ...days: readonly string[]): Change => ({
  at,
  make: async ({ ports }) => {
    const added = days.map((text) => ({ day: day(text), kind: "holiday", ru: "Праздник", kk: "Мереке" }) as const);
    const kept = kazakhstanCalendar.filter((entry) => !added.some((other) => other.day === entry.day));
    ports.workdays.use(createWorkdays([...kept, ...added]));
  },
});
