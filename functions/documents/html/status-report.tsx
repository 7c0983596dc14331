import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { rateLevel } from "../../../core/status/level.ts";
import { STATES } from "../../../core/status/states.ts";
import type { ReportRow } from "../../../core/status/status-report.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { drawnRegions, RegionMap } from "../status/map.tsx";
import type { Cell, Column, Table } from "../status/table.ts";
import { TrendLine } from "../status/trend.tsx";
import { wordValue } from "../status/value.ts";
import type { ReportView } from "../status/view.ts";
import { signs, type Words, wordShare } from "../status/words.ts";
import { styles } from "./styles.ts";

/** A status report as one HTML file that needs nothing else, reads well on any screen and prints well. */
export const statusReportHtml = (view: ReportView): string => `<!doctype html>${String(<Report view={view} />)}`;

const Report = ({ view }: { view: ReportView }) => {
  const { words, report } = view;
  const { texts, catalogue, locale } = words;
  const trend = TrendLine({ trend: report.trend, words });
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${view.title}: ${view.about}, ${view.moment}`}</title>
        <style>{raw(styles)}</style>
      </head>
      <body>
        <header>
          <p class="product">{catalogue.letter.product}</p>
          <h1>{view.title}</h1>
          <p class="about">{view.about}</p>
          <p class="quiet">{`${view.moment} · ${view.made}`}</p>
        </header>
        <ul class="figures">
          {view.figures.map(({ name, value, tone }) => (
            <li class={tone}>
              <strong>{value}</strong> {name}
            </li>
          ))}
        </ul>
        <p class="quiet">{texts.rateHelp}</p>
        <div class="drawings">
          {drawnRegions(report.regions).length === 0 ? null : (
            <Section title={texts.map}>
              <RegionMap regions={report.regions} words={words} />
            </Section>
          )}
          <Section title={texts.trend}>{trend ?? <p class="quiet">{texts.noTrend}</p>}</Section>
        </div>
        <List table={view.counts} words={words} />
        <List table={view.regions} words={words} />
        <List table={view.open} words={words} />
        <List table={view.changes} words={words} />
        <Matrix view={view} />
        <List table={view.letters} words={words} />
        <List table={view.unacknowledged} words={words} />
        <List table={view.unchecked} words={words} />
        <List table={view.versions} words={words} />
      </body>
    </html>
  );
};

const Section = ({ title, children }: { title: string; children: Child }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

const List = ({ table, words }: { table: Table; words: Words }) => (
  <Section title={table.title}>
    {table.rows.length === 0 ? <p class="quiet">{table.empty}</p> : <Grid table={table} words={words} />}
  </Section>
);

const classOf = ({ kind }: Column): string | undefined => (kind === "text" ? undefined : "n");

const Grid = ({ table: { columns, rows, totals = [] }, words }: { table: Table; words: Words }) => {
  const row = (cells: readonly Cell[]) => (
    <tr>
      {columns.map((column, index) => {
        const cell = cells[index] ?? { value: null };
        return <td class={cell.tone ?? classOf(column)}>{wordValue(cell.value, column, words)}</td>;
      })}
    </tr>
  );
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(row)}</tbody>
        {totals.length === 0 ? null : <tfoot>{totals.map(row)}</tfoot>}
      </table>
    </div>
  );
};

const Matrix = ({ view: { report, words } }: { view: ReportView }) => {
  const { texts, catalogue } = words;
  return (
    <Section title={texts.bodies}>
      <p class="quiet">{texts.bodiesHelp}</p>
      <ul class="key">
        {STATES.map((state) => (
          <li>
            <b class={state}>{signs[state]}</b> {capitalised(catalogue.states[state])}
          </li>
        ))}
      </ul>
      <div class="scroll">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{texts.columns.body}</th>
              <th scope="col">{texts.columns.rate}</th>
              {ObligationId.options.map((id) => (
                <th scope="col">{catalogue.obligations[id].short}</th>
              ))}
            </tr>
          </thead>
          {[...Map.groupBy(report.rows, ({ region }) => region)].map(([region, rows]) => (
            <tbody>
              <tr class="group">
                <th scope="rowgroup" colspan={ObligationId.options.length + 2}>
                  {words.regionOf(region) || region}
                </th>
              </tr>
              {rows.map((row) => (
                <Row row={row} words={words} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Section>
  );
};

const Row = ({ row, words }: { row: ReportRow; words: Words }) => (
  <tr>
    <th scope="row">{words.nameOf(row.body)}</th>
    <td class={rateLevel(row.rate)}>{wordShare(row.rate, words)}</td>
    {ObligationId.options.map((id) => {
      const state = row.worst[id];
      if (state === undefined) return <td />;
      const count = row.counts[id]?.[state] ?? 1;
      return (
        <td class={state} title={words.catalogue.states[state]}>
          {count > 1 ? `${signs[state]} ${formatNumber(words.locale, count)}` : signs[state]}
        </td>
      );
    })}
  </tr>
);
