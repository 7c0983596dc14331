import { faultsIn, type Outcome, outcomeOf, type Terms } from "./checks.ts";
import type { WorldFacts } from "./facts.ts";
import { type Fault, type FaultPlan, faultPlan, faultsMet, faultsOf } from "./faults.ts";
import { type Change, runSlots } from "./machine.ts";
import { createWorld, type Tells, type World } from "./world.ts";

/** What every history of an enumeration has in common. */
export interface Scenario extends Omit<Terms, "eventsArrive"> {
  readonly facts: WorldFacts;
  /** `YYYY-MM-DDTHH:MM`, in order. */
  readonly slots: readonly string[];
  readonly newestFirst?: boolean;
  /** The mail service tells what became of each letter, in time: then nothing at all is sent twice. */
  readonly events?: boolean | Tells;
  /** What changes beside the slots. */
  readonly changes?: readonly Change[];
  /** What else is wrong at the end of a history, in words. */
  readonly check?: (world: World) => Promise<readonly string[]>;
}

/** How far an enumeration came, and the histories in which something was wrong. */
export interface Enumerated {
  readonly histories: number;
  /** Calls of the undisturbed history. */
  readonly calls: number;
  readonly wrong: readonly string[];
}

type Placed = readonly [at: number, fault: Fault];

/** How a history has ended, and what the scenario itself finds wrong with it. */
async function run(
  { facts, slots, changes, check, ...options }: Scenario,
  plan: FaultPlan,
): Promise<{ readonly outcome: Outcome; readonly found: readonly string[] }> {
  const world = await createWorld(facts, slots[0] ?? "", options);
  await runSlots(world, slots, plan, changes);
  return { outcome: outcomeOf(world), found: (await check?.(world)) ?? [] };
}

/** What can go wrong in a history after a call. */
const placesAfter = ({ calls }: FaultPlan, last: number): Placed[] =>
  calls.flatMap(({ sort }, at) => (at > last ? faultsOf[sort].map((fault) => [at, fault] as const) : []));

/**
 * Every history of a scenario with one fault, or with two where the second may fall anywhere after the first, also into
 * what the first one has caused. `take` thins the second faults out: of every `take` the one that `offset` names.
 */
export async function enumerate(scenario: Scenario, faults: 1 | 2, take = 1, offset = 0): Promise<Enumerated> {
  const undisturbedPlan = faultPlan();
  const terms = { ...scenario, eventsArrive: scenario.events !== undefined && scenario.events !== false };
  const { outcome: undisturbed, found: wrongAtOnce } = await run(scenario, undisturbedPlan);
  const wrong = [...faultsIn(undisturbed, undisturbed, terms), ...wrongAtOnce].map((text) => `undisturbed: ${text}`);
  let histories = 0;
  let seconds = offset;
  const history = async (...placed: readonly Placed[]): Promise<FaultPlan> => {
    const plan = faultPlan(...placed);
    histories++;
    const { outcome, found: foundByScenario } = await run(scenario, plan);
    const found = [...faultsIn(outcome, undisturbed, terms), ...foundByScenario];
    if (found.length > 0) wrong.push(`${faultsMet(plan)}: ${found.join("; ")}`);
    return plan;
  };
  for (const first of placesAfter(undisturbedPlan, -1)) {
    const plan = await history(first);
    if (faults === 1) continue;
    for (const second of placesAfter(plan, first[0])) if (seconds++ % take === 0) await history(first, second);
  }
  return { histories, calls: undisturbedPlan.calls.length, wrong };
}
