import type { Page } from "../page.ts";
import { Name } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import type { Overview } from "./overview.ts";

interface ProblemsProps {
  readonly page: Page;
  readonly overview: Overview;
}

/** What could not be evaluated: shown above all else, since its figures are missing from all others. */
export const Problems = ({ page, overview }: ProblemsProps) => {
  const { damaged, failed } = overview.status;
  if (damaged.length + failed.length === 0) return null;
  return (
    <section class="alert" aria-labelledby="problems-title">
      <h2 id="problems-title">
        {page.texts.overview.problems} <span class="count">{damaged.length + failed.length}</span>
      </h2>
      <ul>
        {damaged.map(({ body, campaign }) => (
          <li>
            <BodyLink id={body} campaign={campaign} page={page} overview={overview} />:{" "}
            {page.texts.overview.damaged(campaign)}
          </li>
        ))}
        {failed.map(({ body, campaign, obligation, year }) => (
          <li>
            <BodyLink id={body} campaign={campaign} page={page} overview={overview} />:{" "}
            {page.words.obligations[obligation].full}, {page.texts.overview.uncovered(year)}
          </li>
        ))}
      </ul>
    </section>
  );
};

const BodyLink = ({ id, campaign, page, overview }: ProblemsProps & { id: string; campaign: number }) => {
  const name = overview.register.byId.get(id)?.name;
  return <a href={bodyPath(id, campaign)}>{name ? <Name name={name} page={page} /> : id}</a>;
};
