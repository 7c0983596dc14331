import { type Day, plusDays } from "../calendar/day.ts";
import { type Finding, isOpen, type State } from "../order608/finding.ts";
import type { Rung } from "./rungs.ts";

/** Why nothing is written about a finding to somebody now; tests, logs and support speak these words. */
export type HoldReason =
  /** Met, late or waived. */
  | "closed"
  /** Upcoming: no stage is near. */
  | "upcoming"
  /** No stage's moment has come for this person. */
  | "not-yet"
  /** A meeting is planned in time. */
  | "report-planned"
  /** Not a working day, and no stage of this very day. */
  | "quiet-day"
  /** The stages that have come belong to another state, or the breach is too long ago. */
  | "stage-passed"
  /** The last stage that fires was written to this person, or one after it. */
  | "already-written"
  /** Too many at once, as wrong data makes them: the letter is written and held. */
  | "brake";

/** Why no stage of a finding can fire, whoever the recipient; null when one might. */
export function heldAsWhole({ state, remindersHeld }: Finding): HoldReason | null {
  if (state === "upcoming") return "upcoming";
  if (!isOpen(state)) return "closed";
  return state === "due" && remindersHeld ? "report-planned" : null;
}

/** Whether a stage that has come fires while the finding is as it is; null when it does (SPEC 5). */
export function heldBack(
  rung: Rung,
  { state }: Finding,
  { today, quiet, breachDays }: { readonly today: Day; readonly quiet: boolean; readonly breachDays: number },
): HoldReason | null {
  const wanted: State = rung.kind === "reminder" ? "due" : rung.kind === "breach" ? "breached" : "overdue";
  if (state !== wanted) return "stage-passed";
  if (rung.kind === "breach" && today > plusDays(rung.day, breachDays)) return "stage-passed";
  return quiet && rung.day !== today ? "quiet-day" : null;
}
