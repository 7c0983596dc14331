import type { Register } from "../../../core/register/register.ts";
import type { ReportChange } from "../../../core/status/status-report.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty, Name, StateTag } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import type { Changes } from "./overview.ts";
import { overviewTexts } from "./texts.ts";

/** The overview shows so many of each; the rest is a link away. */
const SHOWN = 4;

interface ChangesProps {
  readonly page: Page;
  readonly register: Register;
  readonly changes: Changes;
}

/** What has become overdue, and what was met, since yesterday. */
export const ChangesCard = ({ page, register, changes }: ChangesProps) => (
  <section class="card" aria-labelledby="changes">
    <h2 id="changes">{overviewTexts(page.locale).changes(page.words.time.date(changes.since))}</h2>
    <Lists page={page} register={register} changes={changes} most={SHOWN} heading="h3" />
    {changes.worse.length > SHOWN || changes.better.length > SHOWN ? (
      <p>
        <a href="/changes">{overviewTexts(page.locale).more(changes.worse.length + changes.better.length)}</a>
      </p>
    ) : null}
  </section>
);

/** All of it, on a page of its own. */
export const ChangesPage = ({ page, register, changes }: ChangesProps) => {
  const texts = overviewTexts(page.locale);
  return (
    <Layout page={page} title={texts.changesTitle} section="overview">
      <div class="lead">
        <h1>{texts.changesTitle}</h1>
        <p class="quiet">{texts.changes(page.words.time.longDate(changes.since))}</p>
      </div>
      <div class="card">
        <Lists page={page} register={register} changes={changes} most={Number.POSITIVE_INFINITY} heading="h2" />
      </div>
    </Layout>
  );
};

interface ListsProps extends ChangesProps {
  readonly most: number;
  readonly heading: "h2" | "h3";
}

const Lists = ({ page, register, changes, most, heading: Heading }: ListsProps) => {
  const texts = overviewTexts(page.locale);
  const lists = [
    { title: texts.worse, none: texts.nothingWorse, items: changes.worse },
    { title: texts.better, none: texts.nothingBetter, items: changes.better },
  ];
  return (
    <>
      {lists.map(({ title, none, items }) => (
        <>
          <Heading>
            {title} <span class="count">{formatNumber(page.locale, items.length)}</span>
          </Heading>
          {items.length === 0 ? <Empty>{none}</Empty> : null}
          <ul class="items">
            {items.slice(0, most).map((change) => (
              <Item change={change} page={page} register={register} />
            ))}
          </ul>
        </>
      ))}
    </>
  );
};

const Item = ({ change, page, register }: { change: ReportChange; page: Page; register: Register }) => {
  const { body, campaign, obligation, to } = change;
  const name = register.byId.get(body)?.name;
  return (
    <li>
      <a href={bodyPath(body, campaign, obligation)}>
        {page.words.obligations[obligation].short}: {name ? <Name name={name} page={page} /> : body}
      </a>{" "}
      {to === null ? null : <StateTag state={to} page={page} />}
    </li>
  );
};
