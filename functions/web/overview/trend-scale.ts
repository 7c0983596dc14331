import type { Day } from "../../../core/calendar/day.ts";
import { minutesOf } from "../../../core/calendar/time.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import type { TrendPoint } from "../../../core/status/trend.ts";
import type { TrendView } from "./overview.ts";

export const WIDTH = 480;
export const HEIGHT = 150;
export const SIDE = 26;
/** Where the line may go at the highest and at the lowest. */
const [TOP, BOTTOM] = [32, 92];
/** The axis that the bars of due days stand on, and how high the highest is. */
export const TICKS = 130;
const TICK = 26;

/** The line shows at least so much of the scale, so that a small change looks small. */
const LEAST_SPAN = 0.1;

const DAY_MINUTES = 24 * 60;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Where things stand in the picture: days from left to right, the rate from bottom to top. */
interface Places {
  xOf(at: Day | Slot): number;
  yOf(point: TrendPoint): number;
  /** The height of a bar. */
  tickOf(count: number): number;
}

export function placesOf({ points, from, to, due }: TrendView): Places {
  const rates = points.map(({ rate }) => rate);
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  const span = Math.max(LEAST_SPAN, most - least);
  const highest = Math.max(1, ...due.map(({ count }) => count));
  const daysAt = (at: Day | Slot): number => (typeof at === "number" ? at : at.day + minutesOf(at.time) / DAY_MINUTES);
  return {
    xOf: (at) => rounded(SIDE + ((daysAt(at) - from) / (to - from)) * (WIDTH - 2 * SIDE)),
    yOf: ({ rate }) => rounded(BOTTOM - ((rate - (most + least) / 2) / span + 0.5) * (BOTTOM - TOP)),
    tickOf: (count) => rounded((count / highest) * TICK),
  };
}
