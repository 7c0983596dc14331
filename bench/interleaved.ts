import type { Timing } from "./benchmark.ts";

/** Something to measure. */
export interface Side {
  readonly name: string;
  run(): unknown;
}

export interface Effort {
  /** How often each side is measured; odd, so that the median is one of the measurements. */
  readonly rounds: number;
  /** A measurement repeats a short run until it has taken so long. */
  readonly milliseconds: number;
}

/** Median processor seconds of a run of each side; the sides take turns, after one round that only warms up. */
export async function interleaved<Sides extends readonly Side[]>(
  sides: Sides,
  { rounds, milliseconds }: Effort,
): Promise<{ [Index in keyof Sides]: Timing }> {
  const measured = sides.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, side] of sides.entries()) {
      const seconds = await secondsOf(side, milliseconds);
      if (round > 0) measured[index]?.push(seconds);
    }
  }
  const timings = sides.map(({ name }, index) => ({ name, seconds: median(measured[index] ?? []) }));
  return timings as { [Index in keyof Sides]: Timing }; // map loses the tuple's length
}

/** One run of one side. */
export const timed = async (side: Side): Promise<Timing> => ({ name: side.name, seconds: await secondsOf(side, 0) });

/** Seconds of processor time: a machine that others use too makes a process wait, which says nothing of its work. */
async function secondsOf(side: Side, milliseconds: number): Promise<number> {
  const start = process.cpuUsage();
  let runs = 0;
  let used = 0;
  do {
    await side.run();
    runs++;
    const { user, system } = process.cpuUsage(start);
    used = user + system;
  } while (used < milliseconds * 1000);
  return used / 1e6 / runs;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
