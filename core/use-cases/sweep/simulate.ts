import type { Day } from "../../calendar/day.ts";
import type { Workdays } from "../../calendar/workdays.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { ObligationId } from "../../dossier/obligation-id.ts";
import { type EvaluatedBody, findCandidates, type PlanningContext } from "../../escalation/candidates.ts";
import { closingsFor, endedKeys, type Known } from "../../escalation/closings.ts";
import type { ItemKey, Slot } from "../../escalation/letter.ts";
import { itemKeyOf, levelOf, planRecipient } from "../../escalation/plan.ts";
import { DEFAULT_TIME } from "../../escalation/rungs.ts";
import { slotInstant, slotsBetween, zoneViews } from "../../escalation/slots.ts";
import { addToTold, type DueKey, type Told } from "../../escalation/told.ts";
import { type Evaluation, evaluateBody } from "../../order608/evaluate.ts";
import type { FailedFinding, Finding } from "../../order608/finding.ts";
import { placeOf } from "../../order608/ladder.ts";
import type { Policy } from "../../order608/policy.ts";
import type { EscalationRole } from "../../order608/role.ts";
import type { Register } from "../../register/register.ts";
import { assessBodies } from "../assess/assess.ts";
import { whatIsKnown } from "../assess/known.ts";

/** A letter that a simulation writes. */
export interface SimulatedLetter {
  readonly slot: Slot;
  /** Lower-cased address. */
  readonly recipient: string;
  /** The highest role in which the recipient gets it. */
  readonly level: EscalationRole;
  readonly items: readonly ItemKey[];
  /** Findings whose end the letter tells. */
  readonly closed: readonly DueKey[];
}

/** What a simulated sweep of all scopes found, and the letters that it wrote. */
export interface SimulatedSlot {
  readonly slot: Slot;
  readonly bodies: readonly EvaluatedBody[];
  readonly letters: readonly SimulatedLetter[];
  /** What could not be evaluated or told of, since the calendar lacks a year. */
  readonly failed: readonly FailedFinding[];
}

/** What a simulation runs on: everything in memory, nothing is stored or sent. */
export interface Simulation {
  readonly register: Register;
  readonly dossiers: readonly Dossier[];
  readonly policy: Policy;
  readonly workdays: Workdays;
  readonly from: Day;
  readonly to: Day;
  /** What each lower-cased address was told before; the simulation adds to it. Nothing when absent. */
  readonly told?: Map<string, Told>;
}

/**
 * Every letter that sweeps from the first slot of `from` to the last of `to` write after what was told before; yields
 * slot by slot, so that a caller can show progress. It decides with the sweep's own plan.
 */
export function* simulate({
  register,
  dossiers,
  policy,
  workdays,
  from,
  to,
  told = new Map(),
}: Simulation): Generator<SimulatedSlot> {
  const context: PlanningContext = { register, policy, workdays, isOutOfUse: () => false };
  const records = { dossiers: Map.groupBy(dossiers, ({ body }) => body), damaged: [], unreadable: new Map() };
  const evaluate = onceADay();
  const news = newsOfTheDay(policy);
  for (const slot of slotsBetween(from, to, policy.slots)) {
    const viewOf = zoneViews(slotInstant(slot, register.ministry.zone), slot, register.ministry.zone);
    const assessment = assessBodies(register.bodies, records, { viewOf, policy, workdays, evaluate });
    const candidates = findCandidates(news.of(assessment.bodies, slot), context);
    let known: Known | undefined;
    const letters: SimulatedLetter[] = [];
    for (const [recipient, open] of candidates.byRecipient) {
      const before: Told = told.get(recipient) ?? new Map();
      told.set(recipient, before);
      const { items } = planRecipient(recipient, open, before, slot, context);
      if (items.length === 0) continue;
      known ??= whatIsKnown(assessment, candidates, register);
      const closed = endedKeys(closingsFor(before, known));
      const letter = { slot, recipient, level: levelOf(items), items: items.map(itemKeyOf), closed };
      addToTold(before, letter);
      letters.push(letter);
    }
    yield { slot, bodies: assessment.bodies, letters, failed: [...assessment.failed, ...candidates.failed] };
  }
}

/** Within a day only the hour of a meeting changes what is known (SPEC 3): other bodies need one evaluation a day. */
function onceADay(): typeof evaluateBody {
  const known = new Map<string, { readonly day: Day; readonly evaluation: Evaluation }>();
  return (body, dossiers, circumstances) => {
    const { day } = circumstances.now;
    const before = known.get(body.id);
    if (before?.day === day) return before.evaluation;
    const evaluation = evaluateBody(body, dossiers, circumstances);
    const meetsToday = dossiers.some(({ meetings }) => meetings.some(({ date }) => date === day));
    if (!meetsToday) known.set(body.id, { day, evaluation });
    return evaluation;
  };
}

/**
 * What a later slot of a day can add: where nothing has changed since the slot before, only stages with a time of their
 * own may have come since, and everything else was planned then.
 */
function newsOfTheDay(policy: Policy) {
  const timed = new Set(
    ObligationId.options.filter((id) => policy.ladder[id].stages.some(({ at }) => placeOf(at).time !== null)),
  );
  let planned = new Map<string, readonly Finding[]>();
  let before: string | null = null;
  return {
    of: (bodies: readonly EvaluatedBody[], { time }: Slot): readonly EvaluatedBody[] => {
      const known = before !== null && before >= DEFAULT_TIME ? planned : new Map();
      planned = new Map(bodies.map(({ body, findings }) => [body.id, findings]));
      before = time;
      return bodies.map((evaluated) => {
        const { body, findings } = evaluated;
        if (known.get(body.id) !== findings) return evaluated;
        return { ...evaluated, findings: findings.filter(({ obligation }) => timed.has(obligation)) };
      });
    },
  };
}
