import * as z from "zod";
import { CalendarChanges } from "../calendar/calendar-versions.ts";
import { type Day, DayText } from "../calendar/day.ts";
import { InstantNumber } from "../calendar/zone.ts";
import { Policy } from "./policy.ts";

/** What every applied version says of itself. Versions are only ever added: what was in force stays to be read. */
const applied = {
  /** Counts from 1; before that what the register was imported with is in force. */
  number: z.int().min(1),
  /** The first day, in the ministry's zone, on which it is in force. */
  from: DayText,
  appliedAt: InstantNumber,
  by: z.string(),
  /** Their name, for people to read; absent in versions that are older than it. */
  name: z.string().exactOptional(),
  /** Names the request: repeating it gives this version again. */
  request: z.string().exactOptional(),
  reason: z.string().trim().min(1, "must not be empty"),
  /** SHA-256 of the version before as it is stored, so that a changed or missing one shows; null for the first. */
  previous: z.string().nullable(),
};

/** One version of every number that is not the law's own. */
export const PolicyVersion = z.strictObject({ ...applied, policy: Policy });
export type PolicyVersion = z.output<typeof PolicyVersion>;

/** One version of what differs from the product's calendar. */
export const CalendarVersion = z.strictObject({ ...applied, calendar: CalendarChanges });
export type CalendarVersion = z.output<typeof CalendarVersion>;

/** What every version says of itself. */
export type Applied = Omit<PolicyVersion, "policy">;

/** Versions of one setting: they are added and never changed. */
export interface VersionStore<Version extends Applied> {
  /** All versions, oldest first; throws for a chain that is not what was written. */
  all(): Promise<readonly Version[]>;
  /**
   * Adds the next version unless somebody else was faster.
   * @param after - how many there are
   * @param today - the ministry's civil day, for the audit
   */
  add(version: Omit<Version, "number" | "previous">, after: number, today: Day): Promise<"added" | "changed">;
}

/** The version in force on a day: the one that began last, of two that began together the one applied last; or null. */
export function inForceOn<Version extends Pick<Applied, "number" | "from">>(
  versions: readonly Version[],
  on: Day,
): Version | null {
  const begun = versions.filter(({ from }) => from <= on);
  return begun.toSorted((a, b) => a.from - b.from || a.number - b.number).at(-1) ?? null;
}
