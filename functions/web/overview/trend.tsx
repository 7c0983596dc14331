import type { TrendPoint } from "../../../core/status/trend.ts";
import type { Page } from "../page.ts";
import { DayTime } from "../parts.tsx";

const WIDTH = 480;
const HEIGHT = 120;
const SIDE = 26;
const TOP = 26;
const BOTTOM = 92;

/** The line shows at least so much of the scale, so that a small change looks small. */
const LEAST_SPAN = 0.1;

/** The compliance rate by slot as a line; for screen readers as a list. Needs two points to be one. */
export const Trend = ({ points, days, page }: { points: readonly TrendPoint[]; days: number; page: Page }) => {
  const [first, last] = [points[0], points.at(-1)];
  if (points.length < 2 || !first || !last) return null;
  const place = placesOf(points);
  return (
    <section class="card" aria-labelledby="trend-title">
      <h2 id="trend-title">{page.texts.overview.trend(days)}</h2>
      <svg class="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" font-size="13">
        <line class="axis" x1={SIDE} x2={WIDTH - SIDE} y1={BOTTOM + 6} y2={BOTTOM + 6} />
        <polyline class="part" points={points.map((point) => place(point).join(",")).join(" ")} fill="none" />
        {points.map((point) => (
          <circle cx={place(point)[0]} cy={place(point)[1]} r="3.5" />
        ))}
        {[first, last].map((point) => (
          <>
            <text x={place(point)[0]} y={Number(place(point)[1]) - 9} text-anchor="middle">
              {page.texts.overview.share(point.rate)}
            </text>
            <text
              x={place(point)[0]}
              y={HEIGHT - 4}
              text-anchor={point === first ? "start" : "end"}
              dx={dxOf(point === first)}
            >
              {page.words.time.date(point.slot.day)}
            </text>
          </>
        ))}
      </svg>
      <ol class="sr">
        {points.map(({ slot, rate }) => (
          <li>
            <DayTime day={slot.day} time={slot.time} page={page} />: {page.texts.overview.share(rate)}
          </li>
        ))}
      </ol>
    </section>
  );
};

const dxOf = (isFirst: boolean): number => (isFirst ? -SIDE : SIDE);

/** Evenly spaced from left to right, the rate from bottom to top. */
function placesOf(points: readonly TrendPoint[]): (point: TrendPoint) => readonly [x: string, y: string] {
  const rates = points.map(({ rate }) => rate);
  const middle = (Math.max(...rates) + Math.min(...rates)) / 2;
  const span = Math.max(LEAST_SPAN, Math.max(...rates) - Math.min(...rates));
  return (point) => {
    const x = SIDE + (points.indexOf(point) / (points.length - 1)) * (WIDTH - 2 * SIDE);
    const y = BOTTOM - ((point.rate - middle) / span + 0.5) * (BOTTOM - TOP);
    return [x.toFixed(1), y.toFixed(1)];
  };
}
