import { dispatch } from "../../../core/use-cases/letters/dispatch.ts";
import { settle } from "../../../core/use-cases/letters/settle.ts";
import { sweep, sweepsDue } from "../../../core/use-cases/sweep/sweep.ts";
import { almaty } from "../memory/clocks.ts";
import type { MemoryQueue } from "../memory/queue.ts";
import { type FaultPlan, isHandled, type Process, ProcessDeath, processIn } from "./faults.ts";
import type { Ports } from "./ports.ts";
import { presentState } from "./present-state.ts";
import { times, type World } from "./world.ts";

/** What reads a queue; another use case is one more of these. */
interface Worker {
  nextAt(): number | null;
  /** Handles what can be seen now; false when there is nothing. */
  run(start: (batch: number) => Process): Promise<boolean>;
}

const worker = <Body>(
  queue: MemoryQueue<Body>,
  batch: number,
  handle: (body: Body, ports: Ports, process: Process) => Promise<unknown>,
): Worker => ({
  nextAt: () => queue.nextAt(),
  run: async (start) => {
    const messages = queue.receive(batch);
    if (messages.length === 0) return false;
    const process = start(messages.length);
    try {
      const done: number[] = [];
      for (const { body, receipt } of messages) {
        process.begin(receipt);
        if (await isHandled(handle(body, process.ports, process))) done.push(receipt);
      }
      for (const receipt of done) {
        process.begin(receipt);
        const effect = async () => queue.delete(receipt);
        await isHandled(process.call({ name: "queue.delete", sort: "write", effect }));
      }
    } catch (error) {
      if (!(error instanceof ProcessDeath)) throw error;
    }
    return true;
  },
});

/** The functions of the system, as the cloud starts them, and people, who try again what has failed. */
const workersOf = (world: World): Worker[] => [
  worker(world.queues.actions, 1, ({ act }, _, process) => act(process, world)),
  ...functionsOf(world),
];

const functionsOf = ({ queues }: World): Worker[] => [
  worker(queues.slots, 1, async (_, ports) => {
    const due = await sweepsDue(ports);
    if (due) await ports.sweeps.send(due.scopes.map((scope) => ({ scope, slot: due.slot })));
  }),
  worker(queues.sweeps, 1, ({ scope }, ports) => sweep(scope, ports)),
  worker(queues.mail, 10, (id, ports) => dispatch(id, ports, times)),
  worker(queues.events, 10, (event, ports) => settle(event, ports)),
];

/** More rounds than any history with a few faults takes. */
const MAX_ROUNDS = 5000;

/** Lets every function run, time going by, until no message is left or a moment has come. */
export async function runUntilQuiet(world: World, plan: FaultPlan, until = Number.POSITIVE_INFINITY): Promise<void> {
  const { clock } = world.ports;
  const workers = workersOf(world);
  const start = (batch: number) => processIn(world, plan, batch);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let worked = false;
    for (const { run } of workers) worked = (await run(start)) || worked;
    if (worked) continue;
    const next = Math.min(...workers.map(({ nextAt }) => nextAt() ?? Number.POSITIVE_INFINITY));
    if (next >= until || next === Number.POSITIVE_INFINITY) return;
    clock.pass(Math.max(0, next - clock.machineNow()) / 1000);
  }
  throw new Error("The history does not come to rest.");
}

/** What people change, in memory or through real clients. */
export interface Changeable {
  readonly ports: Pick<World["ports"], "clock" | "workdays"> & {
    readonly register: Pick<World["ports"]["register"], "directory" | "replace">;
    readonly dossiers: Pick<World["ports"]["dossiers"], "write">;
    readonly outOfUse: Ports["outOfUse"];
    readonly sweeps: World["ports"]["sweeps"];
  };
}

/** What somebody does between two slots, or as one comes: a person's work, in which nothing goes wrong. */
export interface Change<In = Changeable> {
  /** `YYYY-MM-DDTHH:MM`. */
  readonly at: string;
  readonly make: (world: In) => Promise<unknown>;
}

/** What somebody does through ports of a process that may fail: they see an error, and try again later. */
export interface Action<In = World> {
  /** `YYYY-MM-DDTHH:MM`. */
  readonly at: string;
  readonly act: (process: Process, world: In) => Promise<unknown>;
}

/**
 * Goes through slots, `YYYY-MM-DDTHH:MM`, and changes. A slot comes in its time, whatever is still waiting: what a crash
 * has hidden may be seen again only in a later one. After the last everything comes to rest.
 */
export async function runSlots(
  world: World,
  slots: readonly string[],
  plan: FaultPlan,
  changes: readonly Change<World>[] = [],
  actions: readonly Action[] = [],
): Promise<void> {
  const moments = [...new Set([...slots, ...changes.map(({ at }) => at), ...actions.map(({ at }) => at)])].sort();
  for (const [index, moment] of moments.entries()) {
    world.goTo(moment);
    plan.moment = moment;
    for (const action of actions) if (action.at === moment) world.queues.actions.push(action);
    for (const { at, make } of changes) if (at === moment) await make(world);
    if (slots.includes(moment)) world.queues.slots.push(moment);
    const next = moments[index + 1];
    await runUntilQuiet(world, plan, next === undefined ? undefined : almaty(next));
    plan.rests?.push({ calls: plan.calls.length, state: await presentState(world) });
  }
}
