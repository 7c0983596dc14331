import type { Day } from "../calendar/day.ts";
import { plusDays } from "../calendar/day.ts";
import type { Workdays } from "../calendar/workdays.ts";
import { type Ladder, placeOf, type StagePlace } from "./ladder.ts";

/** The days of a finding that stages are counted from. */
export interface Anchors {
  readonly due: Day;
  readonly target: Day;
  readonly beyondCure: Day | null;
}

/**
 * The day of a stage (SPEC 5): `ANCHOR-N` on a non-working day moves to the working day before, `ANCHOR+N` to the next;
 * offset 0 and `breach` stay. Null when the finding has no day beyond cure. Throws YearNotCovered.
 */
export function stageDay(place: StagePlace, anchors: Anchors, workdays: Workdays): Day | null {
  if (place.anchor === "breach") return anchors.beyondCure;
  const anchor = place.anchor === "due" ? anchors.due : anchors.target;
  if (place.offset === 0) return anchor;
  if (place.working) return workdays.addWorkingDays(anchor, place.offset);
  const day = plusDays(anchor, place.offset);
  return place.offset < 0 ? workdays.onOrBefore(day) : workdays.onOrAfter(day);
}

/** Whether a stage reminds before the due day ends (offset ≤ 0), rather than escalating after it. */
export const isReminder = (place: StagePlace): boolean => place.anchor !== "breach" && place.offset <= 0;

/** The reminders of ladders, since every open finding of every body asks for them. */
const reminders = new WeakMap<Ladder, readonly StagePlace[]>();

function remindersOf(ladder: Ladder): readonly StagePlace[] {
  const known = reminders.get(ladder);
  if (known) return known;
  const places = ladder.stages.map(({ at }) => placeOf(at)).filter(isReminder);
  reminders.set(ladder, places);
  return places;
}

/** The day of the earliest reminder, from which a finding is `due`; without a reminder the due day itself. */
export function firstReminderDay(ladder: Ladder, anchors: Anchors, workdays: Workdays): Day {
  let first: Day | null = null;
  for (const place of remindersOf(ladder)) {
    const day = stageDay(place, anchors, workdays);
    if (day !== null && (first === null || day < first)) first = day;
  }
  return first ?? anchors.due;
}
