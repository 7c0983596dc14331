import { type Day, dayOf, partsOf, plusDays } from "../../../core/calendar/day.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import { wordStatus, wordSubject } from "../../../core/wording/word-finding.ts";
import type { Page } from "../page.ts";
import { Scroll } from "../parts.tsx";
import { bodyTexts } from "./texts.ts";
import { type Scale, scaleOf, type Term, termsIn } from "./timeline-scale.ts";
import type { BodyView } from "./view.ts";

const WIDTH = 1000;
const TOP = 14;
const AXIS = 104;
const RADIUS = 6;
const STEP = 14;
const MAX_STACK = 5;
/** Between the lines of two appeals; more of them than fit share the last one. */
const TERM_STEP = 9;
const MAX_TERMS = 8;
const MAX_MONTHS = 9;

/** The campaign as a line of due days, meetings and today, with the ten days of each notice and the terms of replies. */
export const Timeline = ({ page, view }: { page: Page; view: BodyView }) => {
  const { findings, dossier, today } = view;
  if (findings.length === 0) return null;
  const meetings = (dossier?.meetings ?? []).filter(({ status }) => status !== "cancelled");
  const terms = termsIn(findings, dossier);
  const windows = findings.filter(({ obligation }) => obligation === "notice");
  const scale = scaleOf([...findings.map(({ due }) => due), ...meetings.map(({ date }) => date), today], WIDTH);
  const height = AXIS + 40 + Math.min(terms.length, MAX_TERMS) * TERM_STEP;
  return (
    <Scroll label={page.texts.body.timeline} name="card timeline">
      <h2>{page.texts.body.timeline}</h2>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" font-size="13">
        {windows.map((finding) => (
          <Window finding={finding} scale={scale} page={page} />
        ))}
        <Axis scale={scale} page={page} />
        {meetings.map(({ date, startsAt }) => (
          <g>
            <title>{`${bodyTexts(page.locale).timelineKey.meeting}: ${page.words.time.date(date)}, ${startsAt}`}</title>
            <line class="meeting" x1={scale.x(date)} x2={scale.x(date)} y1={TOP} y2={AXIS} />
            <path class="flag" d={`M${scale.x(date)} ${TOP}h14l-4 5 4 5h-14z`} />
          </g>
        ))}
        <line class="today" x1={scale.x(today)} x2={scale.x(today)} y1="6" y2={height} />
        <text x={scale.x(today) - 6} y={TOP} text-anchor="end">
          {page.texts.body.today}
        </text>
        {stacked(findings).map(({ finding, height: above }) => (
          <circle class={finding.state} cx={scale.x(finding.due)} cy={AXIS - RADIUS - 2 - above * STEP} r={RADIUS}>
            <title>{wordDot(finding, page)}</title>
          </circle>
        ))}
        {terms.map((term, index) => (
          <TermLine term={term} line={Math.min(index, MAX_TERMS - 1)} scale={scale} page={page} />
        ))}
      </svg>
      <Key page={page} hasTerms={terms.length > 0} />
    </Scroll>
  );
};

const wordDot = (finding: Finding, { words, locale }: Page): string => {
  const subject = wordSubject(finding, locale);
  const name = words.obligations[finding.obligation].full;
  return `${name}${subject === "" ? "" : ` (${subject})`}: ${wordStatus(finding, locale)}`;
};

/** The days before a meeting that are too late to publish its notice (Order 608, p. 8(2)). */
const Window = ({ finding, scale, page }: { finding: Finding; scale: Scale; page: Page }) => {
  const until = finding.beyondCure ?? plusDays(finding.due, 1);
  const from = scale.x(finding.due);
  return (
    <rect class="band" x={from} y={TOP} width={Math.max(0, scale.x(until) - from)} height={AXIS - TOP}>
      <title>{bodyTexts(page.locale).noticeWindow(page.words.time.date(finding.due))}</title>
    </rect>
  );
};

const Axis = ({ scale, page }: { scale: Scale; page: Page }) => (
  <>
    <line class="axis" x1={scale.x(scale.first)} x2={scale.x(scale.last)} y1={AXIS} y2={AXIS} />
    {monthsIn(scale).map((month) => (
      <>
        <line class="axis" x1={scale.x(month)} x2={scale.x(month)} y1={AXIS} y2={AXIS + 8} />
        <text x={scale.x(month)} y={AXIS + 22} text-anchor="middle">
          {page.words.time.date(month)}
        </text>
      </>
    ))}
  </>
);

/** From the receipt of an appeal to the last day of its reply. */
const TermLine = ({ term, line, scale, page }: { term: Term; line: number; scale: Scale; page: Page }) => {
  const y = AXIS + 36 + line * TERM_STEP;
  return (
    <line class={`term ${term.finding.state}`} x1={scale.x(term.from)} x2={scale.x(term.to)} y1={y} y2={y}>
      <title>{wordDot(term.finding, page)}</title>
    </line>
  );
};

const Key = ({ page, hasTerms }: { page: Page; hasTerms: boolean }) => {
  const { timelineKey: key } = bodyTexts(page.locale);
  const sign = (content: unknown, text: string) => (
    <li>
      <svg viewBox="0 0 20 14" width="20" height="14" aria-hidden="true">
        {content}
      </svg>
      {text}
    </li>
  );
  return (
    <ul class="legend quiet">
      {sign(<path class="flag" d="M3 1h14l-4 5 4 5h-14z" />, key.meeting)}
      {sign(<rect class="band" width="20" height="14" />, key.window)}
      {sign(<circle class="upcoming" cx="10" cy="7" r="6" />, key.due)}
      {hasTerms ? sign(<line class="term upcoming" x1="2" x2="18" y1="7" y2="7" />, key.appeals) : null}
    </ul>
  );
};

/** Findings of one due day stand upon each other. */
function stacked(findings: readonly Finding[]): readonly { finding: Finding; height: number }[] {
  return [...Map.groupBy(findings, ({ due }) => due).values()].flatMap((same) =>
    same.map((finding, index) => ({ finding, height: Math.min(index, MAX_STACK) })),
  );
}

/** The beginnings of months, so many apart that their dates do not touch. */
function monthsIn({ first, last }: Scale): readonly Day[] {
  const months: Day[] = [];
  const { year, month } = partsOf(first);
  const step = Math.ceil((last - first) / 31 / MAX_MONTHS);
  for (let index = 1; ; index += step) {
    const start = dayOf(year + Math.floor((month - 1 + index) / 12), ((month - 1 + index) % 12) + 1, 1);
    if (start > last) return months;
    months.push(start);
  }
}
