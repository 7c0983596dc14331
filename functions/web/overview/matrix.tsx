import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Cell } from "../../../core/status/cells.ts";
import { countIn } from "../../../core/status/count.ts";
import { rateLevel } from "../../../core/status/level.ts";
import type { RegionStatus } from "../../../core/status/regions.ts";
import type { Sort } from "../../../core/status/select.ts";
import { STATES } from "../../../core/status/states.ts";
import type { StatusRow } from "../../../core/status/status.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { Empty, Hidden, Name, RegionName, Scroll, StateTag, signs } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import { isUnchecked, type Overview } from "./overview.ts";
import { selectionPath } from "./query.ts";
import { overviewTexts } from "./texts.ts";

/** What the matrix shows of the overview. */
export type Shown = Pick<Overview, "status" | "register" | "selection" | "selected" | "pieces">;

interface MatrixProps {
  readonly page: Page;
  readonly overview: Shown;
}

/** How many bodies are shown: said aloud whenever it changes. */
export const ShownCount = ({ page, overview, isNews }: MatrixProps & { isNews?: boolean }) => (
  <p id="shown" role="status" hx-swap-oob={isNews ? "innerHTML" : undefined}>
    {page.texts.overview.shown(
      overview.selected.reduce((sum, { rows }) => sum + rows.length, 0),
      overview.status.rows.length,
    )}
  </p>
);

/** The answer to a choice made with scripts: the matrix alone, and how many bodies it shows. */
export const MatrixAnswer = ({ page, overview }: MatrixProps) => (
  <>
    <Matrix page={page} overview={overview} />
    <ShownCount page={page} overview={overview} isNews />
  </>
);

/** Columns before the obligations: the body and its rate. */
const LEADING = 2;

/** Bodies by obligations, grouped by region; a cell has a sign to see and words to hear. */
export const Matrix = ({ page, overview }: MatrixProps) => {
  const { texts, words } = page;
  if (overview.selected.length === 0) return <Empty>{texts.overview.nothingFound}</Empty>;
  return (
    <>
      <Key page={page} />
      <Scroll label={texts.overview.matrix} name="wide">
        <table class="matrix">
          <caption class="sr">{texts.overview.matrix}</caption>
          <thead>
            <tr>
              <Head sort="name" text={texts.overview.body} page={page} overview={overview} />
              <Head sort="rate" text={texts.overview.rate} page={page} overview={overview} />
              {ObligationId.options.map((id) => (
                <th scope="col" title={words.obligations[id].full}>
                  <span>{words.obligations[id].short}</span>
                </th>
              ))}
            </tr>
          </thead>
          {overview.selected.map((region) => (
            <Group region={region} page={page} overview={overview} />
          ))}
        </table>
      </Scroll>
    </>
  );
};

/** The head of a column that can order the rows, as a link. */
const Head = ({ sort, text, page, overview: { selection } }: MatrixProps & { sort: Sort; text: string }) => (
  <th scope="col" aria-sort={selection.sort === sort ? "ascending" : undefined}>
    <span>
      <a href={selectionPath({ ...selection, sort })} title={overviewTexts(page.locale).sortBy(text)}>
        {text}
      </a>
    </span>
  </th>
);

const Key = ({ page }: { page: Page }) => (
  <ul class="key" aria-label={page.texts.overview.key}>
    {STATES.map((state) => (
      <li>
        <StateTag state={state} page={page} />
      </li>
    ))}
    <li>
      <span class="tag unchecked">
        <b aria-hidden="true">?</b> {page.texts.overview.problems}
      </span>
    </li>
    <li>
      <span class="tag none">{capitalised(page.texts.overview.notOwed)}</span>
    </li>
  </ul>
);

const Group = ({ region: { scope, rows, counts, rate }, page, overview }: MatrixProps & { region: RegionStatus }) => {
  const overdue = countIn(counts, "overdue");
  return (
    <tbody>
      <tr class="group">
        <th scope="rowgroup" colspan={LEADING + ObligationId.options.length}>
          <b>
            <RegionName scope={scope} register={overview.register} page={page} />
          </b>{" "}
          <small>
            {rate === null ? page.texts.overview.noRate : page.texts.overview.share(rate)}
            {" · "}
            {page.words.time.bodies(rows.length)}
            {overdue === 0 ? "" : ` · ${page.words.states.overdue}: ${overdue}`}
          </small>
        </th>
      </tr>
      {overview.pieces.put(rows.map((row) => rowBytes(row, page, overview)))}
    </tbody>
  );
};

/**
 * Each row in each language, as long as somebody has the row, which is a body's as of one moment: it says the same to
 * everybody who may see it.
 */
const known = new WeakMap<StatusRow, Map<string, Uint8Array>>();

function rowBytes(row: StatusRow, page: Page, overview: Shown): Uint8Array {
  const { damaged, failed } = overview.status;
  const isChecked = [...damaged, ...failed].every(({ body }) => body !== row.body);
  const ofRow = known.get(row) ?? new Map<string, Uint8Array>();
  const bytes =
    (isChecked ? ofRow.get(page.locale) : undefined) ??
    Buffer.from(String(<Row row={row} page={page} overview={overview} />));
  if (isChecked) known.set(row, ofRow.set(page.locale, bytes));
  return bytes;
}

const Row = ({ row, page, overview }: MatrixProps & { row: StatusRow }) => (
  <tr>
    <th scope="row">
      <a href={bodyPath(row.body)}>
        <Name name={row.name} page={page} />
      </a>
    </th>
    <td class={rateLevel(row.rate)}>{row.rate === null ? "…" : page.texts.overview.share(row.rate)}</td>
    {ObligationId.options.map((id) => {
      const cell = row.cells[id];
      return cell ? (
        <td class={cell.state}>
          <a href={bodyPath(row.body, cell.campaign, id)}>
            {signs[cell.state]}
            <CellWords cell={cell} page={page} />
          </a>
        </td>
      ) : (
        <EmptyCell unchecked={isUnchecked(overview.status, row.body, id)} page={page} />
      );
    })}
  </tr>
);

/** Nothing is known of a cell whose record is damaged or whose year the calendar lacks; else nothing is owed. */
const EmptyCell = ({ unchecked, page }: { unchecked: boolean; page: Page }) =>
  unchecked ? (
    <td class="unchecked">
      <span aria-hidden="true">?</span>
      <Hidden>{page.texts.overview.problems}</Hidden>
    </td>
  ) : (
    <td>
      <Hidden>{page.texts.overview.notOwed}</Hidden>
    </td>
  );

const CellWords = ({ cell: { state, count, total }, page }: { cell: Cell; page: Page }) => (
  <>
    {total > 1 ? <sub aria-hidden="true">{count === total ? total : `${count}/${total}`}</sub> : null}
    <Hidden>
      {page.words.states[state]}
      {total > 1 ? `, ${page.texts.overview.countOf(count, total)}` : ""}
    </Hidden>
  </>
);
