import type { Slot } from "../../../core/escalation/letter.ts";
import type { PaperAddressee } from "../../../core/escalation/paper.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { Body } from "../../../core/register/body.ts";
import { wordFinding } from "../../../core/wording/word-finding.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty, Name, StateTag } from "../parts.tsx";
import { bodyPath } from "../paths.ts";

/** One body to be written to on paper, with what it is to be told. */
export interface PaperRow extends PaperAddressee {
  /** The department above it, if it is not one itself. */
  readonly department: Body | undefined;
  readonly open: readonly Finding[];
}

/** What the page shows, as of a moment on the ministry's clock. */
export interface PaperView {
  readonly moment: Slot;
  readonly rows: readonly PaperRow[];
}

/** The bodies that no e-mail reaches, to be printed. */
export const PaperPage = ({ page, view: { moment, rows } }: { page: Page; view: PaperView }) => {
  const { paper } = page.texts;
  return (
    <Layout page={page} title={paper.title} section="paper">
      <div class="lead">
        <h1>{paper.title}</h1>
        <p>{paper.intro}</p>
        <p class="quiet">{paper.asOf(page.words.time.date(moment.day), moment.time)}</p>
      </div>
      <p role="status">{paper.found(rows.length)}</p>
      {rows.length === 0 ? <Empty>{paper.none}</Empty> : null}
      {rows.map((row) => (
        <Addressee page={page} row={row} />
      ))}
    </Layout>
  );
};

const Addressee = ({ page, row }: { page: Page; row: PaperRow }) => {
  const { paper } = page.texts;
  const { body, department, reason, insteadTo, open } = row;
  return (
    <section class="card" aria-labelledby={`paper-${body.id}`}>
      <h2 id={`paper-${body.id}`}>
        <a href={bodyPath(body.id)}>
          <Name name={body.name} page={page} />
        </a>
      </h2>
      {department ? (
        <p class="quiet">
          <Name name={department.name} page={page} />
        </p>
      ) : null}
      <dl class="facts">
        <dt>{paper.why}</dt>
        <dd>{paper.reasons[reason]}</dd>
        <dt>{paper.insteadTo}</dt>
        <dd>{insteadTo.length > 0 ? insteadTo.join(", ") : paper.nobody}</dd>
        <dt>{paper.open}</dt>
        <dd>{open.length === 0 ? paper.nothingOpen : <Open page={page} findings={open} />}</dd>
      </dl>
    </section>
  );
};

const Open = ({ page, findings }: { page: Page; findings: readonly Finding[] }) => (
  <ul class="items">
    {findings.map((finding) => (
      <li>
        <StateTag state={finding.state} page={page} /> {wordFinding(finding, page.locale)}
      </li>
    ))}
  </ul>
);
