import { faultsIn, type Outcome, outcomeOf, type Terms } from "./checks.ts";
import type { WorldFacts } from "./facts.ts";
import { type FaultPlan, faultPlan, faultsMet, type Rest } from "./faults.ts";
import { type Action, type Change, type Changeable, runSlots } from "./machine.ts";
import { endOf, type Place, placesAfter, type Same, sameEnds } from "./same-ends.ts";
import { createWorld, type Tells, type World } from "./world.ts";

/** What every history of an enumeration has in common. */
export interface Scenario<In = Changeable> extends Omit<Terms, "eventsArrive"> {
  readonly facts: WorldFacts;
  /** `YYYY-MM-DDTHH:MM`, in order. */
  readonly slots: readonly string[];
  readonly newestFirst?: boolean;
  /** The mail service tells what became of each letter, in time: then nothing at all is sent twice. */
  readonly events?: boolean | Tells;
  /** What changes beside the slots. */
  readonly changes?: readonly Change<In>[];
  /** What somebody does beside the slots, in which things go wrong as anywhere. */
  readonly actions?: readonly Action<In>[];
  /** People's work leaves more behind than is compared, so it is never said to stand again as if nothing had been. */
  readonly leavesMore?: boolean;
  /** What else is wrong at the end of a history, in words. */
  readonly check?: (world: World) => Promise<readonly string[]>;
}

/** How far an enumeration came, and the histories in which something was wrong. */
export interface Enumerated {
  /** Histories that were run. */
  readonly histories: number;
  /** Histories that these stand for: those that fail at another call and cannot end otherwise. */
  readonly standFor: number;
  /** Calls of the undisturbed history. */
  readonly calls: number;
  readonly wrong: readonly string[];
}

/** How a history has ended, and what the scenario itself finds wrong with it. */
interface End {
  readonly outcome: Outcome;
  readonly found: readonly string[];
}

async function run(
  { facts, slots, changes, actions, check, ...options }: Scenario<World>,
  plan: FaultPlan,
): Promise<End> {
  const world = await createWorld(facts, slots[0] ?? "", options);
  if (plan.interruption) plan.interruption.world = world;
  await runSlots(world, slots, plan, changes, actions);
  return { outcome: outcomeOf(world), found: (await check?.(world)) ?? [] };
}

const termsOf = (scenario: Scenario<World>): Terms => ({
  ...scenario,
  eventsArrive: scenario.events !== undefined && scenario.events !== false,
});

/** Runs histories of one scenario and keeps what was wrong with them. */
class Enumeration {
  readonly wrong: string[] = [];
  histories = 0;
  standFor = 0;
  readonly #scenario: Scenario<World>;
  readonly #terms: Terms;
  readonly #expected: readonly Outcome[];

  /** `expected`: undisturbed ends; what is lost in all of them is lost. */
  constructor(scenario: Scenario<World>, expected: readonly Outcome[]) {
    this.#scenario = scenario;
    this.#terms = termsOf(scenario);
    this.#expected = expected;
  }

  async history(plan: FaultPlan, standsFor: number): Promise<Outcome> {
    this.histories++;
    this.standFor += standsFor;
    const { outcome, found } = await run(this.#scenario, plan);
    const [first = [], ...others] = this.#expected.map((expected) => faultsIn(outcome, expected, this.#terms));
    const wrong = [...first.filter((text) => others.every((other) => other.includes(text))), ...found];
    if (wrong.length > 0) this.wrong.push(`${faultsMet(plan)}: ${wrong.join("; ")}`);
    return outcome;
  }

  /** Runs one history for all that end alike; none for those that end like one that was run. */
  async same({ places, isIdle }: Same, plan: FaultPlan, times = 1): Promise<void> {
    if (isIdle) this.standFor += places.length * times;
    else await this.history(plan, places.length * times);
  }

  done(calls: number): Enumerated {
    return { histories: this.histories, standFor: this.standFor, calls, wrong: this.wrong };
  }
}

interface Begun {
  readonly plan: FaultPlan;
  readonly all: Enumeration;
  readonly undisturbed: string;
}

async function begin(scenario: Scenario<World>): Promise<Begun> {
  const plan = { ...faultPlan(), rests: [] };
  const { outcome, found } = await run(scenario, plan);
  const all = new Enumeration(scenario, [outcome]);
  const empty = outcome.accepted.length === 0 ? ["nothing is sent, so nothing can be lost"] : [];
  const wrong = [...empty, ...faultsIn(outcome, outcome, termsOf(scenario)), ...found];
  all.wrong.push(...wrong.map((text) => `undisturbed: ${text}`));
  return { plan, all, undisturbed: endOf(outcome) };
}

/** Every history with one fault. Of those that end alike one is run, or all to see that they do. */
export async function enumerateOne(scenario: Scenario<World>, run: "one of each" | "all"): Promise<Enumerated> {
  const { plan, all, undisturbed } = await begin(scenario);
  for (const { place, places, isIdle } of sameEnds(placesAfter(plan, -1), plan)) {
    if (run === "one of each") {
      await all.same({ place, places, isIdle }, faultPlan(place));
      continue;
    }
    const ends = new Set<string>(isIdle ? [undisturbed] : []);
    for (const place of places) ends.add(endOf(await all.history(faultPlan(place), 1)));
    if (ends.size > 1)
      all.wrong.push(`${places.map(([at, fault]) => `${fault} at ${at}`).join(", ")}: end differently`);
  }
  return all.done(plan.calls.length);
}

/**
 * Every history with one fault or two, where the second may fall anywhere after the first, also into what the first one
 * has caused. Of the histories that end alike one is run ({@link sameEnds}). When everything stands again as if the first
 * fault had not been, what comes second after that comes first elsewhere.
 */
export async function enumerateTwo(scenario: Scenario<World>): Promise<Enumerated> {
  const { plan, all } = await begin(scenario);
  for (const first of sameEnds(placesAfter(plan, -1), plan)) {
    const after = { ...faultPlan(first.place), rests: [] };
    await all.same(first, after);
    if (!first.isIdle)
      await eachSecond(first, after, scenario.leavesMore ? Number.POSITIVE_INFINITY : healed(first, after, plan), all);
  }
  return all.done(plan.calls.length);
}

/** From which call on a history goes on as the undisturbed one does. */
function healed({ place: [fault] }: Same, { rests = [] }: FaultPlan, calm: FaultPlan): number {
  const known = calm.rests ?? [];
  const isHealed = ({ calls, state }: Rest, moment: number): boolean => calls > fault && state === known[moment]?.state;
  return rests.find(isHealed)?.calls ?? Number.POSITIVE_INFINITY;
}

async function eachSecond(first: Same, after: FaultPlan, end: number, all: Enumeration): Promise<void> {
  const places = placesAfter(after, first.place[0]);
  all.standFor += places.filter(([at]) => at >= end).length * first.places.length;
  const open = places.filter(([at]) => at < end);
  for (const second of sameEnds(open, after)) {
    await all.same(second, faultPlan(first.place, second.place), first.places.length);
  }
}

/** Something changes between two calls while a slot is swept and its letters are sent. */
export interface Interruption {
  readonly slot: string;
  readonly make: (world: World) => Promise<unknown>;
}

/**
 * Every history in which something changes before one of a slot's calls, without a fault or with one anywhere. What would
 * be told whether it changed before the slot or after it must be told.
 */
export async function enumerateInterrupted(
  scenario: Scenario<World>,
  { slot, make }: Interruption,
  faults: 0 | 1,
): Promise<Enumerated> {
  const { slots, changes = [] } = scenario;
  const at = (moment: string): Scenario<World> => ({ ...scenario, changes: [...changes, { at: moment, make }] });
  const next = slots[slots.indexOf(slot) + 1] ?? expectLater(slot);
  const expected = [await run(at(slot), faultPlan()), await run(at(next), faultPlan())];
  const all = new Enumeration(
    scenario,
    expected.map(({ outcome }) => outcome),
  );
  const calm = faultPlan();
  await run(scenario, calm);
  for (const [number, { moment }] of calm.calls.entries()) {
    if (moment !== slot) continue;
    const interrupted = (...places: readonly Place[]) => ({
      ...faultPlan(...places),
      interruption: { at: number, make },
    });
    const plan = interrupted();
    await all.history(plan, 1);
    if (faults === 0) continue;
    for (const same of sameEnds(placesAfter(plan, -1), plan)) await all.same(same, interrupted(same.place));
  }
  return all.done(calm.calls.length);
}

const expectLater = (slot: string): never => {
  throw new RangeError(`${slot} is not followed by another slot.`);
};
