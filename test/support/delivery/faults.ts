import { type Between, between, type Call, type Ports, type Sort } from "./ports.ts";
import type { World } from "./world.ts";

/** What goes wrong with one call. */
export type Fault =
  /** The caller sees an error and nothing happened. */
  | "error"
  /** It happened and the caller sees an error. */
  | "lost-answer"
  /** It happened, its answer was lost, and the client asked again by itself. */
  | "retried"
  /** The process ends before, or just after, the call. */
  | "death-before"
  | "death-after"
  /** What a mail service may do. */
  | "refuse"
  | "throttle"
  | "refuse-account"
  | "lose-answer"
  | "lose-request";

/** Reads change nothing: before and after are one. An alarm is a line in the log and does not fail. */
export const faultsOf: Readonly<Record<Sort, readonly Fault[]>> = {
  read: ["error", "death-before"],
  write: ["error", "lost-answer", "death-before", "death-after"],
  decision: ["error", "lost-answer", "retried", "death-before", "death-after"],
  push: ["error", "lost-answer", "retried", "death-before", "death-after"],
  send: ["refuse", "throttle", "refuse-account", "lose-answer", "lose-request", "death-before", "death-after"],
  alarm: ["death-before", "death-after"],
};

/** An error that the test has thrown on purpose. */
export class InjectedError extends Error {
  override readonly name = "InjectedError";
}

/** False when it failed as planned: a message whose handling fails stays in its queue, as partial batch responses make it. */
export async function isHandled(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof InjectedError) return false;
    throw error;
  }
}

/** The end of a process: nothing in it runs on. */
export class ProcessDeath extends Error {
  override readonly name = "ProcessDeath";
}

/** Whose call it was: a process by its number, and which of its messages it worked on. */
export interface Work {
  readonly process: number;
  readonly message: number;
  /** How many messages the process has. */
  readonly batch: number;
}

export interface PlannedCall {
  readonly name: string;
  readonly sort: Sort;
  readonly fault: Fault | undefined;
  readonly work: Work;
  /** The last moment that had come. */
  readonly moment: string | undefined;
}

/** Which calls of a history fail, and what was called. */
export interface FaultPlan {
  /** What goes wrong with a call, by its number and sort. */
  readonly faultAt: (at: number, sort: Sort) => Fault | undefined;
  /** The calls of the history so far, in order. */
  readonly calls: PlannedCall[];
  /** Something that changes before a call, by its number. */
  readonly interruption?: {
    readonly at: number;
    readonly make: (world: World) => Promise<unknown>;
    world?: World | undefined;
  };
  moment?: string;
  /** How everything stood when the history came to rest after each moment, if somebody wants to know. */
  readonly rests?: Rest[];
}

/** How everything stands after so many calls, as text. */
export interface Rest {
  readonly calls: number;
  readonly state: string;
}

export function faultPlan(...faults: readonly (readonly [at: number, fault: Fault])[]): FaultPlan {
  const byNumber = new Map(faults);
  return { faultAt: (at) => byNumber.get(at), calls: [] };
}

/** What went wrong in a history, in words. */
export const faultsMet = ({ calls, interruption }: FaultPlan): string =>
  calls
    .flatMap(({ name, fault }, at) => [
      ...(interruption?.at === at ? [`changed at ${at} ${name}`] : []),
      ...(fault ? [`${fault} at ${at} ${name}`] : []),
    ])
    .join(", ");

/** One process: its ports fail as planned, and none of them works after its death. */
export interface Process {
  readonly ports: Ports;
  readonly call: Between["call"];
  /** Says which of its messages the process works on from now on. */
  begin(message: number): void;
}

let processes = 0;

/** An alarm waits for nobody: what was to change before it changes before the call that follows. */
async function interrupt({ interruption, calls }: FaultPlan): Promise<void> {
  if (!interruption?.world || interruption.at > calls.length) return;
  const { make, world } = interruption;
  interruption.world = undefined;
  await make(world);
}

export function startProcess(ports: Ports, sendAs: Parameters<typeof between>[2], plan: FaultPlan, batch = 1): Process {
  let isDead = false;
  let work: Work = { process: ++processes, message: 0, batch };
  const die = (name: string): never => {
    isDead = true;
    throw new ProcessDeath(name);
  };
  const next = (name: string, sort: Sort): Fault | undefined => {
    if (isDead) throw new ProcessDeath(name);
    const fault = plan.faultAt(plan.calls.length, sort);
    plan.calls.push({ name, sort, fault, work, moment: plan.moment });
    return fault;
  };
  const call = async <Result>({ name, sort, effect, as }: Call<Result>): Promise<Result> => {
    await interrupt(plan);
    const fault = next(name, sort);
    switch (fault) {
      case undefined:
        return effect();
      case "error":
        throw new InjectedError(name);
      case "lost-answer":
        await effect();
        throw new InjectedError(name);
      case "retried":
        await effect();
        return effect();
      case "death-before":
        return die(name);
      case "death-after":
        await effect();
        return die(name);
      default:
        if (!as) throw new RangeError(`${name} cannot ${fault}.`);
        return as(fault);
    }
  };
  const alarm = (raise: () => void): void => {
    const fault = next("alarms.raise", "alarm");
    if (fault === "death-before") die("alarms.raise");
    raise();
    if (fault === "death-after") die("alarms.raise");
  };
  const begin = (message: number): void => {
    work = { ...work, message };
  };
  return { ports: between(ports, { call, alarm }, sendAs), call, begin };
}

/** A process in a world of memory. */
export const processIn = ({ ports }: World, plan: FaultPlan, batch = 1): Process =>
  startProcess(ports, async (behaviour, mail, id) => ports.service.sendAs(behaviour, mail, id), plan, batch);
