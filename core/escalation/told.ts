import type { Day } from "../calendar/day.ts";
import type { FindingKey } from "../order608/finding.ts";
import type { ItemKey, Slot } from "./letter.ts";

/** A finding with one due day: a new due day starts the ladder anew (SPEC 5). */
export interface DueKey extends FindingKey {
  readonly due: Day;
}

/** One text per finding and due day. */
export const dueKeyText = ({ body, campaign, obligation, subject, due }: DueKey): string =>
  `${body} ${campaign} ${obligation} ${due} ${subject}`;

/** What one recipient was told of one finding with one due day. */
export interface ToldFinding {
  readonly key: DueKey;
  readonly stages: readonly { readonly stage: string; readonly slot: Slot }[];
  /** A letter has already said how it ended. */
  closed: boolean;
}

/** Everything one recipient was told in letters that count (SPEC 6), by finding and due day. */
export type Told = Map<string, ToldFinding>;

/** What a letter that counts adds to what its recipient was told. */
export interface ToldLetter {
  readonly slot: Slot;
  readonly items: readonly ItemKey[];
  readonly closed: readonly DueKey[];
}

/** Adds a letter to what its recipient was told; later letters last. */
export function addToTold(told: Told, { slot, items, closed }: ToldLetter): void {
  for (const { stage, ...key } of items) {
    const text = dueKeyText(key);
    const stages = told.get(text)?.stages ?? [];
    told.set(text, { key, stages: [...stages, { stage, slot }], closed: false });
  }
  for (const key of closed) {
    const known = told.get(dueKeyText(key));
    if (known) known.closed = true;
  }
}
