import type { State } from "../../../core/order608/finding.ts";
import { countIn } from "../../../core/status/count.ts";
import { STATES } from "../../../core/status/states.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { signs } from "../parts.tsx";
import type { Overview } from "./overview.ts";
import { selectionPath } from "./query.ts";

const TURN = 100;

/** The compliance rate and how many obligations are in each state; each figure selects its bodies. */
export const Figures = ({ page, overview }: { page: Page; overview: Overview }) => (
  <section class="figures" aria-label={page.texts.overview.rate}>
    <div class="figure rate">
      <Ring rate={overview.status.rate} />
      <div>
        <strong>
          {overview.status.rate === null ? page.texts.overview.noRate : page.texts.overview.share(overview.status.rate)}
        </strong>
        <span>{page.texts.overview.rate}</span>
        <small>{page.texts.overview.rateHelp}</small>
      </div>
    </div>
    <ul>
      {STATES.map((state) => (
        <Figure state={state} count={countIn(overview.status.counts, state)} page={page} />
      ))}
    </ul>
  </section>
);

const Figure = ({ state, count, page }: { state: State; count: number; page: Page }) => (
  <li>
    <a class={`figure ${state}`} href={selectionPath({ state })}>
      <strong>
        <b aria-hidden="true">{signs[state]}</b> {formatNumber(page.locale, count)}
      </strong>
      <span>{capitalised(page.words.states[state])}</span>
    </a>
  </li>
);

/** The rate as an arc; the number beside it says the same. */
const Ring = ({ rate }: { rate: number | null }) => (
  <svg class="ring" viewBox="0 0 36 36" width="72" height="72" aria-hidden="true">
    <circle class="rest" cx="18" cy="18" r="15.9" fill="none" stroke-width="4" />
    <circle
      class="part"
      cx="18"
      cy="18"
      r="15.9"
      fill="none"
      stroke-width="4"
      pathLength={TURN}
      stroke-dasharray={`${Math.floor((rate ?? 0) * TURN)} ${TURN}`}
      transform="rotate(-90 18 18)"
    />
  </svg>
);
