import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { tileOf } from "../../../core/register/regions.ts";
import { countFindings } from "../../../core/status/count.ts";
import { complianceRate } from "../../../core/status/status.ts";
import type { NamedCalendar } from "../../../core/wording/word-derivation.ts";
import { capitalised, nameIn } from "../../../core/wording/wording.ts";
import { Inferred, Layout } from "../layout.tsx";
import { navigationTexts } from "../navigation.ts";
import { selectionPath } from "../overview/query.ts";
import type { Page } from "../page.ts";
import { Empty, Name } from "../parts.tsx";
import { bodyPath, signInPath } from "../paths.ts";
import { JudgedBy } from "../settings/rules-line.tsx";
import { Contacts, Subordinates } from "./contacts.tsx";
import { DonePanel } from "./done-panel.tsx";
import { Facts } from "./facts.tsx";
import { ObligationIndex, ObligationSection } from "./obligation.tsx";
import { RecentChanges } from "./recent-changes.tsx";
import { bodyTexts } from "./texts.ts";
import { Timeline } from "./timeline.tsx";
import type { BodyView } from "./view.ts";

interface BodyPageProps {
  readonly page: Page;
  readonly view: BodyView;
  readonly calendar: NamedCalendar;
  /** Whether the reader may open the page of a body; of those above their own they see the name only. */
  readonly mayOpen: (id: string) => boolean;
}

/** One body in one campaign: what it owes, what is recorded, who was told. */
export const BodyPage = ({ page, view, calendar, mayOpen }: BodyPageProps) => {
  const owed = ObligationId.options.filter((id) => view.findings.some(({ obligation }) => obligation === id));
  return (
    <Layout page={page} title={nameIn(view.body.name, page.locale)} section="overview">
      <Head page={page} view={view} mayOpen={mayOpen} />
      <Warnings page={page} view={view} />
      {view.doneAt !== null && owed.includes(view.doneAt) ? null : <DonePanel page={page} view={view} />}
      {view.body.kind === "ministry" ? null : (
        <>
          <ObligationIndex page={page} view={view} />
          <Timeline page={page} view={view} />
          <div class="split">
            <section aria-labelledby="obligations-title" class="stack">
              <h2 id="obligations-title">{page.texts.body.obligations}</h2>
              <JudgedBy page={page} rules={view.rules} />
              {owed.length === 0 && !view.damaged ? <Empty>{page.texts.empty.findings}</Empty> : null}
              {owed.map((id) => (
                <ObligationSection id={id} page={page} view={view} calendar={calendar} />
              ))}
            </section>
            <div class="stack">
              <Facts page={page} view={view} />
              <RecentChanges page={page} view={view} />
              <Contacts page={page} view={view} />
              <Subordinates page={page} view={view} />
            </div>
          </div>
        </>
      )}
      {view.body.kind === "ministry" ? (
        <>
          <Contacts page={page} view={view} />
          <Subordinates page={page} view={view} />
        </>
      ) : null}
    </Layout>
  );
};

const Head = ({
  page,
  view: { body, register, campaign, campaigns, findings },
  mayOpen,
}: Omit<BodyPageProps, "calendar">) => {
  const rate = complianceRate(countFindings(findings));
  const scope = register.scopeOf(body);
  const tile = tileOf(scope);
  return (
    <div class="lead">
      <p class="quiet">
        <a href="/">{navigationTexts(page.locale).names.overview}</a>
        {tile === undefined ? null : (
          <>
            {" › "}
            <a href={selectionPath({ region: scope })}>
              <Name name={tile.name} page={page} />
            </a>
          </>
        )}
        {register.ancestorsOf(body).map((above) => (
          <>
            {" › "}
            {mayOpen(above.id) ? (
              <a href={bodyPath(above.id)}>
                <Name name={above.name} page={page} />
              </a>
            ) : (
              <Name name={above.name} page={page} />
            )}
          </>
        ))}
      </p>
      <h1>
        <Name name={body.name} page={page} />
      </h1>
      <p class="quiet">
        {capitalised(page.texts.body.kinds[body.kind])} · {page.texts.body.code} {body.id}
        {rate === null ? "" : ` · ${page.texts.overview.rate}: ${page.texts.overview.share(rate)}`}
      </p>
      {body.kind === "ministry" ? null : (
        <nav class="tabs" aria-label={page.texts.body.campaign}>
          {campaigns.map((year) => (
            <a href={bodyPath(body.id, year)} aria-current={year === campaign ? "page" : undefined}>
              {capitalised(page.words.subjects.campaign(year))}
            </a>
          ))}
        </nav>
      )}
      {page.caller === null && body.kind !== "ministry" ? (
        <p class="quiet">
          <a href={signInPath(page.url)}>{bodyTexts(page.locale).signIn}</a>
        </p>
      ) : null}
      <Inferred page={page} />
    </div>
  );
};

const Warnings = ({ page, view: { body, damaged, failed, campaign } }: Pick<BodyPageProps, "page" | "view">) => {
  if (!damaged && failed.length === 0 && body.activeTo === undefined) return null;
  return (
    <section class="alert">
      {body.activeTo === undefined ? null : <p>{page.texts.body.ended(page.words.time.date(body.activeTo))}</p>}
      {damaged ? <p>{capitalised(page.texts.overview.damaged(campaign))}</p> : null}
      {failed.map(({ obligation, year }) => (
        <p>
          {page.words.obligations[obligation].full}: {page.texts.overview.uncovered(year)}
        </p>
      ))}
    </section>
  );
};
