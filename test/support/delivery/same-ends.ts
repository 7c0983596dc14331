import { letterPath } from "../../../core/escalation/ledger.ts";
import type { Outcome } from "./checks.ts";
import { type Fault, type FaultPlan, faultsOf, type PlannedCall } from "./faults.ts";

/** A fault at a call, by its number. */
export type Place = readonly [at: number, fault: Fault];

/** What can go wrong in a history after a call. */
export const placesAfter = ({ calls }: FaultPlan, last: number): Place[] =>
  calls.flatMap(({ sort }, at) => (at > last ? faultsOf[sort].map((fault) => [at, fault] as const) : []));

/** Places that leave the same behind, and the one that stands for them. */
export interface Same {
  readonly place: Place;
  readonly places: readonly Place[];
  /** It fails when all is done, so it ends as if nothing had gone wrong. */
  readonly isIdle: boolean;
}

/**
 * Puts together the faults after which nothing can tell which it was: a process that ends, or gives a message up, has
 * done what it had done until then, and reads do nothing. So it makes no difference whether it fails before a read, after
 * it, or before the write that follows; nor whether an error or the process's end stops the only message it has.
 */
export function sameEnds(places: readonly Place[], plan: FaultPlan): Same[] {
  const { done, all } = countEffects(plan.calls);
  const groups = Map.groupBy(places, (place) => nameOf(place, plan.calls, done));
  const idle = new Set([...all].flatMap(([name, count]) => [`end ${name} ${count}`, `up ${name} ${count}`]));
  return [...groups].flatMap(([name, group]) =>
    group[0] ? [{ place: group[0], places: group, isIdle: idle.has(name) }] : [],
  );
}

/** How much a process, and its work on one message, had done before each call. */
interface Done {
  readonly process: number;
  readonly message: number;
}

/** Before each call, and in all by the names of a process and of its work on a message. */
function countEffects(calls: readonly PlannedCall[]): { readonly done: Done[]; readonly all: Map<string, number> } {
  const counts = new Map<string, number>();
  const count = (name: string): number => counts.get(name) ?? 0;
  const before = calls.map(({ sort, work }) => {
    const names = [`${work.process}`, `${work.process} ${work.message}`] as const;
    const done = { process: count(names[0]), message: count(names[1]) };
    if (sort !== "read") for (const name of names) counts.set(name, count(name) + 1);
    return done;
  });
  return { done: before, all: counts };
}

function nameOf([at, fault]: Place, calls: readonly PlannedCall[], effects: readonly Done[]): string {
  const { work, sort } = calls[at] ?? fail(at);
  const done = effects[at] ?? fail(at);
  const own = sort === "read" ? 0 : 1;
  const isOnly = work.batch === 1;
  switch (fault) {
    case "death-before":
      return `end ${work.process} ${done.process}`;
    case "death-after":
      return `end ${work.process} ${done.process + own}`;
    case "error":
      return isOnly ? `end ${work.process} ${done.process}` : `up ${work.process} ${work.message} ${done.message}`;
    case "lost-answer":
      return isOnly
        ? `end ${work.process} ${done.process + own}`
        : `up ${work.process} ${work.message} ${done.message + own}`;
    default:
      return `${fault} ${at}`;
  }
}

const fail = (at: number): never => {
  throw new RangeError(`There is no call ${at}.`);
};

/** What a history has left behind, but for the names of who wrote it. */
export const endOf = ({ letters, accepted, alarms, dead }: Outcome): string =>
  JSON.stringify({
    letters: letters.map(({ owner: _, file: __, ...entry }) => ({ ...entry, path: letterPath(entry) })),
    accepted,
    alarms,
    dead,
  });
