import { Presets, SingleBar } from "cli-progress";

/** Work of less than this is over before a bar could be read, in milliseconds. */
const SHOWN_AFTER = 1000;

/** Runs through steps to their end; on a terminal a bar shows how far it is when that takes longer than a second. */
export function withProgress<Step>(unit: string, total: number, steps: Iterable<Step>): Step[] {
  const done: Step[] = [];
  const started = performance.now();
  let bar: SingleBar | undefined;
  for (const step of steps) {
    done.push(step);
    if (!bar && process.stderr.isTTY && performance.now() - started > SHOWN_AFTER) {
      bar = new SingleBar(
        { format: `{bar} {percentage} % {value}/{total} ${unit}, {eta} s left` },
        Presets.shades_classic,
      );
      bar.start(total, done.length);
    }
    bar?.update(done.length);
  }
  bar?.stop();
  return done;
}
