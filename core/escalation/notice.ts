import type { Day } from "../calendar/day.ts";
import type { EscalationRole } from "../order608/role.ts";
import type { Bilingual } from "../register/locale.ts";
import type { LetterId } from "./ledger.ts";
import type { LetterContent, Slot } from "./letter.ts";
import type { WeeklyLetter } from "./weekly.ts";

/** A scope's letters after the due day are held, since a change of data seems to have made them. */
export interface BrakeNotice {
  readonly kind: "brake";
  readonly scope: string;
  readonly scopeName: Bilingual;
  /** How many bodies are concerned, of how many. */
  readonly bodies: number;
  readonly of: number;
  readonly slot: Slot;
  /** When the letters are written unless they are stopped. */
  readonly until: Slot;
}

/** Roles that have no address in office, or only addresses out of use: their letters went to others, or to nobody. */
export interface ContactNotice {
  readonly kind: "contact";
  readonly slot: Slot;
  readonly roles: readonly {
    readonly bodyName: Bilingual;
    readonly role: EscalationRole;
    /** Nobody at all could be told. */
    readonly unreachable: boolean;
  }[];
}

/** Years that findings need and the working-day calendar does not cover. */
export interface CalendarNotice {
  readonly kind: "calendar";
  readonly slot: Slot;
  readonly years: readonly number[];
  /** How many findings could not be made. */
  readonly findings: number;
}

/** Records that cannot be read: their bodies are not judged by them. */
export interface DamagedNotice {
  readonly kind: "damaged";
  readonly slot: Slot;
  readonly records: readonly { readonly bodyName: Bilingual; readonly campaign: number }[];
}

/** Scopes whose sweep of a slot has not come to its end, while that of others has. */
export interface UnsweptNotice {
  readonly kind: "unswept";
  readonly slot: Slot;
  readonly scopes: readonly Bilingual[];
}

/** A letter whose reader says that it is not for them. */
export interface WrongRecipientNotice {
  readonly kind: "wrong-recipient";
  readonly slot: Slot;
  readonly letter: LetterId;
  /** Who the register names; null when nobody any more. */
  readonly recipient: string | null;
  /** The day they said so. */
  readonly on: Day;
  readonly bodies: readonly Bilingual[];
}

/** What a letter of another kind than the ladder's is about. */
export type Notice =
  | BrakeNotice
  | ContactNotice
  | CalendarNotice
  | DamagedNotice
  | UnsweptNotice
  | WrongRecipientNotice
  | WeeklyLetter;

/** A letter of another kind than the ladder's: to one person, about one event, without items. */
export interface NoticeContent {
  readonly recipient: LetterContent["recipient"];
  readonly about: Notice;
}
