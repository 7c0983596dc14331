import { capitalised } from "../../../core/wording/wording.ts";
import { Inferred, Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { AttentionLists } from "./attention.tsx";
import { CountsTable } from "./counts.tsx";
import { Figures } from "./figures.tsx";
import { Filters } from "./filters.tsx";
import { RegionMap } from "./map.tsx";
import { Matrix } from "./matrix.tsx";
import type { Overview } from "./overview.ts";
import { Problems } from "./problems.tsx";
import { Trend } from "./trend.tsx";

/** How all bodies stand: at a glance, by region, by obligation, and each. */
export const OverviewPage = ({ page, overview }: { page: Page; overview: Overview }) => (
  <Layout page={page} title={page.texts.overview.title} section="overview">
    <div class="lead">
      <h1>{page.texts.overview.title}</h1>
      <p class="quiet">
        {capitalised(page.words.letter.asOf(page.words.time.longDate(overview.today), page.clock.time))} ·{" "}
        {page.words.time.bodies(overview.status.rows.length)}
      </p>
    </div>
    <Problems page={page} overview={overview} />
    <Figures page={page} overview={overview} />
    <div class="columns">
      <div class="stack map">
        <RegionMap page={page} overview={overview} />
        <Trend points={overview.trend} days={overview.trendDays} page={page} />
      </div>
      <AttentionLists page={page} overview={overview} />
    </div>
    <CountsTable page={page} overview={overview} />
    <section id="matrix" aria-labelledby="matrix-title">
      <h2 id="matrix-title">{page.texts.overview.matrix}</h2>
      <p class="quiet">{page.texts.overview.matrixHelp}</p>
      <Inferred page={page} />
      <Filters page={page} overview={overview} />
      <Matrix page={page} overview={overview} />
    </section>
  </Layout>
);
