import type { Day } from "../../../core/calendar/day.ts";
import type { TrendPoint } from "../../../core/status/trend.ts";
import type { Page } from "../page.ts";
import { DayTime } from "../parts.tsx";
import type { TrendView } from "./overview.ts";
import { overviewTexts } from "./texts.ts";
import { HEIGHT, placesOf, SIDE, TICKS, WIDTH } from "./trend-scale.ts";

interface TrendProps {
  readonly page: Page;
  readonly trend: TrendView;
}

/** The compliance rate by slot, and below it how much is due on each day; for screen readers as a list. */
export const Trend = ({ page, trend }: TrendProps) => {
  const texts = overviewTexts(page.locale);
  const { points, today, due } = trend;
  return (
    <section class="card" aria-labelledby="trend-title">
      <h2 id="trend-title">{texts.trend(today - trend.from + 1)}</h2>
      <p class="quiet">{texts.trendHelp}</p>
      <Line page={page} trend={trend} />
      <ol class="sr">
        {points.map(({ slot, rate }) => (
          <li>
            <DayTime day={slot.day} time={slot.time} page={page} />: {page.texts.overview.share(rate)}
          </li>
        ))}
        {due.map(({ day, count }) => (
          <li>{texts.dueOn(page.words.time.date(day), count)}</li>
        ))}
      </ol>
    </section>
  );
};

const Line = ({ page, trend }: TrendProps) => {
  const { xOf, yOf, tickOf } = placesOf(trend);
  const [first, last] = [trend.points[0], trend.points.at(-1)];
  return (
    <svg class="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" font-size="12">
      {trend.due.map(({ day, count }) => (
        <rect
          class={day < trend.today ? "past" : "ahead"}
          x={xOf(day) - 5}
          y={TICKS - tickOf(count)}
          width="10"
          height={tickOf(count)}
        />
      ))}
      <line class="axis" x1={SIDE} x2={WIDTH - SIDE} y1={TICKS} y2={TICKS} />
      {trend.marks.map(({ day, obligation }) => (
        <Mark x={xOf(day)} text={`${shortDate(page, day)} ${page.words.obligations[obligation].short}`} />
      ))}
      <line class="today" x1={xOf(trend.today)} x2={xOf(trend.today)} y1="20" y2={TICKS} />
      <polyline
        class="part"
        points={trend.points.map((point) => `${xOf(point.slot)},${yOf(point)}`).join(" ")}
        fill="none"
      />
      {trend.points.map((point) => (
        <circle cx={xOf(point.slot)} cy={yOf(point)} r="2.5" />
      ))}
      {ends(first, last).map((point) => (
        // Beside the line of today, not on it.
        <text
          x={xOf(point.slot) + (point === first ? 0 : 6)}
          y={yOf(point) - 8}
          text-anchor={point === first ? "middle" : "start"}
        >
          {page.texts.overview.share(point.rate)}
        </text>
      ))}
      <text x={SIDE} y={HEIGHT - 4} text-anchor="middle">
        {shortDate(page, trend.from)}
      </text>
      <text x={xOf(trend.today)} y={HEIGHT - 4} text-anchor="middle">
        {overviewTexts(page.locale).today}
      </text>
      <text x={WIDTH - SIDE} y={HEIGHT - 4} text-anchor="middle">
        {shortDate(page, trend.to)}
      </text>
    </svg>
  );
};

/** A day that is the last for all bodies. */
const Mark = ({ x, text }: { x: number; text: string }) => (
  <>
    <line class="meeting" x1={x} x2={x} y1="16" y2={TICKS} />
    <text x={x} y="11" text-anchor={x > WIDTH * 0.8 ? "end" : "middle"}>
      {text}
    </text>
  </>
);

/** The first and the last point, once where they are one. */
const ends = (first: TrendPoint | undefined, last: TrendPoint | undefined): readonly TrendPoint[] =>
  [...new Set([first, last])].filter((point) => point !== undefined);

/** The day without its year, which the title and today tell. */
const shortDate = ({ words }: Page, day: Day): string => words.time.date(day).replace(/[.,]? ?\d{4}$/, "");
