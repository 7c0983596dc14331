import type { Day } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import type { Facts } from "../../core/dossier/facts.ts";
import { findingName } from "../../core/escalation/closings.ts";
import type { Policy } from "../../core/order608/policy.ts";
import { createRegister } from "../../core/register/register.ts";
import { type SimulatedLetter, simulate } from "../../core/use-cases/sweep/simulate.ts";
import { startProgress } from "../commands/progress.ts";
import { type Breach, createChecks } from "./checks.ts";
import { createFigures, type SimulationFigures } from "./figures.ts";

/** What became of a simulated span of days. */
export interface SimulationRun {
  readonly letters: readonly SimulatedLetter[];
  readonly figures: SimulationFigures;
  readonly breaches: readonly Breach[];
  /** How many findings could not be checked on some day, by the year that the calendar lacks. */
  readonly unchecked: ReadonlyMap<number, number>;
}

/** Simulates the sweeps of some days, with every letter checked as it is written. */
export function runSimulation(facts: Facts, policy: Policy, from: Day, to: Day): SimulationRun {
  const workdays = createWorkdays();
  const register = createRegister(facts.bodies);
  const steps = simulate({ register, dossiers: facts.dossiers, policy, workdays, from, to });
  const checks = createChecks({ policy, workdays });
  const figures = createFigures();
  const letters: SimulatedLetter[] = [];
  const unchecked = new Map<string, number>();
  const progress = startProgress("slots", (to - from + 1) * policy.slots.length);
  let done = 0;
  for (const step of steps) {
    checks.checkSlot(step);
    figures.addSlot(step);
    letters.push(...step.letters);
    for (const key of step.failed) unchecked.set(`${key.year} ${findingName(key)}`, key.year);
    progress.reached(++done);
  }
  progress.stop();
  const years = Map.groupBy(unchecked.values(), (year) => year);
  return {
    ...{ letters, figures: figures.figures(), breaches: checks.breaches },
    unchecked: new Map([...years].map(([year, some]) => [year, some.length])),
  };
}

/** The figures of a run, for people. */
export function figuresText({ figures, breaches, unchecked }: SimulationRun): string {
  const { closedAfter: after, perPersonAndWeek: load } = figures;
  const closed = after.first + after.second + after.third + after.later;
  const share = (count: number) => (closed === 0 ? "–" : `${Math.round((100 * count) / closed)} %`);
  const lacking = ([year, count]: readonly [number, number]) =>
    `not checked: ${count} findings, since the calendar does not cover ${year}`;
  return [
    `${figures.letters} letters with ${figures.items} items to ${figures.people} people`,
    `letters for one person in one week: median ${load.median}, 95 of 100 at most ${load.p95}, at most ${load.most}`,
    `closed after one stage ${share(after.first)}, two ${share(after.second)}, three ${share(after.third)}, ` +
      `more ${share(after.later)} (${closed} findings); ${figures.breachedOrOpen} breached or still open`,
    breaches.length === 0
      ? "checked: no letter before its stage, after closure or twice, and somebody is always told"
      : `${breaches.length} broken promises; the first: ${breaches[0]?.promise} at ${breaches[0]?.slot}: ${breaches[0]?.about}`,
    ...[...unchecked].map(lacking),
  ].join("\n");
}
