import { type Day, formatDay, plusDays } from "../calendar/day.ts";
import { END_OF_DAY, minutesOf } from "../calendar/time.ts";
import { type Instant, instantOf, type LocalTime, localTime } from "../calendar/zone.ts";
import type { Slot } from "./letter.ts";
import type { SeenSlot } from "./rungs.ts";

/** The moment of a slot on the ministry's clocks. */
export const slotInstant = (slot: Slot, ministryZone: string): Instant =>
  instantOf({ day: slot.day, minutes: minutesOf(slot.time) }, ministryZone);

/** `YYYY-MM-DDTHH:MM` order: whether a slot lies before another. */
export const isSlotBefore = (a: Slot, b: Slot): boolean => a.day < b.day || (a.day === b.day && a.time < b.time);

/** A slot as operators read it: `2027-03-19 09:00`. */
export const slotText = ({ day, time }: Slot): string => `${formatDay(day)} ${time}`;

/** The latest slot that has come at a moment (SPEC 1, "sweep"). */
export function latestSlot(now: Instant, times: readonly string[], ministryZone: string): Slot {
  const { day, minutes } = localTime(now, ministryZone);
  const time = times.findLast((candidate) => minutesOf(candidate) <= minutes);
  return time === undefined ? { day: plusDays(day, -1), time: times.at(-1) ?? "00:00" } : { day, time };
}

/** The first slot after another one; the same time of the next day when there is only one. */
export function slotAfter({ day, time }: Slot, times: readonly string[]): Slot {
  const later = times.find((candidate) => candidate > time);
  return later === undefined ? { day: plusDays(day, 1), time: times[0] ?? time } : { day, time: later };
}

/** Every slot from a day's first to another day's last, both included. */
export function* slotsBetween(from: Day, to: Day, times: readonly string[]): Generator<Slot> {
  for (let day = from; day <= to; day = plusDays(day, 1)) for (const time of times) yield { day, time };
}

/** A slot and those before it, latest first, over some days. */
export function* slotsBackFrom(last: Slot, times: readonly string[], days: number): Generator<Slot> {
  for (let back = 0; back < days; back++) {
    const day = plusDays(last.day, -back);
    for (const time of times.toReversed()) if (back > 0 || time <= last.time) yield { day, time };
  }
}

/** How bodies of a zone see the moment of an assessment. */
export type ViewOf = (zone: string) => ZoneView;

/** The end of a day, wherever a body lies: "as of day T" (SPEC 3). */
export function endOfDay(day: Day): ViewOf {
  const view = { now: { day, minutes: END_OF_DAY }, slot: { day, minutes: END_OF_DAY, shift: 0 } };
  return () => view;
}

/** A moment and a slot as bodies of one zone see them; zones are few, so each is worked out once a sweep. */
export function zoneViews(now: Instant, slot: Slot, ministryZone: string): ViewOf {
  const views = new Map<string, ZoneView>();
  return (zone) => {
    const known = views.get(zone);
    if (known) return known;
    const view = viewFrom(zone, now, slot, ministryZone);
    views.set(zone, view);
    return view;
  };
}

/** The body's civil time now, and the slot as it sees it. */
export interface ZoneView {
  readonly now: LocalTime;
  readonly slot: SeenSlot;
}

function viewFrom(zone: string, now: Instant, slot: Slot, ministryZone: string): ZoneView {
  const at = slotInstant(slot, ministryZone);
  const body = localTime(at, zone);
  const minutes = minutesOf(slot.time);
  const shift = (slot.day - body.day) * 24 * 60 + minutes - body.minutes;
  return { now: localTime(now, zone), slot: { day: body.day, minutes, shift } };
}
