import type { Finding } from "../order608/finding.ts";
import { EscalationRole } from "../order608/role.ts";
import {
  type Candidate,
  type Candidates,
  type EvaluatedBody,
  findCandidates,
  type PlanningContext,
} from "./candidates.ts";
import { type Decision, decide } from "./decide.ts";
import type { HoldReason } from "./fire.ts";
import type { ItemKey, LetterItem, Slot } from "./letter.ts";
import { dueKeyText, type Told } from "./told.ts";

/** A decision about one finding and one recipient. */
export interface PlannedItem {
  readonly candidate: Candidate;
  readonly decision: Extract<Decision, { kind: "write" }>;
}

/** What is to be written to one recipient at a slot, worst first; nothing when `items` is empty. */
export interface RecipientPlan {
  readonly email: string;
  readonly items: readonly PlannedItem[];
  readonly held: ReadonlyMap<HoldReason, number>;
}

/** The key under which the ledger remembers a planned item. */
export function itemKeyOf({ candidate: { finding }, decision }: PlannedItem): ItemKey {
  const { body, campaign, obligation, subject, due } = finding;
  return { body, campaign, obligation, subject, due, stage: decision.stage.rung.stage };
}

/** The highest role in which the recipient of a letter gets it. */
export const levelOf = (items: readonly PlannedItem[]): EscalationRole =>
  EscalationRole.options.findLast((role) => items.some(({ decision }) => decision.stage.recipient.role === role)) ??
  "officer";

/** A planned item as the letter words it. */
export function letterItemOf({ candidate, decision }: PlannedItem, recordedLate: boolean | undefined): LetterItem {
  return {
    finding: candidate.finding,
    stage: decision.stage.rung.stage,
    bodyName: candidate.body.name,
    late: decision.late,
    ...(recordedLate && { recordedLate }),
    insteadOf: decision.stage.recipient.insteadOf,
  };
}

/** The candidates of the recipients whose letters belong to a scope (SPEC 6: scopes never compete). */
export function candidatesOfScope(
  scope: string,
  bodies: readonly EvaluatedBody[],
  context: PlanningContext,
): Candidates {
  const candidates = findCandidates(bodies, context);
  const owned = [...candidates.byRecipient].filter(([email]) => context.register.scopesOfAddress(email)[0] === scope);
  return { ...candidates, byRecipient: new Map(owned) };
}

/** What is written to one recipient, given what they were told before. */
export function planRecipient(
  email: string,
  candidates: readonly Candidate[],
  told: Told,
  slot: Slot,
  { policy, workdays }: PlanningContext,
): RecipientPlan {
  const items: PlannedItem[] = [];
  const held = new Map<HoldReason, number>();
  for (const candidate of candidates) {
    const decision = decide(candidate, told.get(dueKeyText(candidate.finding)), slot, policy, workdays);
    if (decision.kind === "write") items.push({ candidate, decision });
    else held.set(decision.reason, (held.get(decision.reason) ?? 0) + 1);
  }
  return { email, items: worstFirst(items), held };
}

const SEVERITY: Readonly<Record<string, number>> = { overdue: 0, breached: 1, due: 2 };
const severityOf = ({ state }: Finding): number => SEVERITY[state] ?? 3;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareItems = ({ candidate: { finding: a } }: PlannedItem, { candidate: { finding: b } }: PlannedItem): number =>
  severityOf(a) - severityOf(b) ||
  a.daysLeft - b.daysLeft ||
  compareTexts(a.obligation, b.obligation) ||
  compareTexts(a.subject, b.subject) ||
  a.campaign - b.campaign;

const bodyOf = ({ candidate }: PlannedItem): string => candidate.body.id;

/** By body, the body with the worst item first, and within a body worst first. */
function worstFirst(items: readonly PlannedItem[]): PlannedItem[] {
  const sorted = items.toSorted(compareItems);
  const worst = new Map(sorted.toReversed().map((item) => [bodyOf(item), item]));
  const worstOf = (item: PlannedItem): PlannedItem => worst.get(bodyOf(item)) ?? item;
  return sorted.sort((a, b) => compareItems(worstOf(a), worstOf(b)) || compareTexts(bodyOf(a), bodyOf(b)));
}
