import { type Day, plusDays } from "../calendar/day.ts";
import { minutesOf } from "../calendar/time.ts";
import { type Workdays, YearNotCovered } from "../calendar/workdays.ts";
import type { Finding } from "../order608/finding.ts";
import { type Ladder, placeOf, type StagePlace } from "../order608/ladder.ts";
import type { EscalationRole } from "../order608/role.ts";
import { isReminder, stageDay } from "../order608/stage-day.ts";

/** A slot as a body sees it: the body's civil day, and the time of day on the ministry's clocks (SPEC 5). */
export interface SeenSlot {
  readonly day: Day;
  readonly minutes: number;
  /** Ministry's clock minus the body's, in minutes. */
  readonly shift: number;
}

/** One stage of one finding whose moment has come. */
export interface Rung {
  /** The stage's `at`, or `repeat-k`. */
  readonly stage: string;
  readonly kind: "reminder" | "escalation" | "breach";
  readonly repeat: boolean;
  readonly day: Day;
  /** Minutes since midnight on the ministry's clocks; may exceed the day. */
  readonly minutes: number;
  readonly to: readonly EscalationRole[];
}

/** The time of day of a stage that names none. */
export const DEFAULT_TIME = "09:00";
const DEFAULT_MINUTES = minutesOf(DEFAULT_TIME);

const kindOf = (place: StagePlace): Rung["kind"] =>
  place.anchor === "breach" ? "breach" : isReminder(place) ? "reminder" : "escalation";

/** Whether a moment lies at or before another. */
export const isUpTo = (moment: { day: Day; minutes: number }, limit: { day: Day; minutes: number }): boolean =>
  moment.day < limit.day || (moment.day === limit.day && moment.minutes <= limit.minutes);

/**
 * The stages of a finding whose moment is not after the slot, ordered by moment, then by listing (SPEC 5).
 * Throws YearNotCovered.
 */
export function rungsUpTo(slot: SeenSlot, finding: Finding, ladder: Ladder, workdays: Workdays): readonly Rung[] {
  const rungs: Rung[] = [];
  for (const { at, to } of ladder.stages) {
    const place = placeOf(at);
    if (isSurelyAfter(slot, place, finding)) continue;
    const day = dayOf(place, finding, workdays);
    if (day === null) continue;
    const rung = { stage: at, kind: kindOf(place), repeat: false, to, ...momentOf(place, day, finding, slot) };
    if (isUpTo(rung, slot)) rungs.push(rung);
  }
  rungs.push(...repeatsUpTo(slot, finding, ladder, workdays));
  return rungs.sort((a, b) => a.day - b.day || a.minutes - b.minutes);
}

/** Stages move later or stay, save reminders: a later one needs no calendar to be ruled out. */
function isSurelyAfter(slot: SeenSlot, place: StagePlace, finding: Finding): boolean {
  if (isReminder(place)) return false;
  return place.anchor !== "breach" && plusDays(finding[place.anchor], place.offset) > slot.day;
}

/** A reminder that can go out no more is left out where the calendar lacks its year: the later stages need it not (SPEC 2). */
function dayOf(place: StagePlace, finding: Finding, workdays: Workdays): Day | null {
  try {
    return stageDay(place, finding, workdays);
  } catch (error) {
    if (error instanceof YearNotCovered && isReminder(place) && finding.state !== "due") return null;
    throw error;
  }
}

function momentOf(place: StagePlace, day: Day, { notBefore }: Finding, slot: SeenSlot): { day: Day; minutes: number } {
  const minutes = place.time === null ? DEFAULT_MINUTES : minutesOf(place.time);
  if (place.time === null || notBefore === null) return { day, minutes };
  const earliest = { day: notBefore.day, minutes: notBefore.minutes + slot.shift };
  return isUpTo(earliest, { day, minutes }) ? { day, minutes } : earliest;
}

/** `repeat-k` comes on or after the last listed stage's day plus the first k gaps, the last gap going on for ever. */
function repeatsUpTo(slot: SeenSlot, finding: Finding, { stages, every }: Ladder, workdays: Workdays): Rung[] {
  const last = stages.at(-1);
  if (!last || !every || every.length === 0) return [];
  const place = placeOf(last.at);
  if (isSurelyAfter(slot, place, finding)) return [];
  const start = stageDay(place, finding, workdays);
  const repeats: Rung[] = [];
  if (start === null) return repeats;
  let nominal = start;
  for (let count = 1; ; count++) {
    nominal = plusDays(nominal, every[Math.min(count, every.length) - 1] ?? 1);
    if (nominal > slot.day) return repeats;
    const rung: Rung = {
      stage: `repeat-${count}`,
      kind: "escalation",
      repeat: true,
      day: workdays.onOrAfter(nominal),
      minutes: DEFAULT_MINUTES,
      to: last.to,
    };
    if (isUpTo(rung, slot)) repeats.push(rung);
  }
}
