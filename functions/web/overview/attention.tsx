import type { Finding } from "../../../core/order608/finding.ts";
import { wordDays, wordSubject } from "../../../core/wording/word-finding.ts";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name, signs } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import type { Overview } from "./overview.ts";
import { selectionPath } from "./query.ts";

/** A list shows so many; the rest is a link away. */
const SHOWN = 6;

interface ListProps {
  readonly title: string;
  readonly none: string;
  readonly findings: readonly Finding[];
  readonly all: string | null;
  readonly id: string;
  readonly page: Page;
  readonly overview: Overview;
}

/** What to look at now: overdue, and due in the days ahead. */
export const AttentionLists = ({ page, overview }: { page: Page; overview: Overview }) => (
  <>
    <List
      id="overdue"
      title={page.texts.overview.overdue}
      none={page.texts.overview.nothingOverdue}
      findings={overview.attention.overdue}
      all={selectionPath({ state: "overdue", sort: "overdue" })}
      page={page}
      overview={overview}
    />
    <List
      id="ahead"
      title={page.texts.overview.ahead(overview.daysAhead)}
      none={page.texts.overview.nothingAhead}
      findings={overview.attention.ahead}
      all={selectionPath({ state: "due" })}
      page={page}
      overview={overview}
    />
  </>
);

const List = ({ title, none, findings, all, id, page, overview }: ListProps) => (
  <section class="card" aria-labelledby={id}>
    <h2 id={id}>
      {title} <span class="count">{findings.length}</span>
    </h2>
    {findings.length === 0 ? <Empty>{none}</Empty> : null}
    <ul class="items">
      {findings.slice(0, SHOWN).map((finding) => (
        <Item finding={finding} page={page} overview={overview} />
      ))}
    </ul>
    {findings.length > SHOWN && all !== null ? (
      <p>
        <a href={all}>{page.texts.overview.showAll(findings.length)}</a>
      </p>
    ) : null}
  </section>
);

const Item = ({ finding, page, overview }: { finding: Finding; page: Page; overview: Overview }) => {
  const { body, campaign, obligation, state, due } = finding;
  const name = overview.register.byId.get(body)?.name;
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
