import { Presets, SingleBar } from "cli-progress";

/** Work of less than this is over before a bar could be read, in milliseconds. */
const SHOWN_AFTER = 1000;

/** Tells how far some work is. */
export interface Progress {
  reached(value: number): void;
  stop(): void;
}

/** On a terminal a bar shows how far work is that takes longer than a second; elsewhere nothing is shown. */
export function startProgress(unit: string, total: number): Progress {
  const started = performance.now();
  let bar: SingleBar | undefined;
  return {
    reached: (value) => {
      if (!bar && process.stderr.isTTY && performance.now() - started > SHOWN_AFTER) {
        const format = `{bar} {percentage} % {value}/{total} ${unit}, {eta} s left`;
        bar = new SingleBar({ format }, Presets.shades_classic);
        bar.start(total, value);
      }
      bar?.update(value);
    },
    stop: () => bar?.stop(),
  };
}

/** Runs through steps to their end, showing how far it is. */
export function withProgress<Step>(unit: string, total: number, steps: Iterable<Step>): Step[] {
  const done: Step[] = [];
  const progress = startProgress(unit, total);
  for (const step of steps) progress.reached(done.push(step));
  progress.stop();
  return done;
}
