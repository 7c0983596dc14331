import type { Register } from "../../../core/register/register.ts";
import type { ReportLetters, Unacknowledged } from "../../../core/status/status-report.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { Inferred, Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name, Scroll } from "../parts.tsx";
import { bodyPath, withQuery } from "../paths.ts";
import { overviewTexts } from "./texts.ts";

const PATH = "/acknowledgements";

/** The overview shows so many addressees; the rest is a link away. */
const SHOWN = 4;

const PAGE_SIZE = 100;

interface UnacknowledgedProps {
  readonly page: Page;
  readonly register: Register;
  readonly letters: ReportLetters;
}

/**
 * A place on the overview for who has not acknowledged. The ledger of a year is long, so it is read after the page is
 * there, into a place whose height does not change; without scripts a link leads to the list.
 */
export const UnacknowledgedCard = ({ page }: { page: Page }) => {
  const texts = overviewTexts(page.locale);
  return (
    <section class="card" aria-labelledby="unacknowledged">
      <h2 id="unacknowledged">{texts.unacknowledged}</h2>
      <div class="later" hx-get={PATH} hx-trigger="load">
        <p>
          <a href={PATH}>{texts.showUnacknowledged}</a>
        </p>
      </div>
    </section>
  );
};

/** What comes into that place. */
export const FewUnacknowledged = ({ page, register, letters }: UnacknowledgedProps) => {
  const texts = overviewTexts(page.locale);
  if (letters.unacknowledged.length === 0) return <Empty>{texts.everybody}</Empty>;
  return (
    <>
      <Figures page={page} letters={letters} />
      <ul class="items">
        {letters.unacknowledged.slice(0, SHOWN).map((waiting) => (
          <li>
            <Recipient waiting={waiting} page={page} register={register} />{" "}
            <span class="count">{formatNumber(page.locale, waiting.letters)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={PATH}>{texts.more(letters.unacknowledged.length)}</a>
      </p>
    </>
  );
};

const Figures = ({ page, letters: { acknowledged, unacknowledged } }: Omit<UnacknowledgedProps, "register">) => {
  const texts = overviewTexts(page.locale);
  const waiting = unacknowledged.reduce((sum, { letters }) => sum + letters, 0);
  return (
    <p>
      {texts.arrived}: {formatNumber(page.locale, acknowledged + waiting)} · {texts.acknowledged}:{" "}
      {formatNumber(page.locale, acknowledged)} · {texts.lettersHead}: {formatNumber(page.locale, waiting)}
    </p>
  );
};

const Recipient = ({ waiting, page, register }: { waiting: Unacknowledged; page: Page; register: Register }) => {
  const { recipient } = waiting;
  if (recipient === null) return <span>{overviewTexts(page.locale).former}</span>;
  const name = register.byId.get(recipient.body)?.name;
  return (
    <>
      {page.words.contactRoles[recipient.role]},{" "}
      <a href={bodyPath(recipient.body)}>{name ? <Name name={name} page={page} /> : recipient.body}</a>
    </>
  );
};

/** Everybody who has not acknowledged, the most letters first. */
export const UnacknowledgedPage = ({ page, register, letters }: UnacknowledgedProps) => {
  const texts = overviewTexts(page.locale);
  const pages = Math.max(1, Math.ceil(letters.unacknowledged.length / PAGE_SIZE));
  const at = Math.min(pages, Math.max(1, Math.floor(Number(page.url.searchParams.get("page"))) || 1));
  return (
    <Layout page={page} title={texts.unacknowledgedTitle} section="overview">
      <div class="lead">
        <h1>{texts.unacknowledgedTitle}</h1>
        <p class="quiet">{texts.unacknowledgedIntro}</p>
        <Figures page={page} letters={letters} />
      </div>
      <Inferred page={page} />
      {letters.unacknowledged.length === 0 ? (
        <Empty>{texts.everybody}</Empty>
      ) : (
        <Scroll label={texts.unacknowledgedTitle} name="card">
          <table>
            <caption class="sr">{texts.unacknowledgedTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.recipient}</th>
                <th scope="col" class="n">
                  {texts.lettersHead}
                </th>
                <th scope="col">{texts.since}</th>
              </tr>
            </thead>
            <tbody>
              {letters.unacknowledged.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE).map((waiting) => (
                <tr>
                  <th scope="row">
                    <Recipient waiting={waiting} page={page} register={register} />
                  </th>
                  <td class="n">{formatNumber(page.locale, waiting.letters)}</td>
                  <td>
                    <DayTime day={waiting.since} page={page} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages page={page} at={at} pages={pages} />
    </Layout>
  );
};

const Pages = ({ page, at, pages }: { page: Page; at: number; pages: number }) => {
  const texts = page.texts.letters;
  if (pages === 1) return null;
  return (
    <nav class="pages" aria-label={texts.page(at, pages)}>
      {at > 1 ? <a href={withQuery(PATH, { page: at - 1 })}>{texts.previous}</a> : null}
      <span>{texts.page(at, pages)}</span>
      {at < pages ? <a href={withQuery(PATH, { page: at + 1 })}>{texts.next}</a> : null}
    </nav>
  );
};
