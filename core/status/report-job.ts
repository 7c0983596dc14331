import * as z from "zod";
import { DayText } from "../calendar/day.ts";
import { TimeText } from "../calendar/time.ts";
import { InstantNumber } from "../calendar/zone.ts";
import { BodyId } from "../register/body.ts";
import { Locale } from "../register/locale.ts";

/** The forms of a status report. */
export const ReportFormat = z.enum(["pdf", "xlsx", "html", "csv", "json"]);
export type ReportFormat = z.output<typeof ReportFormat>;

/** What a report was asked for as. */
export const ReportOrder = z.strictObject({
  scope: BodyId,
  /** As of the end of this day; of the moment at which it is made when null. */
  on: DayText.nullable(),
  formats: z.array(ReportFormat).min(1),
  locale: Locale,
  sheetPerRegion: z.boolean(),
  /** Whom it is e-mailed to, by the keys of the ledger, so that no address is kept here. */
  recipients: z.array(z.string()),
});
export type ReportOrder = z.output<typeof ReportOrder>;

/** A file of a report in object storage. */
export const ReportFile = z.strictObject({
  /** ASCII, with the scope and the day. */
  name: z.string(),
  key: z.string(),
  type: z.string(),
  bytes: z.int().nonnegative(),
});
export type ReportFile = z.output<typeof ReportFile>;

/** Where a report stands that is made in the background. */
export const ReportJob = z.strictObject({
  /** `2027-03-` and 22 signs: letters, digits, `-` and `_`. */
  id: z.string(),
  order: ReportOrder,
  by: z.strictObject({ id: z.string(), name: z.string() }),
  /** By the machine's clock. */
  askedAt: InstantNumber,
  /** The slot that had come when it was asked for: its year's log keeps the letters. */
  slot: z.strictObject({ day: DayText, time: TimeText }),
  state: z.enum(["waiting", "running", "done", "failed"]),
  /** Steps done, of how many. */
  done: z.int().nonnegative(),
  total: z.int().positive(),
  /** Who makes it, until when; only while `running`. */
  lease: z.strictObject({ holder: z.string(), until: InstantNumber }).nullable(),
  /** Empty until all of them are written. */
  files: z.array(ReportFile),
  /** How many letters are on their way. */
  letters: z.int().nonnegative(),
  /** Why it failed for good. */
  error: z.enum(["unknown-body", "not-covered"]).nullable(),
  /** Counts its writes. */
  revision: z.int().positive(),
});
export type ReportJob = z.output<typeof ReportJob>;

/** One for reading, one for each form, and one for each letter. */
export const stepsOf = ({ formats, recipients }: Pick<ReportOrder, "formats" | "recipients">): number =>
  1 + formats.length + recipients.length;

/** Whether nobody works at a job that is neither done nor failed: its maker has died, and its message comes again. */
export const isInterrupted = ({ state, lease }: ReportJob, now: number): boolean =>
  state === "running" && lease !== null && lease.until <= now;

/** `status-DP-10-2027-03-19-kk.pdf`: ASCII, with the scope and the day. */
export const reportFileName = (scope: string | null, day: string, locale: Locale, format: ReportFormat): string =>
  `status-${scope ?? "mine"}-${day}-${locale}.${format}`;
