import { type Day, dayOf, partsOf, plusDays } from "../../../core/calendar/day.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import { wordStatus } from "../../../core/wording/word-finding.ts";
import type { Page } from "../page.ts";
import { Scroll } from "../parts.tsx";
import type { BodyView } from "./view.ts";

const WIDTH = 1000;
const SIDE = 40;
const AXIS = 92;
const RADIUS = 6;
const STEP = 14;
const MAX_STACK = 5;

/** A stretch of days as a line from left to right. */
interface Scale {
  readonly first: Day;
  readonly last: Day;
  readonly x: (day: Day) => number;
}

function scaleOf(days: readonly Day[]): Scale {
  const first = plusDays(
    days.reduce((a, b) => (a < b ? a : b)),
    -3,
  );
  const last = plusDays(
    days.reduce((a, b) => (a > b ? a : b)),
    3,
  );
  const x = (day: Day) => SIDE + ((day - first) / (last - first)) * (WIDTH - 2 * SIDE);
  return { first, last, x };
}

/** The campaign as a line of due days, meetings and today; the sections below say the same in words. */
export const Timeline = ({ page, view: { findings, dossier, today } }: { page: Page; view: BodyView }) => {
  if (findings.length === 0) return null;
  const meetings = (dossier?.meetings ?? []).filter(({ status }) => status !== "cancelled");
  const scale = scaleOf([...findings.map(({ due }) => due), ...meetings.map(({ date }) => date), today]);
  return (
    <Scroll label={page.texts.body.timeline} name="card timeline">
      <h2>{page.texts.body.timeline}</h2>
      <svg viewBox={`0 0 ${WIDTH} 130`} aria-hidden="true" font-size="13">
        <line class="axis" x1={SIDE} x2={WIDTH - SIDE} y1={AXIS} y2={AXIS} />
        {monthsIn(scale).map((month) => (
          <>
            <line class="axis" x1={scale.x(month)} x2={scale.x(month)} y1={AXIS} y2={AXIS + 8} />
            <text x={scale.x(month)} y={AXIS + 22} text-anchor="middle">
              {page.words.time.date(month)}
            </text>
          </>
        ))}
        {meetings.map(({ date }) => (
          <g>
            <line class="meeting" x1={scale.x(date)} x2={scale.x(date)} y1="14" y2={AXIS} />
            <path class="flag" d={`M${scale.x(date)} 14h14l-4 5 4 5h-14z`} />
          </g>
        ))}
        <line class="today" x1={scale.x(today)} x2={scale.x(today)} y1="6" y2={AXIS + 4} />
        <text x={scale.x(today) - 6} y="14" text-anchor="end">
          {page.texts.body.today}
        </text>
        {stacked(findings).map(({ finding, height }) => (
          <circle class={finding.state} cx={scale.x(finding.due)} cy={AXIS - RADIUS - 2 - height * STEP} r={RADIUS}>
            <title>{`${page.words.obligations[finding.obligation].full}: ${wordStatus(finding, page.locale)}`}</title>
          </circle>
        ))}
      </svg>
    </Scroll>
  );
};

/** Findings of one due day stand upon each other. */
function stacked(findings: readonly Finding[]): readonly { finding: Finding; height: number }[] {
  return [...Map.groupBy(findings, ({ due }) => due).values()].flatMap((same) =>
    same.map((finding, index) => ({ finding, height: Math.min(index, MAX_STACK) })),
  );
}

function monthsIn({ first, last }: Scale): readonly Day[] {
  const months: Day[] = [];
  const { year, month } = partsOf(first);
  for (let index = 1; ; index++) {
    const start = dayOf(year + Math.floor((month - 1 + index) / 12), ((month - 1 + index) % 12) + 1, 1);
    if (start > last) return months;
    months.push(start);
  }
}
