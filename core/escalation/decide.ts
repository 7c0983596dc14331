import { formatMinutes, minutesOf } from "../calendar/time.ts";
import type { Workdays } from "../calendar/workdays.ts";
import type { Policy } from "../order608/policy.ts";
import type { Candidate, FiringStage } from "./candidates.ts";
import type { HoldReason } from "./fire.ts";
import type { Slot } from "./letter.ts";
import { isUpTo, type Rung } from "./rungs.ts";
import type { ToldFinding } from "./told.ts";

/** Whether one finding is written to one recipient now, and why. */
export type Decision =
  | {
      readonly kind: "write";
      readonly stage: FiringStage;
      readonly reason: "first" | "next-stage" | "repeat" | "caught-up";
      /** Its moment had come at an earlier slot; whether that slot could have carried it depends on how things stood. */
      readonly late: boolean;
    }
  | { readonly kind: "hold"; readonly reason: HoldReason };

/** Catch-up (SPEC 5): of the stages that fire and stand after the last one written, only the last is written. */
export function decide(
  candidate: Candidate,
  told: ToldFinding | undefined,
  slot: Slot,
  policy: Policy,
  workdays: Workdays,
): Decision {
  const written = lastWritten(candidate.rungs, told);
  const waiting = candidate.firing.filter(({ index }) => index > written);
  const stage = waiting.at(-1);
  if (!stage) return { kind: "hold", reason: "already-written" };
  const late = couldHaveComeBefore(stage.rung, slot, policy, workdays);
  return { kind: "write", stage, reason: reasonFor(stage.rung, told, waiting.length, late), late };
}

function reasonFor(rung: Rung, told: ToldFinding | undefined, waiting: number, late: boolean) {
  if (waiting > 1 || late) return "caught-up";
  if (rung.repeat) return "repeat";
  return told ? "next-stage" : "first";
}

/** The place of the last stage written, −1 for none; a stage that the ladder has lost stands where its slot was. */
function lastWritten(rungs: readonly Rung[], told: ToldFinding | undefined): number {
  let last = -1;
  for (const { stage, slot } of told?.stages ?? []) {
    const known = rungs.findIndex((rung) => rung.stage === stage);
    const moment = { day: slot.day, minutes: minutesOf(slot.time) };
    const index = known >= 0 ? known : rungs.findLastIndex((rung) => isUpTo(rung, moment));
    last = Math.max(last, index);
  }
  return last;
}

/** Whether the first slot that could carry a stage lies before this one. */
function couldHaveComeBefore(rung: Rung, slot: Slot, policy: Policy, workdays: Workdays): boolean {
  const sameDay = policy.slots.find((time) => minutesOf(time) >= rung.minutes);
  const day = sameDay === undefined ? workdays.addWorkingDays(rung.day, 1) : rung.day;
  const time = sameDay ?? policy.slots[0] ?? formatMinutes(0);
  return day < slot.day || (day === slot.day && time < slot.time);
}
