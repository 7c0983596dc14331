import type { Day } from "./calendar/day.ts";
import type { Workdays } from "./calendar/workdays.ts";
import type { Dossier } from "./dossier/dossier.ts";
import { type EvaluatedBody, findCandidates, type PlanningContext } from "./escalation/candidates.ts";
import type { ItemKey, Slot } from "./escalation/letter.ts";
import { itemKeyOf, planRecipient } from "./escalation/plan.ts";
import { slotInstant, slotsBetween, zoneViews } from "./escalation/slots.ts";
import { addToTold, type Told } from "./escalation/told.ts";
import { evaluateBody } from "./order608/evaluate.ts";
import type { Policy } from "./order608/policy.ts";
import type { Register } from "./register/register.ts";

/** A letter that a simulation writes. */
export interface SimulatedLetter {
  readonly slot: Slot;
  /** Lower-cased address. */
  readonly recipient: string;
  readonly items: readonly ItemKey[];
}

/** What a simulation runs on: everything in memory, nothing is stored or sent. */
export interface Simulation {
  readonly register: Register;
  readonly dossiers: readonly Dossier[];
  readonly policy: Policy;
  readonly workdays: Workdays;
  readonly from: Day;
  readonly to: Day;
}

/**
 * Every letter that sweeps from the first slot of `from` to the last of `to` write, starting with none written; yields
 * slot by slot, so that a caller can show progress. It decides with the sweep's own plan.
 */
export function* simulate({ register, dossiers, policy, workdays, from, to }: Simulation): Generator<{
  readonly slot: Slot;
  readonly letters: readonly SimulatedLetter[];
}> {
  const context: PlanningContext = { register, policy, workdays, isOutOfUse: () => false };
  const byBody = Map.groupBy(dossiers, ({ body }) => body);
  const told = new Map<string, Told>();
  for (const slot of slotsBetween(from, to, policy.slots)) {
    const viewOf = zoneViews(slotInstant(slot, register.ministry.zone), slot, register.ministry.zone);
    const bodies = register.bodies.map((body): EvaluatedBody => {
      const view = viewOf(body.zone);
      const { findings } = evaluateBody(body, byBody.get(body.id) ?? [], { now: view.now, workdays, policy });
      return { body, today: view.now.day, slot: view.slot, findings };
    });
    yield { slot, letters: writeLetters(bodies, slot, context, told) };
  }
}

function writeLetters(
  bodies: readonly EvaluatedBody[],
  slot: Slot,
  context: PlanningContext,
  told: Map<string, Told>,
): SimulatedLetter[] {
  const letters: SimulatedLetter[] = [];
  for (const [email, candidates] of findCandidates(bodies, context).byRecipient) {
    const known: Told = told.get(email) ?? new Map();
    told.set(email, known);
    const items = planRecipient(email, candidates, known, slot, context).items.map(itemKeyOf);
    if (items.length === 0) continue;
    addToTold(known, { slot, items, closed: [] });
    letters.push({ slot, recipient: email, items });
  }
  return letters;
}
