import { routeOf } from "../../../core/dossier/appeal.ts";
import type { Register } from "../../../core/register/register.ts";
import { wordDays } from "../../../core/wording/word-finding.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { nextAction } from "../body/actions.ts";
import { Field, Select } from "../filter-controls.tsx";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name, regionChoices, Scroll, StateTag } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import { recordPath } from "../record/paths.ts";
import { commandTitle } from "../record/texts/commands.ts";
import { labelsOf } from "../record/texts/labels.ts";
import { recordTexts } from "../record/texts/pages.ts";
import type { Moment } from "../view.ts";
import { type AppealQuery, appealsPath, KINDS, ROUTES, SORTS, STATES } from "./query.ts";
import type { AppealRow } from "./rows.ts";
import { appealsTexts } from "./texts.ts";

export interface AppealsView {
  readonly register: Register;
  readonly moment: Moment;
  readonly query: AppealQuery;
  /** How many appeals may be read, whatever the query. */
  readonly total: number;
  /** Those that fit the query, in its order. */
  readonly rows: readonly AppealRow[];
  readonly mayRecord: (row: AppealRow) => boolean;
}

const PER_PAGE = 100;

/** Where the last page begins: appeals that are closed leave a list whose address somebody has kept. */
const lastPageOf = (rows: readonly AppealRow[]): number =>
  Math.floor(Math.max(0, rows.length - 1) / PER_PAGE) * PER_PAGE;

/** All appeals of the bodies that the reader may see. */
export const AppealsPage = ({ page, view }: { page: Page; view: AppealsView }) => {
  const texts = appealsTexts(page.locale);
  const { query, rows, total } = view;
  const from = Math.min(query.from, lastPageOf(rows));
  const shown = rows.slice(from, from + PER_PAGE);
  const records = shown.some(view.mayRecord);
  return (
    <Layout page={page} title={texts.title} section="appeals">
      <div class="lead">
        <h1>{texts.title}</h1>
        <p>{texts.intro}</p>
      </div>
      {total === 0 ? <Empty>{texts.none}</Empty> : <AppealFilters page={page} view={view} />}
      {total > 0 && rows.length === 0 ? <Empty>{texts.noneFound}</Empty> : null}
      {shown.length === 0 ? null : (
        <Scroll label={texts.title} name="card">
          <table>
            <caption>{texts.count(rows.length, total)}</caption>
            <Head page={page} records={records} />
            <tbody>
              {shown.map((row) => (
                <Row row={row} page={page} view={view} records={records} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages page={page} view={view} from={from} />
    </Layout>
  );
};

/** The last column is for those who may record something of what is shown. */
const Head = ({ page, records }: { page: Page; records: boolean }) => {
  const texts = appealsTexts(page.locale);
  const labels = labelsOf(page.locale);
  const names = [labels.appeal, texts.body, labels.kind, labels.receivedOn, texts.next, texts.due, texts.stands];
  return (
    <thead>
      <tr>
        {[...names, ...(records ? [texts.record] : [])].map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
    </thead>
  );
};

interface RowProps {
  readonly row: AppealRow;
  readonly page: Page;
  readonly view: AppealsView;
  readonly records: boolean;
}

const Row = ({ row, page, view, records }: RowProps) => {
  const { options } = recordTexts(page.locale);
  const { appeal, body, campaign, next } = row;
  const anchor = next?.obligation ?? "registration";
  return (
    <tr>
      <th scope="row">
        <a href={bodyPath(body.id, campaign, anchor)}>{appeal.number}</a>
      </th>
      <td>
        <Name name={body.name} page={page} />
      </td>
      <td>
        {capitalised(options.kind[appeal.kind])}
        <br />
        <span class="quiet">{options.route[routeOf(appeal)]}</span>
      </td>
      <td>
        <DayTime day={appeal.receivedOn} page={page} />
      </td>
      <td>{next ? page.words.obligations[next.obligation].short : "–"}</td>
      <td>{next ? <DayTime day={next.due} page={page} /> : "–"}</td>
      <td>
        {next ? <StateTag state={next.state} page={page} text={wordDays(next, page.locale)} /> : <Closed page={page} />}
      </td>
      {records ? <td>{next ? <Action row={row} page={page} view={view} /> : null}</td> : null}
    </tr>
  );
};

const Closed = ({ page }: { page: Page }) => (
  <span class="tag met">
    <b aria-hidden="true">✓</b> {capitalised(appealsTexts(page.locale).closed)}
  </span>
);

/** The form of the next step, for those who may send it. */
const Action = ({ row, page, view }: { row: AppealRow; page: Page; view: AppealsView }) => {
  const { body, campaign, next, dossier, appeal } = row;
  const action = next && nextAction(next, { dossier, now: view.moment.viewOf(body.zone).now });
  if (!action || !view.mayRecord(row)) return null;
  const title = commandTitle(action.command, page.locale);
  return (
    <a
      href={recordPath(body.id, campaign, action.command, action.query)}
      aria-label={`${title}: ${page.words.subjects.appeal(appeal.number)}`}
    >
      {title}
    </a>
  );
};

const AppealFilters = ({ page, view: { query, register } }: { page: Page; view: AppealsView }) => {
  const texts = appealsTexts(page.locale);
  const labels = labelsOf(page.locale);
  const { options } = recordTexts(page.locale);
  const { filters } = page.texts;
  const [, ...regions] = register.scopes;
  const chosen = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ value, text: capitalised(words[value]) }));
  return (
    <search>
      <form class="filters" action="/appeals" method="get" aria-label={texts.title}>
        <Field name="q" label={texts.search}>
          <input id="filter-q" name="q" type="search" value={query.q} maxlength={100} autocomplete="off" />
        </Field>
        <Select name="state" label={texts.state} chosen={query.state} choices={chosen(STATES, texts.states)} />
        <Select
          name="region"
          label={filters.region}
          none={filters.all}
          chosen={query.region}
          choices={regionChoices(regions, register, page)}
        />
        <Select
          name="kind"
          label={labels.kind}
          none={filters.all}
          chosen={query.kind}
          choices={chosen(KINDS, options.kind)}
        />
        <Select
          name="route"
          label={labels.route}
          none={filters.all}
          chosen={query.route}
          choices={chosen(ROUTES, options.route)}
        />
        <Select name="sort" label={texts.sort} chosen={query.sort} choices={chosen(SORTS, texts.sorts)} />
        <div class="actions">
          <button type="submit">{filters.apply}</button>
          <a href="/appeals">{filters.reset}</a>
        </div>
      </form>
    </search>
  );
};

const Pages = ({ page, view: { query, rows }, from }: { page: Page; view: AppealsView; from: number }) => {
  const texts = appealsTexts(page.locale);
  const before = Math.max(0, from - PER_PAGE);
  const after = from + PER_PAGE;
  if (from === 0 && after >= rows.length) return null;
  return (
    <nav class="pages" aria-label={texts.title}>
      {from > 0 ? <a href={appealsPath({ ...query, from: before })}>{texts.earlier}</a> : null}
      {after < rows.length ? <a href={appealsPath({ ...query, from: after })}>{texts.later}</a> : null}
    </nav>
  );
};
