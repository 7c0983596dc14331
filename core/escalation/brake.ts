import * as z from "zod";
import { type Day, DayText, plusDays } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { type Workdays, YearNotCovered } from "../calendar/workdays.ts";
import { InstantNumber, instant } from "../calendar/zone.ts";
import type { Policy } from "../order608/policy.ts";
import type { Candidate, Candidates } from "./candidates.ts";
import type { ItemKey, Slot } from "./letter.ts";
import { itemKeyOf, type PlannedItem } from "./plan.ts";
import { isUpTo, type Rung, type SeenSlot } from "./rungs.ts";
import { isSlotBefore } from "./slots.ts";
import { dueKeyText } from "./told.ts";

const SlotText = z.strictObject({ day: DayText, time: TimeText });
const Decided = z.strictObject({ by: z.string(), at: InstantNumber });

/** The brake of one scope: letters about its bodies that wrong data seems to have made are held (SPEC 6). */
export const Brake = z.strictObject({
  /** Counts its changes. */
  version: z.int().min(1),
  /** The slot that put it on. */
  slot: SlotText,
  /** The slot that writes what is held, unless an administrator says otherwise. */
  until: SlotText,
  /** How many bodies were concerned, of how many. */
  bodies: z.int(),
  of: z.int(),
  /** An administrator keeps it on until it is released. */
  stopped: Decided.nullable(),
  /** An administrator has taken it off before its time: the next sweep writes. */
  released: Decided.nullable(),
});
export type Brake = z.output<typeof Brake>;

/** Whether a brake holds letters at a slot. */
export const holdsAt = (brake: Brake | null | undefined, slot: Slot): boolean =>
  !!brake && !brake.released && (brake.stopped !== null || isSlotBefore(slot, brake.until));

/** Whose word it is that a brake stays on which nobody can read. */
const NOBODY = "";

/**
 * What stands for a brake that cannot be read: maybe it holds, maybe an administrator has stopped these letters, so it
 * holds until one has looked. A letter that is late still comes; one from wrong data cannot be taken back.
 */
export const unreadableBrake = (version: number, slot: Slot): Brake => ({
  ...{ version, slot, until: slot, bodies: 0, of: 0 },
  ...{ stopped: { by: NOBODY, at: instant(0) }, released: null },
});

export const isUnreadable = ({ stopped }: Brake): boolean => stopped?.by === NOBODY;

/** The version that a brake was put on with, its name among those of one slot: an administrator who keeps it on counts one. */
export const putOnAs = ({ version, stopped }: Brake): number => (stopped ? version - 1 : version);

/** Whether so many of a scope's bodies are too many at once. */
export const isTooMany = (bodies: number, of: number, { brake }: Pick<Policy, "brake">): boolean =>
  bodies >= brake.bodies && bodies > brake.share * of;

/** The brake that a slot puts on. */
export function brakeFrom(
  slot: Slot,
  { bodies, of }: Pick<Brake, "bodies" | "of">,
  before: Brake | null,
  { slots }: Pick<Policy, "slots">,
  workdays: Workdays,
): Brake {
  const until = { day: workingDayAfter(slot.day, workdays), time: slots[0] ?? slot.time };
  return { version: (before?.version ?? 0) + 1, slot, until, bodies, of, stopped: null, released: null };
}

/** The next working day; the next day where the calendar ends. */
function workingDayAfter(day: Day, workdays: Workdays): Day {
  try {
    return workdays.addWorkingDays(day, 1);
  } catch (error) {
    if (error instanceof YearNotCovered) return plusDays(day, 1);
    throw error;
  }
}

/** One text per item, whoever is told of it. */
export const itemText = ({ stage, ...key }: ItemKey): string => `${dueKeyText(key)} ${stage}`;

/** Whether a stage comes after the due day. */
export const isAfterDue = ({ kind }: Rung): boolean => kind !== "reminder";

/**
 * Whether an item looks as if a change of data had made it: it comes after the due day, its stage had come at a slot that
 * was swept, and nobody was ever told of it. `lastSeen` is the last slot that was swept as the item's body sees it.
 */
export function isSuspect(item: PlannedItem, lastSeen: SeenSlot, everTold: ReadonlySet<string>): boolean {
  const { rung } = item.decision.stage;
  return isAfterDue(rung) && isUpTo(rung, lastSeen) && !everTold.has(itemText(itemKeyOf(item)));
}

/** The items after the due day that fire for anybody. */
export function* firingItems({ byRecipient }: Candidates): Generator<string> {
  for (const open of byRecipient.values()) for (const candidate of open) yield* textsOf(candidate);
}

function* textsOf({ finding, firing }: Candidate): Generator<string> {
  const { body, campaign, obligation, subject, due } = finding;
  for (const { rung } of firing) {
    if (isAfterDue(rung)) yield itemText({ body, campaign, obligation, subject, due, stage: rung.stage });
  }
}
