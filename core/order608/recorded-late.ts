import type { Day } from "../calendar/day.ts";
import type { Workdays } from "../calendar/workdays.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { type FactPath, joinPath, splitPath } from "../dossier/fact-path.ts";
import { kindOfSubject } from "../dossier/obligation-id.ts";
import { type RecordedDays, recordedLate } from "../dossier/recorded.ts";
import { recordedFacts } from "../dossier/recorded-facts.ts";
import { ANY, type FactPattern } from "./fact-pattern.ts";
import type { FindingKey } from "./finding.ts";
import { obligationOf } from "./obligations/all.ts";
import type { Policy } from "./policy.ts";

/** Where a subject stands in its dossier. */
function rootOf({ obligation, subject }: FindingKey, { meetings }: Dossier): FactPath | null {
  switch (kindOfSubject[obligation]) {
    case "dossier":
      return [];
    case "meeting":
      return ["meetings", subject];
    case "appeal": {
      const meeting = meetings.find(({ appeals }) => appeals.some(({ number }) => number === subject));
      return meeting ? ["meetings", meeting.id, "appeals", subject] : null;
    }
    case "decision": {
      const meeting = meetings.find(({ id }) => subject.startsWith(`${id}/`));
      return meeting ? ["meetings", meeting.id, "protocol", "decisions", subject.slice(meeting.id.length + 1)] : null;
    }
  }
}

/** What is known of a dossier's facts, for the marks of its findings. */
export interface LateFacts {
  readonly dossier: Dossier;
  /** Paths of facts that were recorded late. */
  readonly late: readonly string[];
}

/** The facts of a dossier that had happened by a day and were recorded late (SPEC 3). */
export function lateFacts(
  dossier: Dossier,
  recorded: RecordedDays,
  { workdays, policy, today }: { readonly workdays: Workdays; readonly policy: Policy; readonly today: Day },
): LateFacts {
  const late = recordedLate(dossier, recorded, workdays, policy);
  if (late.length === 0) return { dossier, late };
  const ahead = recordedFacts(dossier).filter(({ on }) => (on ?? today) > today);
  const unseen = new Set(ahead.map(({ path }) => joinPath(path)));
  return { dossier, late: late.filter((path) => !unseen.has(path)) };
}

/** Of the facts that were recorded late, those that a finding turns on. */
export function recordedLateOf(finding: FindingKey, { dossier, late }: LateFacts): readonly string[] {
  if (late.length === 0) return [];
  const root = rootOf(finding, dossier);
  if (!root) return [];
  const patterns = obligationOf(finding.obligation).facts.map((below) => [...root, ...below]);
  return late.filter((path) => patterns.some((pattern) => fits(pattern, splitPath(path))));
}

const fits = (pattern: FactPattern, path: FactPath): boolean =>
  pattern.length === path.length && pattern.every((segment, index) => segment === ANY || segment === path[index]);
