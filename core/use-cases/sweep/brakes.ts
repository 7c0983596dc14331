import { yearOf } from "../../calendar/day.ts";
import type { Workdays } from "../../calendar/workdays.ts";
import type { Instant } from "../../calendar/zone.ts";
import {
  type Brake,
  brakeFrom,
  firingItems,
  holdsAt,
  isAfterDue,
  isTooMany,
  itemText,
} from "../../escalation/brake.ts";
import type { Candidates, PlanningContext } from "../../escalation/candidates.ts";
import type { LetterEntry } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import { candidatesOfScope, itemKeyOf, type PlannedItem } from "../../escalation/plan.ts";
import type { OutOfUse } from "../../escalation/recipients.ts";
import { isSlotBefore, slotInstant, slotsBackFrom, zoneViews } from "../../escalation/slots.ts";
import { dueKeyText } from "../../escalation/told.ts";
import type { Alarms, Identifiers, Ledger, Standing, SweepLog } from "../../ports.ts";
import { type Assessment, assessBodies, type LoadedRegister, type Records } from "../assess/assess.ts";
import { type Logs, openLogs, type PlanOf, plansFrom } from "./letter-logs.ts";
import { lastWith, standingOf, suspectsIn } from "./suspects.ts";
import { writersAbout } from "./writers.ts";

/** What braking reads and writes. */
export interface BrakePorts {
  readonly log: SweepLog;
  readonly alarms: Alarms;
  readonly workdays: Workdays;
  readonly ledger: Ledger;
  readonly identifiers: Identifiers;
}

/** A sweep that is about to write. */
export interface BrakeContext {
  readonly scope: string;
  readonly slot: Slot;
  readonly loaded: LoadedRegister;
  readonly assessment: Assessment & { readonly records: Records };
  readonly candidates: Candidates;
  readonly context: PlanningContext;
  readonly logs: Logs;
  readonly planOf: PlanOf;
  readonly standings: readonly Standing[];
  /** The addresses that were out of use at a moment. */
  readonly outOfUse: (until: Instant) => OutOfUse;
  /** Throws when the sweep has begun with what stands no more. */
  readonly confirm: () => Promise<void>;
}

/** What the brakes come to in one sweep. */
export interface Braking {
  readonly isHeld: (item: PlannedItem) => boolean;
  /** The brakes that hold something here, by the scope whose bodies they protect. */
  readonly on: ReadonlyMap<string, Brake>;
}

/**
 * Decides what a sweep holds back (SPEC 6). A brake protects the bodies of one scope, whoever is written to: the letters
 * of the department itself, those of the ministry about it, and those of another department to an address of both.
 * Passing time never trips it: an item counts only when today's data would have written it at a slot that was swept, and
 * no letter then or since has it. Whether another department's sweep of this slot has come, is under way or fails makes no
 * difference: what it would find is found here as well, from the same data, wherever something of that scope is to be
 * written that a change may have made. A scope's first sweep puts no brake of its own on, and heeds those of others.
 */
export async function applyBrakes(sweep: BrakeContext, ports: BrakePorts): Promise<Braking> {
  const { scope, slot, standings, loaded } = sweep;
  const on = new Map<string, Brake>();
  for (const { scope: of, brake } of standings) if (brake && holdsAt(brake, slot)) on.set(of, brake);
  const suspects = suspectsIn(sweep, (of) => lastWith(of, sweep) ?? lastWithout(of, on, sweep));
  if (suspects.length > 0 || on.size > 0) await sweep.confirm();
  for (const of of groupBodies(suspects, loaded).keys()) {
    for (const writer of writersAbout(of, loaded.directory)) {
      if (writer !== scope && !on.has(of)) await brakeAs(writer, of, on, sweep, ports);
    }
  }
  const made = await brakeOn(suspects, on, sweep, ports);
  const unseen = suspects.filter(({ candidate }) => !lastWith(loaded.register.scopeOf(candidate.body), sweep));
  return { isHeld: heldBy(on, [...made, ...unseen], sweep), on };
}

/** Where there is nothing to compare with, what had come about a scope's bodies when it was last swept, or its brake put on. */
function lastWithout(of: string, on: ReadonlyMap<string, Brake>, sweep: BrakeContext): Slot | null {
  const last = standingOf(of, sweep)?.last ?? null;
  const brake = on.get(of);
  return brake && (!last || isSlotBefore(brake.slot, last)) ? brake.slot : last;
}

/** Puts the brakes on that suspects ask for; returns those of them that a change has made. */
async function brakeOn(
  suspects: readonly PlannedItem[],
  on: Map<string, Brake>,
  sweep: BrakeContext,
  ports: BrakePorts,
): Promise<PlannedItem[]> {
  const { loaded } = sweep;
  const made = await madeByChange(suspects, on, sweep, ports);
  for (const [of, items] of groupBodies(made, loaded)) {
    if (on.has(of) || !isTooMany(bodiesIn(items), sizeOf(of, sweep), loaded.directory.policy)) continue;
    const brake = await putOn(of, bodiesIn(items), sweep, ports);
    if (brake) on.set(of, brake);
  }
  return made;
}

/**
 * Brakes a scope as the sweep of another would that writes about its bodies. The writer's log is read after its standing,
 * so what it has written is no suspect; the brake is read after that log, so a letter that was held there is never
 * without it.
 */
async function brakeAs(
  writer: string,
  of: string,
  on: Map<string, Brake>,
  sweep: BrakeContext,
  ports: BrakePorts,
): Promise<void> {
  const { slot, loaded, context } = sweep;
  const last = standingOf(writer, sweep)?.last;
  if (!last) return;
  const bodies = sweep.assessment.bodies.filter(({ body }) => loaded.register.scopeOf(body) === of);
  const assessment = { ...sweep.assessment, bodies };
  const logs = await openLogs(writer, slot, assessment, context, ports);
  const brake = await brakeNow(of, ports.log);
  if (brake && holdsAt(brake, slot)) {
    on.set(of, brake);
    return;
  }
  const candidates = candidatesOfScope(writer, bodies, context);
  const own = { ...sweep, scope: writer, assessment, candidates, logs, planOf: plansFrom(logs, slot, context) };
  const suspects = suspectsIn(own, () => last);
  await brakeOn(suspects, on, own, ports);
}

const brakeNow = async (of: string, log: SweepLog): Promise<Brake | null> =>
  (await log.standings([of])).find(({ scope }) => scope === of)?.brake ?? null;

/** Those suspects that today's data would have written before; worked out only where a brake is on or may be put on. */
async function madeByChange(
  suspects: readonly PlannedItem[],
  on: ReadonlyMap<string, Brake>,
  sweep: BrakeContext,
  ports: BrakePorts,
): Promise<PlannedItem[]> {
  const { loaded } = sweep;
  const groups = [...groupBodies(suspects, loaded)].filter(
    ([of, items]) =>
      // A scope's first sweep never brakes, whoever sweeps.
      lastWith(of, sweep) && (on.has(of) || isTooMany(bodiesIn(items), sizeOf(of, sweep), loaded.directory.policy)),
  );
  const last = standingOf(sweep.scope, sweep)?.last;
  if (groups.length === 0 || !last) return [];
  const fired = await firedBefore(last, sweep, ports);
  return groups.flatMap(([, items]) => items.filter((item) => fired.has(itemText(itemKeyOf(item)))));
}

/**
 * What today's data would have made this scope write at the slots that it has swept, from the last back to one of a
 * working day: days off write little, and must not hide what was imported on them. Bounces are no change of data, so the
 * addresses are those that were in use.
 */
async function firedBefore(last: Slot, sweep: BrakeContext, ports: BrakePorts): Promise<ReadonlySet<string>> {
  const { scope, context, loaded, assessment, outOfUse } = sweep;
  const { policy } = loaded.directory;
  const { workdays } = ports;
  const bodies = assessment.bodies.map(({ body }) => body);
  const fired = new Set<string>();
  for (const slot of slotsBackFrom(last, policy.slots, DAYS_BACK)) {
    const at = await sweptAt(slot, sweep, ports);
    if (at === null) continue;
    const viewOf = zoneViews(at, slot, loaded.register.ministry.zone);
    const then = assessBodies(bodies, assessment.records, { viewOf, policy, workdays });
    const candidates = candidatesOfScope(scope, then.bodies, { ...context, isOutOfUse: outOfUse(at) });
    for (const text of firingItems(candidates)) fired.add(text);
    if (!workdays.covers(yearOf(slot.day)) || workdays.isWorking(slot.day)) break;
  }
  return fired;
}

/** Longer than any row of days off. */
const DAYS_BACK = 20;

/** The moment at which this scope was swept for a slot; null when it was not. */
async function sweptAt(slot: Slot, { scope, loaded }: BrakeContext, { log }: BrakePorts): Promise<Instant | null> {
  const report = (await log.ofSlot(slot)).find((other) => other.scope === scope);
  return report ? (report.at ?? slotInstant(slot, loaded.register.ministry.zone)) : null;
}

/** Puts a scope's brake on; null when an administrator was just deciding otherwise. */
async function putOn(
  of: string,
  bodies: number,
  sweep: BrakeContext,
  { log, alarms, workdays }: BrakePorts,
): Promise<Brake | null> {
  const before = sweep.standings.find(({ scope }) => scope === of)?.brake ?? null;
  const size = sizeOf(of, sweep);
  const brake = brakeFrom(sweep.slot, { bodies, of: size }, before, sweep.loaded.directory.policy, workdays);
  alarms.raise("brake-on", { scope: of, bodies, of: size });
  if ((await log.setBrake(of, before, brake)) === "set") return brake;
  const now = await brakeNow(of, log);
  return now && holdsAt(now, sweep.slot) ? now : null;
}

/** An item is held when a change has made it, or when a letter with its finding was held since the brake is on. */
function heldBy(
  on: ReadonlyMap<string, Brake>,
  made: readonly PlannedItem[],
  { logs, loaded: { register } }: BrakeContext,
): Braking["isHeld"] {
  const items = new Set(made.map((item) => itemText(itemKeyOf(item))));
  const held = [...logs.everything()].filter(({ reason }) => reason === "brake");
  const findings = new Map([...on].map(([of, brake]) => [of, findingsIn(held, brake)]));
  return (item) => {
    const known = findings.get(register.scopeOf(item.candidate.body));
    if (!known || !isAfterDue(item.decision.stage.rung)) return false;
    return items.has(itemText(itemKeyOf(item))) || known.has(dueKeyText(item.candidate.finding));
  };
}

/** The findings of the letters that were held since a brake is on. */
const findingsIn = (held: readonly LetterEntry[], brake: Brake): ReadonlySet<string> =>
  new Set(held.filter(({ slot }) => !isSlotBefore(slot, brake.slot)).flatMap(({ items }) => items.map(dueKeyText)));

const groupBodies = (items: readonly PlannedItem[], { register }: LoadedRegister): Map<string, PlannedItem[]> =>
  Map.groupBy(items, ({ candidate }) => register.scopeOf(candidate.body));

const bodiesIn = (items: readonly PlannedItem[]): number =>
  new Set(items.map(({ candidate }) => candidate.body.id)).size;

const sizeOf = (of: string, { assessment, loaded: { register } }: BrakeContext): number =>
  assessment.bodies.filter(({ body }) => register.scopeOf(body) === of).length;
