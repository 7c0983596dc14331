import * as z from "zod";
import { yearOf } from "../calendar/day.ts";
import type { Instant } from "../calendar/zone.ts";
import type { EscalationRole } from "../order608/role.ts";
import type { DeliveryEvent } from "./delivery.ts";
import type { ItemKey, Slot } from "./letter.ts";
import { addToTold, type DueKey, type Told } from "./told.ts";

/** Names a letter: creating number `n` of a recipient's log is the one decision (SPEC 6). */
export interface LetterId {
  readonly scope: string;
  readonly year: number;
  /** First 22 characters of base64url SHA-256 of the lower-cased address. */
  readonly recipientKey: string;
  /** How many letters the log had when this one's writer read it. */
  readonly n: number;
}

/** Where a letter stands on its way (SPEC 6). */
export const LetterState = z.enum([
  "queued",
  "sending",
  "sent",
  "delivered",
  "bounced",
  "complained",
  "failed",
  "unknown",
  "held",
  "dropped",
]);
export type LetterState = z.output<typeof LetterState>;

/** One entry of the append-only log: item keys, and where the letter stands. */
export interface LetterEntry extends LetterId {
  /** Whose conditional put created it: tells our own repeated put from another writer's. */
  readonly owner: string;
  readonly slot: Slot;
  /** The highest role in which its recipient gets it. */
  readonly level: EscalationRole;
  readonly items: readonly ItemKey[];
  /** Findings whose end this letter tells. */
  readonly closed: readonly DueKey[];
  /** The rendered letter in object storage, written before the entry. */
  readonly file: string;
  readonly state: LetterState;
  /** How often it was handed to the mail service. */
  readonly attempts: number;
  /** Who is sending it, until when; only while `sending`. */
  readonly lease: Lease | null;
  /** Since when it is `unknown` whether the mail service accepted it. */
  readonly unknownSince: Instant | null;
  /** The mail service's id, once accepted. */
  readonly messageId: string | null;
  /** Why it failed, was dropped or bounced. */
  readonly reason: string | null;
  /**
   * When the next slot comes, by the calendar's clock and the policy of its writing: from then on its text is stale, and it
   * is written afresh rather than sent (SPEC 6). Absent where the text does not age, as in notices.
   */
  readonly freshUntil?: Instant;
  /**
   * How long it waits for an event when nobody knows whether it was sent, by the policy of its writing. Absent in letters
   * that are older than it, and in those of other kinds.
   */
  readonly unknownMinutes?: number;
  /**
   * The applied versions of policy and calendar that it was planned by; 0 is what was there before the first. Absent in
   * letters that are older than it, and in those of other kinds.
   */
  readonly rules?: { readonly policy: number; readonly calendar: number };
  /** What the mail service has said of it, by time; absent before the first event. */
  readonly events?: readonly DeliveryEvent[];
}

/** A sender's exclusive right to send one letter. */
export interface Lease {
  readonly holder: string;
  readonly until: Instant;
}

/** What a step of delivery changes of an entry; a step without events leaves those that are there. */
export type Delivery = Pick<
  LetterEntry,
  "state" | "attempts" | "lease" | "unknownSince" | "messageId" | "reason" | "events"
>;

/** The letter as text: `scope/year/recipientKey/n`. */
export const letterPath = ({ scope, year, recipientKey, n }: LetterId): string =>
  `${scope}/${year}/${recipientKey}/${n}`;

/** The letter that {@link letterPath} names. */
export function letterAt(path: string): LetterId {
  const [scope = "", year, recipientKey = "", n] = path.split("/");
  return { scope, year: Number(year), recipientKey, n: Number(n) };
}

const WAITS: ReadonlySet<LetterState> = new Set(["queued", "sending", "unknown"]);

/** Whether it is not known yet that a letter has left, and it is to leave. */
export const isWaiting = ({ state }: Pick<LetterEntry, "state">): boolean => WAITS.has(state);

/** Letters of another kind than the ladder's are logged under a name that no body's id can be. */
export const isNotice = ({ scope }: Pick<LetterId, "scope">): boolean => scope.includes("_");

const COUNTS_NOT: ReadonlySet<LetterState> = new Set(["failed", "dropped", "bounced"]);

/** An item counts as written unless its letter failed, was dropped or bounced for good (SPEC 6). */
export const counts = ({ state }: LetterEntry): boolean => !COUNTS_NOT.has(state);

/** What a recipient was told, from the logs of all years that matter. */
export function toldBy(entries: readonly LetterEntry[]): Told {
  const told: Told = new Map();
  const inOrder = [...entries].sort((a, b) => a.year - b.year || a.n - b.n);
  for (const entry of inOrder) if (counts(entry)) addToTold(told, entry);
  return told;
}

/** The year whose log a letter of a slot belongs to. */
export const logYear = (slot: Slot): number => yearOf(slot.day);
