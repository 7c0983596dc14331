import type { Finding } from "../../../core/order608/finding.ts";
import type { DueDay } from "../../../core/status/due-days.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { wordDays, wordSubject } from "../../../core/wording/word-finding.ts";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name, signs } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import type { Overview } from "./overview.ts";
import { selectionPath } from "./query.ts";

/** A list shows so many; the rest is a link away. */
const SHOWN = 6;

interface AttentionProps {
  readonly page: Page;
  readonly overview: Overview;
}

/** What is past its due day and still to be done, the longest first. */
export const OverdueList = ({ page, overview: { overdue, register } }: AttentionProps) => (
  <section class="card" aria-labelledby="overdue">
    <h2 id="overdue">
      {page.texts.overview.overdue} <span class="count">{overdue.length}</span>
    </h2>
    {overdue.length === 0 ? <Empty>{page.texts.overview.nothingOverdue}</Empty> : null}
    <ul class="items">
      {overdue.slice(0, SHOWN).map((finding) => (
        <Item finding={finding} page={page} name={register.byId.get(finding.body)?.name} />
      ))}
    </ul>
    {overdue.length > SHOWN ? (
      <p>
        <a href={selectionPath({ state: "overdue", sort: "overdue" })}>{page.texts.overview.showAll(overdue.length)}</a>
      </p>
    ) : null}
  </section>
);

interface ItemProps {
  readonly finding: Finding;
  readonly page: Page;
  readonly name: Parameters<typeof Name>[0]["name"] | undefined;
}

const Item = ({ finding, page, name }: ItemProps) => {
  const { body, campaign, obligation, state, due } = finding;
  const subject = wordSubject(finding, page.locale);
  return (
    <li>
      <a href={bodyPath(body, campaign, obligation)}>
        {page.words.obligations[obligation].short}: {name ? <Name name={name} page={page} /> : body}
      </a>
      <p>
        <span class={`days ${state}`}>
          <b aria-hidden="true">{signs[state]}</b> {wordDays(finding, page.locale)}
        </span>{" "}
        <span class="quiet">
          {page.words.letter.due}: <DayTime day={due} page={page} />
          {subject === "" ? "" : ` · ${subject}`}
        </span>
      </p>
    </li>
  );
};

/** What comes due in the days ahead, day by day; a number leads to its bodies. */
export const WeekList = ({ page, overview: { week, daysAhead } }: AttentionProps) => (
  <section class="card" aria-labelledby="ahead">
    <h2 id="ahead">
      {page.texts.overview.ahead(daysAhead)}{" "}
      <span class="count">
        {formatNumber(
          page.locale,
          week.reduce((sum, { count }) => sum + count, 0),
        )}
      </span>
    </h2>
    {week.length === 0 ? <Empty>{page.texts.overview.nothingAhead}</Empty> : null}
    <ul class="items">
      {week.map((due) => (
        <DueOn due={due} page={page} />
      ))}
    </ul>
  </section>
);

const DueOn = ({ due: { day, count, obligations }, page }: { due: DueDay; page: Page }) => (
  <li>
    <strong>
      <DayTime day={day} page={page} />
    </strong>{" "}
    {page.words.time.weekday(day)} <span class="count">{formatNumber(page.locale, count)}</span>
    <p class="quiet">
      {obligations.map(({ obligation, count: own }, index) => (
        <>
          {index === 0 ? "" : ", "}
          <a href={selectionPath({ obligation })}>{page.words.obligations[obligation].short}</a>{" "}
          {formatNumber(page.locale, own)}
        </>
      ))}
    </p>
  </li>
);
