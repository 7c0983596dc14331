import { day, formatDay } from "../../../core/calendar/day.ts";
import { Facts, type FactsText } from "../../../core/dossier/facts.ts";
import {
  type Candidates,
  type EvaluatedBody,
  findCandidates,
  type PlanningContext,
} from "../../../core/escalation/candidates.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { itemKeyOf, planRecipient } from "../../../core/escalation/plan.ts";
import { slotInstant, slotsBetween, zoneViews } from "../../../core/escalation/slots.ts";
import { addToTold, type Told } from "../../../core/escalation/told.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { evaluateBody } from "../../../core/order608/evaluate.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import { createRegister, type Register } from "../../../core/register/register.ts";
import { workdays } from "./evaluate.ts";

/** What sweeps look at. */
export interface World {
  readonly register: Register;
  readonly dossiers: Facts["dossiers"];
  readonly policy: Policy;
  readonly isOutOfUse: (email: string) => boolean;
}

/** A world of facts, by default with the default policy and every address in use. */
export function worldOf(text: FactsText, more: Partial<Pick<World, "policy" | "isOutOfUse">> = {}): World {
  const { bodies, dossiers } = Facts.parse(text);
  return { register: createRegister(bodies), dossiers, policy: defaultPolicy, isOutOfUse: () => false, ...more };
}

/** `YYYY-MM-DDTHH:MM` as a slot. */
export const slotOf = (text: string): Slot => ({ day: day(text.slice(0, 10)), time: text.slice(11) });
export const slotText = ({ day: on, time }: Slot): string => `${formatDay(on)}T${time}`;

/** Every slot of the default policy from a day to a day, both included. */
export const slotsIn = (from: string, to: string): string[] =>
  [...slotsBetween(day(from), day(to), defaultPolicy.slots)].map(slotText);

/** One item that was written to somebody. */
export interface Line {
  readonly slot: string;
  readonly to: string;
  /** `body obligation subject`. */
  readonly what: string;
  readonly due: string;
  readonly stage: string;
  readonly late: boolean;
  readonly insteadOf: string | null;
  readonly reason: string;
}

/** Every body as a slot finds it; a late sweep's `now` lies after its slot. */
export function evaluatedAt({ register, dossiers, policy }: World, slot: Slot, now: Slot = slot): EvaluatedBody[] {
  const { zone } = register.ministry;
  const viewOf = zoneViews(slotInstant(now, zone), slot, zone);
  return register.bodies.map((body) => {
    const view = viewOf(body.zone);
    const own = dossiers.filter((dossier) => dossier.body === body.id);
    const { findings } = evaluateBody(body, own, { now: view.now, workdays, policy: policy });
    return { body, today: view.now.day, slot: view.slot, findings };
  });
}

const contextOf = ({ register, policy, isOutOfUse }: World): PlanningContext => ({
  register,
  policy,
  workdays,
  isOutOfUse,
});

/** What could be written at a slot. */
export const candidatesAt = (world: World, slot: string, now: string = slot): Candidates =>
  findCandidates(evaluatedAt(world, slotOf(slot), slotOf(now)), contextOf(world));

/** What each recipient was told, by address. */
export type Memory = Map<string, Told>;

/** Sweeps one slot: plans every recipient, and remembers what was written. */
export function sweepSlot(world: World, slotName: string, memory: Memory, now: string = slotName): Line[] {
  const slot = slotOf(slotName);
  const lines: Line[] = [];
  for (const [email, candidates] of candidatesAt(world, slotName, now).byRecipient) {
    const told: Told = memory.get(email) ?? new Map();
    memory.set(email, told);
    const { items } = planRecipient(email, candidates, told, slot, contextOf(world));
    addToTold(told, { slot, items: items.map(itemKeyOf), closed: [] });
    for (const { candidate, decision } of items) {
      const { body, obligation, subject, due } = candidate.finding;
      const { rung, recipient } = decision.stage;
      lines.push({
        slot: slotName,
        to: email,
        what: `${body} ${obligation} ${subject}`,
        due: formatDay(due),
        stage: rung.stage,
        late: decision.late,
        insteadOf: recipient.insteadOf,
        reason: decision.reason,
      });
    }
  }
  return lines;
}

/** Sweeps slots one after the other, starting with nothing written. */
export function sweepAll(world: World, slots: readonly string[], memory: Memory = new Map()): Line[] {
  return slots.flatMap((slot) => sweepSlot(world, slot, memory));
}

/** `slot stage` of what one address was told of one finding, in order; ` late` where it was. */
export const toldOf = (lines: readonly Line[], to: string, what: string): string[] =>
  lines
    .filter((line) => line.to === to && line.what === what)
    .map(({ slot, stage, late }) => `${slot} ${stage}${late ? " late" : ""}`);
