import type { Scheduler } from "fast-check";
import { type Between, between, type Ports } from "./ports.ts";
import type { World } from "./world.ts";

/** The ports of one process, each of whose calls waits until something lets it happen. */
const gated = ({ ports }: World, wait: (name: string) => Promise<void>): Ports => {
  const call: Between["call"] = async ({ name, effect }) => {
    await wait(name);
    return effect();
  };
  const alarm: Between["alarm"] = (raise) => raise();
  return between(ports, { call, alarm }, async (behaviour, mail, id) => ports.service.sendAs(behaviour, mail, id));
};

/** The ports of one process whose calls happen when fast-check's scheduler says so. */
export const scheduled = (world: World, scheduler: Scheduler, process: string): Ports =>
  gated(world, (name) => scheduler.schedule(Promise.resolve(), `${process}: ${name}`));

/** Which of the processes that wait goes on, at each step at which more than one does. */
export type Choices = readonly number[];

interface Waiting {
  readonly process: number;
  readonly goOn: () => void;
}

/**
 * Runs processes side by side, one call of a shared port at a time; `choices` says who goes first, 0 where it ends.
 * Returns how many could have gone on at each step.
 */
export async function runInterleaved(
  world: World,
  processes: readonly ((ports: Ports) => Promise<unknown>)[],
  choices: Choices,
  isShared: (name: string) => boolean = isLetterCall,
): Promise<number[]> {
  const waiting: Waiting[] = [];
  const widths: number[] = [];
  let running = processes.length;
  const work = processes.map(async (process, index) => {
    const wait = (name: string): Promise<void> =>
      isShared(name) ? new Promise((goOn) => void waiting.push({ process: index, goOn })) : Promise.resolve();
    await process(gated(world, wait)).finally(() => running--);
  });
  const all = Promise.all(work);
  while (running > 0) {
    // Everybody has come to a shared call, or to the end, when the queue of tasks is empty.
    await new Promise((resolve) => setImmediate(resolve));
    if (waiting.length === 0) continue;
    waiting.sort((a, b) => a.process - b.process);
    const choice = choices[widths.length] ?? 0;
    widths.push(waiting.length);
    waiting.splice(choice, 1)[0]?.goOn();
  }
  await all;
  return widths;
}

/** Only these can tell one process of another; facts do not change while a history runs. */
const isLetterCall = (name: string): boolean => /^(ledger|mail|service)\./.test(name);

/** Runs every interleaving of some processes: each choice at each step, depth first. `run` as {@link runInterleaved}. */
export async function eachInterleaving(run: (choices: Choices) => Promise<number[]>): Promise<void> {
  let choices: number[] = [];
  for (;;) {
    const widths = await run(choices);
    const taken = widths.map((_, step) => choices[step] ?? 0);
    const step = taken.findLastIndex((choice, at) => choice + 1 < (widths[at] ?? 0));
    if (step < 0) return;
    choices = [...taken.slice(0, step), (taken[step] ?? 0) + 1];
  }
}
