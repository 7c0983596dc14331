import type { Bilingual } from "../register/locale.ts";
import type { LetterContent, Slot } from "./letter.ts";

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

/** A letter of another kind than the ladder's: to one person, about one event, without items. */
export interface NoticeContent {
  readonly recipient: LetterContent["recipient"];
  readonly about: BrakeNotice;
}
