import type { Day } from "../../../core/calendar/day.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { type RegionTile, regionTiles } from "../../../core/register/regions.ts";
import type { Register } from "../../../core/register/register.ts";
import type { Attention } from "../../../core/status/attention.ts";
import type { RegionStatus } from "../../../core/status/regions.ts";
import type { Selection } from "../../../core/status/select.ts";
import type { Status } from "../../../core/status/status.ts";
import type { TrendPoint } from "../../../core/status/trend.ts";

/** Everything that the overview shows. */
export interface Overview {
  readonly status: Status;
  readonly regions: readonly RegionStatus[];
  readonly attention: Attention;
  readonly daysAhead: number;
  /** The rate by slot over so many days. */
  readonly trend: readonly TrendPoint[];
  readonly trendDays: number;
  readonly register: Register;
  readonly scopeOf: (body: string) => string;
  readonly today: Day;
  readonly selection: Selection;
  readonly selected: readonly RegionStatus[];
}

/** Whether a body's obligation could not be evaluated: its record is damaged, or the calendar lacks the year. */
export const isUnchecked = ({ damaged, failed }: Status, body: string, obligation: ObligationId): boolean =>
  damaged.some((damage) => damage.body === body) ||
  failed.some((failure) => failure.body === body && failure.obligation === obligation);

/** How a rate is coloured; its number and this word stand beside the colour. */
export type Level = "top" | "high" | "fair" | "low" | "bottom" | "none";

/** Where the levels begin, in per cent as they are shown. */
const LEVELS = [
  ["top", 95],
  ["high", 90],
  ["fair", 85],
  ["low", 75],
  ["bottom", 0],
] as const;

export function levelOf(rate: number | null): Level {
  if (rate === null) return "none";
  return LEVELS.find(([, from]) => Math.floor(rate * 100) >= from)?.[0] ?? "bottom";
}

/** The tile of a department, where its region is on the map. */
export const tileOf = (scope: string): RegionTile | undefined =>
  Object.hasOwn(regionTiles, scope) ? regionTiles[scope] : undefined;
