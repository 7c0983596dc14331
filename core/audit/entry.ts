import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { InstantNumber } from "../calendar/zone.ts";

/** Makes the SHA-256 of a text in UTF-8, as 64 hexadecimal digits. The core has no cryptography of its own. */
export type Hash = (text: string) => string;

export const HashText = z.string().regex(/^[0-9a-f]{64}$/, "is no SHA-256 of 64 hexadecimal digits");

/** One field before and after; a side is absent where nothing stood. */
export const FieldChange = z.strictObject({
  /** Where, as SPEC's facts are named: `meetings/m1/date`. */
  path: z.string(),
  before: z.json().exactOptional(),
  after: z.json().exactOptional(),
});
export type FieldChange = z.output<typeof FieldChange>;

/** Who did something, as grants know them. */
export const AuditActor = z.strictObject({ id: z.string(), name: z.string() });
export type AuditActor = z.output<typeof AuditActor>;

/** One version of a record: what was changed, by whom, when and why, chained to the version before. */
export const AuditEntry = z.strictObject({
  /** `dossier:DP-10:2027`. */
  record: z.string(),
  version: z.int().min(1),
  by: AuditActor,
  /** The machine's moment, and the calendar's civil day in the zone of the body, or of the ministry where no body is concerned. */
  at: InstantNumber,
  day: DayText,
  command: z.string(),
  reason: z.string().nullable(),
  /** The request's id: repeating it gives this result again. */
  request: z.string(),
  /** Hash of what was asked, so that one id is never taken for two requests. */
  asked: HashText,
  /** Hash of the entry before; null for the first, which may follow facts that came from a file. */
  previous: HashText.nullable(),
  /** Hashes of the stored facts before and after; null where there were none. */
  factsBefore: HashText.nullable(),
  factsAfter: HashText,
  changes: z.array(FieldChange),
});
export type AuditEntry = z.output<typeof AuditEntry>;

/** The entry as it is stored and hashed: its bytes are what the chain protects. */
export const entryText = (entry: AuditEntry): string => JSON.stringify(z.encode(AuditEntry, entry));

/** The entry of a stored text; null when it is none. */
export function readEntry(text: string): AuditEntry | null {
  try {
    return AuditEntry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
