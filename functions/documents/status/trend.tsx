import type { StatusReport } from "../../../core/status/status-report.ts";
import { accent, line, quiet } from "./colours.ts";
import { type Words, wordShare } from "./words.ts";

type Point = StatusReport["trend"][number];

export const TREND_WIDTH = 330;
export const TREND_HEIGHT = 190;
const LEFT = 34;
const RIGHT = 316;
const TOP = 16;
const BOTTOM = 160;

/** The scale shows at least so much, so that a small change looks small. */
const LEAST_SPAN = 0.1;

/** The rate by slot as a line over a grid of days; needs two points to be one. */
export const TrendLine = ({ trend, words }: { trend: readonly Point[]; words: Words }) => {
  const [first, last] = [trend[0], trend.at(-1)];
  if (trend.length < 2 || !first || !last) return null;
  const { low, high } = scaleOf(trend);
  const yOf = (rate: number): number => BOTTOM - ((rate - low) / (high - low)) * (BOTTOM - TOP);
  const xOf = (index: number): number => LEFT + (index / (trend.length - 1)) * (RIGHT - LEFT);
  const isFalling = last.rate < (trend.at(-2)?.rate ?? 0);
  const points = trend.map(({ rate }, index) => `${xOf(index).toFixed(1)},${yOf(rate).toFixed(1)}`);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${TREND_WIDTH} ${TREND_HEIGHT}`}
      width={TREND_WIDTH}
      height={TREND_HEIGHT}
      font-family="PTSans"
      role="img"
    >
      <title>{words.texts.trend}</title>
      {gridOf(low, high).map((rate) => (
        <>
          <line x1={LEFT} x2={RIGHT} y1={yOf(rate)} y2={yOf(rate)} stroke={line} stroke-width="0.7" />
          <text x={LEFT - 5} y={yOf(rate) + 3} font-size="8" fill={quiet} text-anchor="end">
            {wordShare(rate + 1e-9, words)}
          </text>
        </>
      ))}
      {daysOf(trend).map(({ index, day }, number, all) => (
        <>
          <line x1={xOf(index)} x2={xOf(index)} y1={BOTTOM} y2={BOTTOM + 4} stroke={quiet} stroke-width="0.7" />
          {number % Math.ceil(all.length / 5) === 0 ? (
            <text x={xOf(index)} y={BOTTOM + 14} font-size="8" fill={quiet} text-anchor="middle">
              {words.catalogue.time.range(day, day, false)}
            </text>
          ) : null}
        </>
      ))}
      <polyline points={points.join(" ")} fill="none" stroke={accent} stroke-width="2" />
      {trend.map(({ rate }, index) => (
        <circle cx={xOf(index).toFixed(1)} cy={yOf(rate).toFixed(1)} r="2.2" fill={accent} />
      ))}
      <text
        x={RIGHT}
        y={yOf(last.rate) + (isFalling ? 14 : -7)}
        font-size="11"
        font-weight="bold"
        fill={accent}
        text-anchor="end"
      >
        {wordShare(last.rate, words)}
      </text>
    </svg>
  );
};

/** The part of the scale that is drawn, in steps of five hundredths. */
function scaleOf(trend: readonly Point[]): { low: number; high: number } {
  const rates = trend.map(({ rate }) => rate);
  const low = Math.floor(Math.min(...rates) * 20) / 20;
  const high = Math.max(Math.ceil(Math.max(...rates) * 20) / 20, low + LEAST_SPAN);
  return high > 1 ? { low: Math.min(low, 1 - LEAST_SPAN), high: 1 } : { low, high };
}

/** Lines of the grid, five or so. */
function gridOf(low: number, high: number): readonly number[] {
  const steps = Math.round((high - low) * 20);
  const every = Math.max(1, Math.ceil(steps / 5));
  return Array.from({ length: Math.floor(steps / every) + 1 }, (_, index) => low + (index * every) / 20);
}

/** Where a new day begins. */
const daysOf = (trend: readonly Point[]) =>
  trend.flatMap(({ day }, index) => (index === 0 || trend[index - 1]?.day !== day ? [{ index, day }] : []));
