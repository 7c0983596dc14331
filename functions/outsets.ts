import { type Outset, readOutset } from "../core/use-cases/sweep/outset.ts";
import type { SweepPorts } from "../core/use-cases/sweep/sweep.ts";

/** Clocks of the queue and of this machine differ by less. */
const SKEW = 200;
/** A sweep that takes so long is nothing unusual, and what it began with is as old at its end. */
const LONGEST = 60_000;

/**
 * What several sweeps of this process may begin with. It serves the sweeps that were asked for before it was read: each
 * of them might have begun at that moment and been slow. Whoever asks for a sweep after a change sees the change.
 */
export function createOutsets(ports: SweepPorts, now: () => number = Date.now) {
  let last: { readonly outset: Outset; readonly readAt: number } | undefined;
  return {
    /** The outset for a scope's sweep that was asked for at a moment, if one was read that serves; else one is read. */
    for: async (scope: string, asked: number): Promise<Outset | undefined> => {
      const readAt = now();
      const isFit = last && asked + SKEW < last.readAt && readAt - last.readAt < LONGEST;
      if (!last || !isFit) {
        const outset = await readOutset(ports);
        last = outset ? { outset, readAt } : undefined;
      }
      // The ministry's sweep reads everything and nearly always writes: it begins by itself.
      return last?.outset.directory.scopes[0] === scope ? undefined : last?.outset;
    },
  };
}
