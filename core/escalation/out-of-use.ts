import type { Instant } from "../calendar/zone.ts";
import type { OutOfUse } from "./recipients.ts";

/** An address that a hard bounce has put out of use: known by its key only. */
export interface OutOfUseMark {
  readonly recipientKey: string;
  /** When the mail service said so. */
  readonly at: Instant;
  /** The letter that did not arrive: `scope/year/recipientKey/n`. */
  readonly letter: string;
  /** The service's own word for why. */
  readonly reason: string | null;
}

/** Whether an address is marked; the keys of addresses are made only where there is any mark. */
export function isMarked(marks: readonly OutOfUseMark[], recipientKey: (email: string) => string): OutOfUse {
  const keys = new Set(marks.map((mark) => mark.recipientKey));
  return keys.size === 0 ? () => false : (email) => keys.has(recipientKey(email));
}

/** A mark that cannot be read. */
export interface DamagedMark {
  readonly recipientKey: string;
  readonly reason: string;
}

/** Addresses out of use, and what of them cannot be read. */
export interface WholeMarks {
  readonly marks: readonly OutOfUseMark[];
  readonly damaged: readonly DamagedMark[];
}
