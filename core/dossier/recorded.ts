import type { Day } from "../calendar/day.ts";
import { type Workdays, YearNotCovered } from "../calendar/workdays.ts";
import type { Dossier } from "./dossier.ts";
import { joinPath } from "./fact-path.ts";
import { matchFacts, recordedFacts } from "./recorded-facts.ts";

/** The day on which each fact was recorded, by the fact's path; a fact taken from a file has none. */
export type RecordedDays = Readonly<Record<string, Day>>;

/**
 * The recorded days after a change (SPEC 3, "Every fact knows when it was recorded"): unchanged facts keep theirs, new
 * and changed ones were recorded today, in the body's zone, and removed ones go. What is taken from a file (today is null)
 * has no such day.
 */
export function recordChanges(
  before: Dossier | null,
  after: Dossier,
  known: RecordedDays,
  today: Day | null,
): RecordedDays {
  const days = matchFacts(before, after).map(({ fact, unchanged }): [string, Day | undefined] => [
    joinPath(fact.path),
    unchanged ? known[joinPath(unchanged.path)] : (today ?? undefined),
  ]);
  return Object.fromEntries(days.filter((entry): entry is [string, Day] => entry[1] !== undefined));
}

/**
 * Paths of the facts that were recorded more than `policy.recordedLateWorkingDays` working days after their own date.
 * Plans and waivers have no date, a fact without a known day is not late, and nothing is said of a year that the
 * calendar does not cover.
 */
export function recordedLate(
  dossier: Dossier,
  recorded: RecordedDays,
  workdays: Workdays,
  policy: { readonly recordedLateWorkingDays: number },
): readonly string[] {
  const isLate = (on: Day, recordedOn: Day): boolean => {
    try {
      return recordedOn > workdays.addWorkingDays(on, policy.recordedLateWorkingDays);
    } catch (error) {
      if (error instanceof YearNotCovered) return false;
      throw error;
    }
  };
  return recordedFacts(dossier).flatMap(({ path, on }) => {
    const recordedOn = recorded[joinPath(path)];
    return on !== null && recordedOn !== undefined && isLate(on, recordedOn) ? [joinPath(path)] : [];
  });
}
