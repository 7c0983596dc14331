import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { State } from "../../../core/order608/finding.ts";
import { countIn } from "../../../core/status/count.ts";
import { STATES } from "../../../core/status/states.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { Scroll, signs } from "../parts.tsx";
import type { Overview } from "./overview.ts";
import { selectionPath } from "./query.ts";

interface CountsProps {
  readonly page: Page;
  readonly overview: Overview;
}

/** Every obligation by state, with a bar of the shares; a number selects its bodies. */
export const CountsTable = ({ page, overview: { status } }: CountsProps) => {
  const totals = STATES.map((state) => countIn(status.counts, state));
  return (
    <Scroll label={page.texts.overview.counts} name="card">
      <table class="counts">
        <caption>{page.texts.overview.counts}</caption>
        <thead>
          <tr>
            <th scope="col">{page.texts.filters.obligation}</th>
            {STATES.map((state) => (
              <th scope="col" class={`n ${state}`}>
                <b aria-hidden="true">{signs[state]}</b> {capitalised(page.words.states[state])}
              </th>
            ))}
            <th scope="col" class="n">
              {page.texts.overview.total}
            </th>
            <td class="bar-cell" />
          </tr>
        </thead>
        <tbody>
          {ObligationId.options.map((id) => (
            <Row id={id} counts={STATES.map((state) => status.counts[id]?.[state] ?? 0)} page={page} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{page.texts.overview.total}</th>
            {totals.map((total) => (
              <td class="n">{formatNumber(page.locale, total)}</td>
            ))}
            <td class="n">{formatNumber(page.locale, sum(totals))}</td>
            <td class="bar-cell">
              <Bar counts={totals} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const Row = ({ id, counts, page }: { id: ObligationId; counts: readonly number[]; page: Page }) => (
  <tr>
    <th scope="row">
      <a href={selectionPath({ obligation: id })}>{page.words.obligations[id].full}</a>
    </th>
    {STATES.map((state, index) => (
      <td class="n">
        <Count id={id} state={state} count={counts[index] ?? 0} page={page} />
      </td>
    ))}
    <td class="n">{formatNumber(page.locale, sum(counts))}</td>
    <td class="bar-cell">
      <Bar counts={counts} />
    </td>
  </tr>
);

const Count = ({ id, state, count, page }: { id: ObligationId; state: State; count: number; page: Page }) =>
  count === 0 ? (
    <span class="zero">0</span>
  ) : (
    <a href={selectionPath({ obligation: id, state })}>{formatNumber(page.locale, count)}</a>
  );

const WIDTH = 120;
const HEIGHT = 10;

/** The shares of the states; the numbers of the row say the same. */
const Bar = ({ counts }: { counts: readonly number[] }) => {
  const total = sum(counts);
  let x = 0;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true" class="bars">
      {STATES.map((state, index) => {
        const width = total === 0 ? 0 : ((counts[index] ?? 0) / total) * WIDTH;
        const start = x;
        x += width;
        return width === 0 ? null : (
          <rect class={state} x={start.toFixed(1)} width={width.toFixed(1)} height={HEIGHT} />
        );
      })}
    </svg>
  );
};
