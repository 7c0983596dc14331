/** One side of a comparison: what it is called, and the median processor seconds of one run. */
export interface Timing {
  readonly name: string;
  readonly seconds: number;
}

/** Two things measured in turn in one process: only their ratio means something on a machine that others use too. */
export interface Comparison {
  readonly case: string;
  readonly esep: Timing;
  readonly other: Timing;
  /** Which way round {@link ratioOf} divides. */
  readonly ratio: "other/esep" | "esep/other";
  readonly target?: { readonly atLeast: number } | { readonly atMost: number } | { readonly seconds: number };
  /** Megabytes and processor seconds of a process of its own, by name. */
  readonly memory?: Readonly<Record<string, number>>;
  /** Whatever else is worth knowing, in words. */
  readonly figures?: readonly string[];
}

/** What `npm run bench NAME` runs. */
export interface Benchmark {
  readonly name: string;
  readonly about: string;
  run(): Promise<readonly Comparison[]>;
}

export const ratioOf = ({ esep, other, ratio }: Comparison): number =>
  ratio === "other/esep" ? other.seconds / esep.seconds : esep.seconds / other.seconds;

/** Whether the target is reached; null without one. */
export function isReached(comparison: Comparison): boolean | null {
  const { target, esep } = comparison;
  if (!target) return null;
  if ("seconds" in target) return esep.seconds <= target.seconds;
  const ratio = ratioOf(comparison);
  return "atLeast" in target ? ratio >= target.atLeast : ratio <= target.atMost;
}
