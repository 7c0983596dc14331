import { capitalised } from "../../../core/wording/wording.ts";
import { Inferred, Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { OverdueList, WeekList } from "./attention.tsx";
import { ChangesCard } from "./changes.tsx";
import { CountsTable } from "./counts.tsx";
import { Figures } from "./figures.tsx";
import { Filters } from "./filters.tsx";
import { RegionMap } from "./map.tsx";
import { Matrix, ShownCount } from "./matrix.tsx";
import type { Overview } from "./overview.ts";
import { Problems } from "./problems.tsx";
import { Trend } from "./trend.tsx";
import { UnacknowledgedCard } from "./unacknowledged.tsx";

/** How all bodies stand: at a glance, by region, by obligation, and each. */
export const OverviewPage = ({ page, overview }: { page: Page; overview: Overview }) => (
  <Layout page={page} title={page.texts.overview.title} section="overview" isLive>
    <div class="lead">
      <h1>{page.texts.overview.title}</h1>
      <p class="quiet">
        {capitalised(page.words.letter.asOf(page.words.time.longDate(overview.today), page.clock.time))} ·{" "}
        {page.words.time.bodies(overview.status.rows.length)} · <a href="#matrix">{page.texts.overview.matrix}</a>
      </p>
    </div>
    <Problems page={page} overview={overview} />
    <Figures page={page} overview={overview} />
    <div class="columns">
      <div class="stack map">
        <RegionMap page={page} overview={overview} />
        <Trend trend={overview.trend} page={page} />
      </div>
      <div class="stack">
        <OverdueList page={page} overview={overview} />
        <UnacknowledgedCard page={page} />
      </div>
      <div class="stack">
        <WeekList page={page} overview={overview} />
        <ChangesCard page={page} register={overview.register} changes={overview.changes} />
      </div>
    </div>
    <CountsTable page={page} overview={overview} />
    <section id="matrix" aria-labelledby="matrix-title">
      <h2 id="matrix-title">{page.texts.overview.matrix}</h2>
      <p class="quiet">{page.texts.overview.matrixHelp}</p>
      <Inferred page={page} />
      <Filters page={page} overview={overview} />
      <ShownCount page={page} overview={overview} />
      <div id="matrix-rows">
        <Matrix page={page} overview={overview} />
      </div>
    </section>
  </Layout>
);
