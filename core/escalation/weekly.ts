import type { Day } from "../calendar/day.ts";
import type { State } from "../order608/finding.ts";
import type { Bilingual } from "../register/locale.ts";
import type { LetterState } from "./ledger.ts";
import type { Slot } from "./letter.ts";

/** The newest entry of one record's audit chain, by which anybody can tell later whether it was rewritten. */
export interface ChainHead {
  readonly record: string;
  readonly version: number;
  readonly hash: string;
}

/** How all bodies stood at a slot, by the sweep log. */
export interface WeekFigures {
  readonly slot: Slot;
  readonly states: Readonly<Partial<Record<State, number>>>;
  /** Between 0 and 1; null while nothing has come to be judged. */
  readonly rate: number | null;
}

/** What the ministry's staff are told once a week. */
export interface WeeklyLetter {
  readonly kind: "weekly";
  /** The week's Monday. */
  readonly week: Day;
  /** When it is written. */
  readonly slot: Slot;
  /** The last slot that every scope was swept in, and the one a week before; null where the sweep log has none. */
  readonly now: WeekFigures | null;
  readonly before: WeekFigures | null;
  /** The letters of the seven days before, by where they stand, and how many of those that arrived nobody has answered. */
  readonly letters: Readonly<Partial<Record<LetterState, number>>>;
  readonly unanswered: number;
  /** Bodies that no e-mail of their own reaches, in register order. */
  readonly paper: readonly Bilingual[];
  /** Bodies one of whose addresses a bounce has put out of use, in register order. */
  readonly outOfUse: readonly Bilingual[];
  readonly versions: { readonly register: number; readonly policy: string; readonly calendar: string };
  /** By record; `digest` is the hash of all of them as text. */
  readonly heads: readonly ChainHead[];
  readonly digest: string;
}

/** The heads as text, a line each: what the digest is the hash of, and what goes with the letter. */
export const headsText = (heads: readonly ChainHead[]): string =>
  heads.map(({ record, version, hash }) => `${record} ${version} ${hash}\n`).join("");
