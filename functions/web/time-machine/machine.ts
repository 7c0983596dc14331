import type { Day } from "../../../core/calendar/day.ts";
import type { LocalTime } from "../../../core/calendar/zone.ts";
import type { Slot } from "../../../core/escalation/letter.ts";

/** What the time machine is asked to do. */
export type Journey =
  /** So many slots, one after the other, each swept and its letters sent. */
  | { readonly kind: "play"; readonly slots: number }
  /** To a moment; what lies between is not swept, as if Esep had not run. */
  | { readonly kind: "move"; readonly to: LocalTime }
  /** To a moment before now: the letters and sweeps are forgotten, and written as history up to there. */
  | { readonly kind: "back"; readonly to: LocalTime };

/** One slot that a journey has swept. */
export interface Played {
  readonly slot: Slot;
  readonly letters: number;
  readonly items: number;
  readonly seconds: number;
}

/** How far a journey is: the one under way, or the last one. */
export interface JourneyState {
  readonly kind: Journey["kind"];
  readonly done: number;
  readonly total: number;
  readonly outcome: "running" | "done" | "stopped" | "failed";
  /** The slots that it has swept, the latest first. */
  readonly played: readonly Played[];
}

/** The demo's clock, that moves where it is told to. Only the embedded system has one: no cloud function does. */
export interface TimeMachine {
  /** In the ministry's zone. */
  now(): LocalTime;
  /** The journey under way or the last one; null before the first. */
  journey(): JourneyState | null;
  /** How many slots come until the end of a day. */
  slotsUntil(day: Day): number;
  /** How many letters lie in the inbox. */
  letters(): number;
  readonly inboxUrl: string;
  /** Starts a journey and does not wait for its end. */
  start(journey: Journey): "started" | "busy";
  /** Ends a journey after the slot under way. */
  stop(): void;
}
