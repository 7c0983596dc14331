import type { Day } from "../calendar/day.ts";
import { type Workdays, YearNotCovered } from "../calendar/workdays.ts";
import type { FailedFinding, Finding } from "../order608/finding.ts";
import type { Policy } from "../order608/policy.ts";
import type { EscalationRole } from "../order608/role.ts";
import type { Body } from "../register/body.ts";
import type { Register } from "../register/register.ts";
import { type HoldReason, heldAsWhole, heldBack } from "./fire.ts";
import { type OutOfUse, type Recipient, resolveRole } from "./recipients.ts";
import { type Rung, rungsUpTo, type SeenSlot } from "./rungs.ts";

/** One body's findings at a sweep, with the slot as the body sees it. */
export interface EvaluatedBody {
  readonly body: Body;
  readonly today: Day;
  readonly slot: SeenSlot;
  readonly findings: readonly Finding[];
}

/** A stage that fires for a recipient, at its place among all stages that have come. */
export interface FiringStage {
  readonly index: number;
  readonly rung: Rung;
  readonly recipient: Recipient;
}

/** One finding with the stages that fire for one recipient, in the ladder's order. */
export interface Candidate {
  readonly finding: Finding;
  readonly body: Body;
  /** Every stage that has come, in order: where a written stage stands. */
  readonly rungs: readonly Rung[];
  readonly firing: readonly FiringStage[];
}

/** A role that leads to nobody in office, for administrators; `unreachable` when even the fallbacks do (SPEC 5). */
export interface ContactFinding {
  readonly body: string;
  readonly role: EscalationRole;
  readonly unreachable: boolean;
}

/** What could be written at a slot, before it is known what was written already. */
export interface Candidates {
  readonly byRecipient: ReadonlyMap<string, readonly Candidate[]>;
  readonly contacts: readonly ContactFinding[];
  readonly failed: readonly FailedFinding[];
  /** How many findings were held for everybody, by reason. */
  readonly held: ReadonlyMap<HoldReason, number>;
}

/** The world that a plan is made in. */
export interface PlanningContext {
  readonly register: Register;
  readonly policy: Policy;
  readonly workdays: Workdays;
  readonly isOutOfUse: OutOfUse;
}

/** The stages that fire at a slot for each recipient, over all given bodies. */
export function findCandidates(bodies: readonly EvaluatedBody[], context: PlanningContext): Candidates {
  const collector = new Collector();
  for (const evaluated of bodies) {
    const resolve = roleResolver(evaluated, context, collector);
    for (const finding of evaluated.findings) {
      try {
        addFinding(finding, evaluated, context, resolve, collector);
      } catch (error) {
        if (!(error instanceof YearNotCovered)) throw error;
        const { body, campaign, obligation, subject } = finding;
        collector.failed.push({ body, campaign, obligation, subject, year: error.year });
      }
    }
  }
  return collector;
}

class Collector implements Candidates {
  readonly byRecipient = new Map<string, Candidate[]>();
  readonly contacts: ContactFinding[] = [];
  readonly failed: FailedFinding[] = [];
  readonly held = new Map<HoldReason, number>();

  hold(reason: HoldReason): void {
    this.held.set(reason, (this.held.get(reason) ?? 0) + 1);
  }

  add(email: string, candidate: Candidate): void {
    const known = this.byRecipient.get(email);
    if (known) known.push(candidate);
    else this.byRecipient.set(email, [candidate]);
  }
}

type ResolveRole = (role: EscalationRole) => readonly Recipient[];

/** Roles of one body, each resolved once; one that leads to nobody in office is noted for administrators. */
function roleResolver({ body, today }: EvaluatedBody, context: PlanningContext, into: Collector): ResolveRole {
  const known = new Map<EscalationRole, readonly Recipient[]>();
  return (role) => {
    const before = known.get(role);
    if (before) return before;
    const found = resolveRole(role, body, context.register, today, context.isOutOfUse);
    const isMissing = found.every(({ insteadOf }) => insteadOf !== null);
    if (isMissing) into.contacts.push({ body: body.id, role, unreachable: found.length === 0 });
    known.set(role, found);
    return found;
  };
}

function addFinding(
  finding: Finding,
  { today, slot, body }: EvaluatedBody,
  { policy, workdays }: PlanningContext,
  resolve: ResolveRole,
  into: Collector,
): void {
  const whole = heldAsWhole(finding);
  if (whole) {
    into.hold(whole);
    return;
  }
  const rungs = rungsUpTo(slot, finding, policy.ladder[finding.obligation], workdays);
  if (rungs.length === 0) {
    into.hold("not-yet");
    return;
  }
  const moment = { today, quiet: !workdays.isWorking(today), breachDays: policy.breachDays };
  const firing = new Map<string, FiringStage[]>();
  let reason: HoldReason = "stage-passed";
  for (const [index, rung] of rungs.entries()) {
    const held = heldBack(rung, finding, moment);
    if (held) reason = held;
    else for (const recipient of recipientsOf(rung, resolve)) push(firing, recipient.email, { index, rung, recipient });
  }
  if (firing.size === 0) into.hold(reason);
  for (const [email, stages] of firing) into.add(email, { finding, body, rungs, firing: stages });
}

/** The addresses of a stage, each once: in its own role rather than in another's place. */
function recipientsOf(rung: Rung, resolve: ResolveRole): Iterable<Recipient> {
  const found = new Map<string, Recipient>();
  for (const recipient of rung.to.flatMap(resolve)) {
    const known = found.get(recipient.email);
    if (!known || (known.insteadOf !== null && recipient.insteadOf === null)) found.set(recipient.email, recipient);
  }
  return found.values();
}

function push(into: Map<string, FiringStage[]>, email: string, stage: FiringStage): void {
  const known = into.get(email);
  if (known) known.push(stage);
  else into.set(email, [stage]);
}
