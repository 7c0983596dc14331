import type { HoldReason } from "../../../core/escalation/fire.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { maySomewhere } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";
import { formatNumber, formatTenths } from "../../../core/wording/plural.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { holdTexts } from "../holds/texts.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty, RegionName, Scroll } from "../parts.tsx";
import { slotText, withQuery } from "../paths.ts";

/** What the sweeps of one slot did. */
interface SlotReports {
  readonly slot: Slot;
  readonly reports: readonly SweepReport[];
}

/** The sweep log as its page shows it; one slot in detail. */
export interface SweepsView {
  readonly rows: readonly SlotReports[];
  readonly chosen: SlotReports | undefined;
  readonly register: Register;
}

interface SweepsProps {
  readonly page: Page;
  readonly view: SweepsView;
}

/** Each slot, and one of them by scope. */
export const SweepsPage = ({ page, view }: SweepsProps) => (
  <Layout page={page} title={page.texts.sweeps.title} section="sweeps">
    <div class="lead">
      <h1>{page.texts.sweeps.title}</h1>
      <p class="quiet">{page.texts.sweeps.intro}</p>
      {page.caller != null && maySomewhere("sweep", page.caller) ? (
        <p>
          <a href="/sweeps/start">{holdTexts(page.locale).sweepTitle}</a>
        </p>
      ) : null}
    </div>
    {view.chosen ? (
      <>
        <Slots page={page} view={view} />
        <Scopes page={page} register={view.register} chosen={view.chosen} />
      </>
    ) : (
      <Empty>{page.texts.empty.sweeps}</Empty>
    )}
  </Layout>
);

/** The figures of a row, added up over its sweeps. */
const FIGURES = ["bodies", "written", "items", "dropped", "braked"] as const;

const total = (reports: readonly SweepReport[], figure: (report: SweepReport) => number): number =>
  reports.reduce((sum, report) => sum + figure(report), 0);

/** Everything that a sweep could not read. */
const damagedIn = ({ damaged, damagedLetters = [], damagedMarks = [] }: SweepReport): number =>
  damaged.length + damagedLetters.length + damagedMarks.length;

const Heads = ({ page, first }: { page: Page; first: string }) => {
  const { sweeps } = page.texts;
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {([...FIGURES, "failed", "damaged", "vacant", "seconds"] as const).map((figure) => (
          <th scope="col" class="n">
            {sweeps[figure]}
          </th>
        ))}
        <th scope="col">{sweeps.outcome}</th>
      </tr>
    </thead>
  );
};

const NUMBERS = FIGURES.length + 4;

const Figures = ({ page, reports }: { page: Page; reports: readonly SweepReport[] }) =>
  reports.length === 0 ? <td colspan={NUMBERS} /> : <Sums page={page} reports={reports} />;

const Sums = ({ page, reports }: { page: Page; reports: readonly SweepReport[] }) => (
  <>
    {FIGURES.map((figure) => (
      <td class="n">
        {formatNumber(
          page.locale,
          total(reports, (report) => report[figure] ?? 0),
        )}
      </td>
    ))}
    <td class="n">{total(reports, ({ failed }) => failed.length)}</td>
    <td class="n">{total(reports, damagedIn)}</td>
    <td class="n">{total(reports, ({ contacts }) => contacts.length)}</td>
    <Seconds seconds={total(reports, ({ seconds }) => seconds)} page={page} />
  </>
);

/** The demo's slots before its start were never measured. */
const Seconds = ({ seconds, page }: { seconds: number; page: Page }) => (
  <td class="n">{seconds === 0 ? "–" : formatTenths(page.locale, seconds)}</td>
);

const Slots = ({ page, view: { rows, chosen, register } }: SweepsProps) => (
  <Scroll label={page.texts.sweeps.title} name="card">
    <table>
      <caption class="sr">{page.texts.sweeps.title}</caption>
      <Heads page={page} first={page.texts.sweeps.slot} />
      <tbody>
        {rows.map(({ slot, reports }) => (
          <tr>
            <th scope="row">
              <a
                href={withQuery("/sweeps", { slot: slotText(slot) })}
                aria-current={chosen?.slot === slot ? "true" : undefined}
              >
                <DayTime day={slot.day} time={slot.time} page={page} />
              </a>
            </th>
            <Figures page={page} reports={reports} />
            <td>
              <Outcome page={page} reports={reports} expected={register.scopes.length} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

const Outcome = ({ page, reports, expected }: { page: Page; reports: readonly SweepReport[]; expected: number }) => {
  const { outcomes } = page.texts.sweeps;
  if (reports.length === 0) return <span class="tag none">{capitalised(outcomes.none)}</span>;
  if (reports.some(({ complete }) => !complete))
    return <span class="tag overdue">! {capitalised(outcomes.incomplete)}</span>;
  if (reports.length < expected) {
    return (
      <span class="tag due">
        ◷ {capitalised(outcomes.partial)}: {reports.length}/{expected}
      </span>
    );
  }
  return <span class="tag met">✓ {capitalised(outcomes.complete)}</span>;
};

const Scopes = ({ page, register, chosen }: { page: Page; register: Register; chosen: SlotReports }) => {
  const { sweeps } = page.texts;
  const title = sweeps.details(`${page.words.time.date(chosen.slot.day)}, ${chosen.slot.time}`);
  return (
    <>
      <Scroll label={title} name="card">
        <table>
          <caption>{title}</caption>
          <Heads page={page} first={sweeps.scope} />
          <tbody>
            {chosen.reports.map((report) => (
              <tr>
                <th scope="row">
                  <RegionName scope={report.scope} register={register} page={page} />
                </th>
                <Figures page={page} reports={[report]} />
                <td>
                  <Outcome page={page} reports={[report]} expected={1} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Held page={page} reports={chosen.reports} />
    </>
  );
};

const Held = ({ page, reports }: { page: Page; reports: readonly SweepReport[] }) => {
  const { sweeps } = page.texts;
  const reasons = [...new Set(reports.flatMap(({ held }) => Object.keys(held)))].sort();
  const isKnown = (reason: string): reason is HoldReason => Object.hasOwn(sweeps.reasons, reason);
  if (reasons.length === 0) return null;
  return (
    <section class="card" aria-labelledby="held-title">
      <h2 id="held-title">{sweeps.whyHeld}</h2>
      <dl class="facts">
        {reasons.map((reason) => (
          <>
            <dt>{isKnown(reason) ? sweeps.reasons[reason] : reason}</dt>
            <dd>
              {formatNumber(
                page.locale,
                total(reports, ({ held }) => held[reason] ?? 0),
              )}
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
};
