import { type Day, DayText, formatDay, yearOf } from "../../../core/calendar/day.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { endOfDay, type ViewOf } from "../../../core/escalation/slots.ts";
import { FIRST_CAMPAIGN } from "../../../core/use-cases/assess/assess.ts";
import { momentOf } from "../view.ts";
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
    const { today, viewOf } = momentOf(deps.clock, loaded);
    return { on: today, viewOf };
  }
  if (yearOf(on) >= FIRST_CAMPAIGN && deps.workdays.covers(yearOf(on))) return { on, viewOf: endOfDay(on) };
  const message = `${formatDay(on)} lies outside the years that the working-day calendar covers`;
  throw new Problem("invalid-request", { issues: [{ path: "query.on", rule: "not-covered", message }] });
}

/** The slot that has come last. */
export const slotNow = ({ deps, loaded }: Call): Slot => momentOf(deps.clock, loaded).slot;
