import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { InstantNumber } from "../calendar/zone.ts";
import { ObligationId } from "../dossier/obligation-id.ts";
import { LetterState } from "../escalation/ledger.ts";
import { BodyId, ContactRole } from "../register/body.ts";
import { Bilingual } from "../register/locale.ts";
import { FindingCounts } from "./count.ts";

const Count = z.int().nonnegative();
const Rate = z.number().min(0).max(1).nullable();
const StateName = z.enum(["waived", "met", "late", "breached", "overdue", "due", "upcoming"]);

const findingKey = {
  body: BodyId,
  campaign: z.int(),
  obligation: ObligationId,
  subject: z.string(),
} as const;

/** One body's line; its region is the department that it belongs to. */
export const ReportRow = z.strictObject({
  body: BodyId,
  parent: BodyId.nullable(),
  region: BodyId,
  name: Bilingual,
  counts: FindingCounts,
  /** The worst state of each obligation's subjects; absent where nothing is owed. */
  worst: z.partialRecord(ObligationId, StateName),
  /** met ÷ (met + late + breached + overdue); null when nothing has come to be judged yet. */
  rate: Rate,
  /** How many of its findings turn on facts that were recorded long after their date (SPEC 3). */
  recordedLate: Count,
});
export type ReportRow = z.output<typeof ReportRow>;

/** A department with those of its bodies that the report covers. */
export const ReportRegion = z.strictObject({
  scope: BodyId,
  name: Bilingual,
  bodies: Count,
  counts: FindingCounts,
  rate: Rate,
});
export type ReportRegion = z.output<typeof ReportRegion>;

/** Something that is due, overdue or breached. */
export const OpenFinding = z.strictObject({
  ...findingKey,
  clause: z.string(),
  /** The meeting that the due day was counted from, where it was. */
  meeting: DayText.nullable(),
  due: DayText,
  state: StateName,
  /** `due` − the report's day. */
  daysLeft: z.int(),
  /** Codes of what is still needed. */
  missing: z.array(z.string()),
  recordedLate: z.boolean(),
});
export type OpenFinding = z.output<typeof OpenFinding>;

/** A finding whose state is another than at the end of the day before; null where there was, or is, no such finding. */
export const ReportChange = z.strictObject({
  ...findingKey,
  meeting: DayText.nullable(),
  due: DayText,
  from: StateName.nullable(),
  to: StateName.nullable(),
  recordedLate: z.boolean(),
});
export type ReportChange = z.output<typeof ReportChange>;

/** Somebody with letters that were sent and that nobody has acknowledged. */
export const Unacknowledged = z.strictObject({
  /** As the register knows the address today; null where it does no more. */
  recipient: z.strictObject({ body: BodyId, role: ContactRole, name: z.string() }).nullable(),
  letters: Count,
  /** The day of the oldest of them. */
  since: DayText,
});
export type Unacknowledged = z.output<typeof Unacknowledged>;

/** The letters of the report's year up to its day, and where they stand when the report is made. */
export const ReportLetters = z.strictObject({
  year: z.int(),
  total: Count,
  states: z.partialRecord(LetterState, Count),
  /** How often a letter was handed to the mail service again (SPEC 6: a repeat is preferred to a loss). */
  repeated: Count,
  acknowledged: Count,
  unacknowledged: z.array(Unacknowledged),
});
export type ReportLetters = z.output<typeof ReportLetters>;

/** What was in force: the number of the applied version, null for the product's own, and a short name for what it says. */
const Version = z.strictObject({ number: z.int().nullable(), name: z.string() });

/** A status report (SPEC 7): everything that any of its forms shows, and nothing else. */
export const StatusReport = z.strictObject({
  /** The body that it is about with all under it; null for all bodies that its reader may see, when these are not all. */
  scope: BodyId.nullable(),
  name: Bilingual,
  /** The day in the ministry's zone, and the time of day; null as of the day's end. */
  on: DayText,
  time: TimeText.nullable(),
  /** By the clock that the state is seen by. */
  made: InstantNumber,
  versions: z.strictObject({
    register: z.int(),
    policy: Version,
    calendar: Version,
    /** A short name for the dossiers that it was computed from. */
    facts: z.string(),
  }),
  bodies: Count,
  rate: Rate,
  counts: FindingCounts,
  regions: z.array(ReportRegion),
  rows: z.array(ReportRow),
  open: z.array(OpenFinding),
  changes: z.strictObject({ since: DayText, items: z.array(ReportChange) }),
  /** The rate that the sweep of each slot found; empty for a part of a department, which no sweep is about. */
  trend: z.array(z.strictObject({ day: DayText, time: TimeText, rate: z.number() })),
  letters: ReportLetters,
  /** What could not be evaluated: its figures are missing from all others. */
  failed: z.array(z.strictObject({ ...findingKey, year: z.int() })),
  damaged: z.array(z.strictObject({ body: BodyId, campaign: z.int(), reason: z.string() })),
});
export type StatusReport = z.output<typeof StatusReport>;
