import * as z from "zod";
import { parseDay } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { ZoneName } from "../calendar/zone.ts";
import { Ladder } from "./ladder.ts";
import { ofEach } from "./obligations/all.ts";

/** A day that every year has: 29 February is none. */
const MonthDay = z
  .string()
  .refine(
    (text) => parseDay(`${COMMON_YEAR}-${text}`) !== undefined,
    "is not a day that every year has, of the form MM-DD",
  );
const COMMON_YEAR = 2025;
const Count = z.int().nonnegative("must not be negative");

/** A ladder for each obligation: the obligation's own unless another is given, as a version older than it gives none. */
const Ladders = z.strictObject(ofEach(({ ladder }) => Ladder.prefault(ladder)));

/** Every number that is not the law's own, and the escalation ladder (SPEC, marked †). */
export const Policy = z.strictObject({
  /** Zone of the sweep schedule; slots are read in the ministry's zone, which should be the same. */
  zone: ZoneName,
  /** Scheduled sweep times, ascending. */
  slots: z
    .array(TimeText)
    .min(1, "needs at least one slot")
    .refine((slots) => slots.every((slot, index) => slot > (slots[index - 1] ?? "")), "must ascend"),
  campaignOpens: MonthDay,
  scheduleDue: MonthDay,
  noticeDays: Count,
  carefulDays: z.strictObject({ notice: Count, invitation: Count, venue: Count, content: Count, readiness: Count }),
  officeCloses: TimeText,
  replyWorkingDays: z.strictObject({ application: Count, simplified: Count, complaint: Count }),
  extensionMonths: Count,
  extensionNoticeWorkingDays: Count,
  transferWorkingDays: Count,
  redirectionWorkingDays: z.strictObject({ due: Count, target: Count }),
  recordsWorkingDays: Count,
  decisionDays: Count,
  breachDays: Count,
  scheduleEnds: MonthDay,
  protocolHours: z.number().nonnegative("must not be negative"),
  recordedLateWorkingDays: Count,
  unknownMinutes: Count,
  slotMinutes: Count,
  brake: z.strictObject({ share: z.number().min(0).max(1), bodies: Count }),
  ladder: Ladders,
});
export type Policy = z.output<typeof Policy>;

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A part of a policy laid over another: objects merge key by key, an array replaces the whole array (SPEC 3). */
export function mergePolicy(base: unknown, part: unknown): unknown {
  if (!isPlainObject(base) || !isPlainObject(part)) return part;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(part)) merged.set(key, mergePolicy(merged.get(key), value));
  return Object.fromEntries(merged);
}
