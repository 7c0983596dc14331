import type { Day } from "../calendar/day.ts";
import type { Workdays } from "../calendar/workdays.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { type FactPath, joinPath, splitPath } from "../dossier/fact-path.ts";
import type { ObligationId } from "../dossier/obligation-id.ts";
import { type RecordedDays, recordedLate } from "../dossier/recorded.ts";
import { recordedFacts } from "../dossier/recorded-facts.ts";
import type { FindingKey } from "./finding.ts";
import type { Policy } from "./policy.ts";

/** Stands for any name in a path. */
const ANY = null;
type Pattern = readonly (string | typeof ANY)[];

/** Below the subject of an obligation, the facts that it turns on; an empty path is the subject's own fact. */
const facts: Readonly<Record<ObligationId, readonly Pattern[]>> = {
  schedule: [["schedule"], ["meetings", ANY, "cancelledOn"]],
  report: [["meetings", ANY, "status"]],
  notice: [["notices", ANY]],
  invitation: [["invitation"]],
  venue: [["venue"]],
  content: [["content"]],
  readiness: [["readiness"]],
  protocol: [["protocol"], ["protocol", "signatures", ANY], ["appeals", ANY]],
  registration: [[], ["registeredOn"]],
  reply: [[], ["registeredOn"], ["extension"], ["repliedOn"]],
  transfer: [[], ["transferredOn"], ["repliedOn"]],
  "extension-notice": [["extension"], ["extension", "notifiedOn"]],
  redirection: [[], ["redirectedOn"], ["initiatorNotifiedOn"]],
  records: [["status"], ["records"]],
  decision: [["doneOn"]],
};

/** Where a subject stands in its dossier. */
function rootOf({ obligation, subject }: FindingKey, { meetings }: Dossier): FactPath | null {
  if (subject === "dossier") return [];
  if (obligation === "decision") {
    const meeting = meetings.find(({ id }) => subject.startsWith(`${id}/`));
    return meeting ? ["meetings", meeting.id, "protocol", "decisions", subject.slice(meeting.id.length + 1)] : null;
  }
  const isMeant = ({ id, appeals }: Dossier["meetings"][number]): boolean =>
    APPEALS.has(obligation) ? appeals.some(({ number }) => number === subject) : id === subject;
  const meeting = meetings.find(isMeant);
  if (!meeting) return null;
  return APPEALS.has(obligation) ? ["meetings", meeting.id, "appeals", subject] : ["meetings", meeting.id];
}

const APPEALS: ReadonlySet<ObligationId> = new Set([
  "registration",
  "reply",
  "transfer",
  "extension-notice",
  "redirection",
]);

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
  const ahead = recordedFacts(dossier).filter(({ on }) => on !== null && on > today);
  const unseen = new Set(ahead.map(({ path }) => joinPath(path)));
  return { dossier, late: late.filter((path) => !unseen.has(path)) };
}

/** Of the facts that were recorded late, those that a finding turns on. */
export function recordedLateOf(finding: FindingKey, { dossier, late }: LateFacts): readonly string[] {
  if (late.length === 0) return [];
  const root = rootOf(finding, dossier);
  if (!root) return [];
  const patterns = facts[finding.obligation].map((below) => [...root, ...below]);
  return late.filter((path) => patterns.some((pattern) => fits(pattern, splitPath(path))));
}

const fits = (pattern: Pattern, path: FactPath): boolean =>
  pattern.length === path.length && pattern.every((segment, index) => segment === ANY || segment === path[index]);
