/** How a rate is coloured; its number always stands beside the colour. */
export type Level = "top" | "high" | "fair" | "low" | "bottom" | "none";

/** Where the levels begin, in per cent as they are shown: rounded down, so that 100 % means all. */
const LEVELS = [
  ["top", 95],
  ["high", 90],
  ["fair", 85],
  ["low", 75],
] as const;

/** Every level, best first. */
export const RATE_LEVELS: readonly Level[] = ["top", "high", "fair", "low", "bottom", "none"];

/** The level of a rate from 0 to 1; `none` where nothing has come to be judged yet. */
export function rateLevel(rate: number | null): Level {
  if (rate === null) return "none";
  return LEVELS.find(([, from]) => Math.floor(rate * 100) >= from)?.[0] ?? "bottom";
}
