import { type Day, DayText, formatDay, yearOf } from "../../../core/calendar/day.ts";
import { localTime } from "../../../core/calendar/zone.ts";
import { endOfDay, latestSlot, type ViewOf, zoneViews } from "../../../core/escalation/slots.ts";
import { FIRST_CAMPAIGN } from "../../../core/use-cases/assess/assess.ts";
import type { Call } from "./endpoint.ts";
import { Problem } from "./problem.ts";

/** The day that is meant: the end of a day, or now when absent. */
export const On = DayText;

/** The moment that a question is about. */
export interface Asked {
  /** The day in the ministry's zone. */
  readonly on: Day;
  readonly viewOf: ViewOf;
}

/** Now, or as of the end of a day that the working-day calendar covers. */
export function askedMoment(on: Day | undefined, { deps, loaded }: Call): Asked {
  if (on === undefined) {
    const now = deps.clock.calendarNow();
    const { zone } = loaded.register.ministry;
    const viewOf = zoneViews(now, latestSlot(now, loaded.directory.policy.slots, zone), zone);
    return { on: localTime(now, zone).day, viewOf };
  }
  if (yearOf(on) >= FIRST_CAMPAIGN && deps.workdays.covers(yearOf(on))) return { on, viewOf: endOfDay(on) };
  const message = `${formatDay(on)} lies outside the years that the working-day calendar covers`;
  throw new Problem("invalid-request", { issues: [{ path: "query.on", rule: "not-covered", message }] });
}
