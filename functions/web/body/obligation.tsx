import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { clausesOf, type Sentence } from "../../../core/order608/clauses.ts";
import { cellsOf } from "../../../core/status/cells.ts";
import { wordCitation } from "../../../core/wording/word-clause.ts";
import type { NamedCalendar } from "../../../core/wording/word-derivation.ts";
import type { Page } from "../page.ts";
import { Hidden, signs } from "../parts.tsx";
import { DonePanel } from "./done-panel.tsx";
import { FindingCard } from "./finding.tsx";
import type { BodyView } from "./view.ts";

interface ObligationProps {
  readonly id: ObligationId;
  readonly page: Page;
  readonly view: BodyView;
  readonly calendar: NamedCalendar;
}

/** All obligations at a glance, each leading to its place on the page. */
export const ObligationIndex = ({ page, view }: Pick<ObligationProps, "page" | "view">) => {
  const cells = cellsOf(view.findings);
  return (
    <nav class="index" aria-label={page.texts.body.obligations}>
      {ObligationId.options.map((id) => {
        const cell = cells[id];
        return cell ? (
          <a href={`#${id}`} class={`tag ${cell.state}`}>
            <b aria-hidden="true">{signs[cell.state]}</b> {page.words.obligations[id].short}
            <Hidden>, {page.words.states[cell.state]}</Hidden>
          </a>
        ) : (
          <span id={id} class="tag none">
            {page.words.obligations[id].short}
            <Hidden>, {page.texts.overview.notOwed}</Hidden>
          </span>
        );
      })}
    </nav>
  );
};

/** One obligation with its subjects, and the words that it rests on. */
export const ObligationSection = ({ id, page, view, calendar }: ObligationProps) => (
  <section id={id} class="card obligation" aria-labelledby={`${id}-title`}>
    <h3 id={`${id}-title`}>{page.words.obligations[id].full}</h3>
    {view.doneAt === id ? <DonePanel page={page} view={view} /> : null}
    {view.findings
      .filter(({ obligation }) => obligation === id)
      .sort((a, b) => a.due - b.due)
      .map((finding) => (
        <FindingCard finding={finding} page={page} view={view} calendar={calendar} />
      ))}
    <details class="clauses">
      <summary>
        {page.texts.body.clauses}: {citations(clausesOf(id), page)}
      </summary>
      {clausesOf(id).map((sentence) => (
        <Clause sentence={sentence} page={page} />
      ))}
    </details>
  </section>
);

/** So many clauses are cited; an ellipsis says that there are more. */
const MAX_CITED = 2;

function citations(sentences: readonly Sentence[], { locale }: Page): string {
  const names = sentences.slice(0, MAX_CITED).map((sentence) => wordCitation(sentence, locale));
  return sentences.length > MAX_CITED ? `${names.join("; ")} …` : names.join("; ");
}

export const Clause = ({ sentence, page }: { sentence: Sentence; page: Page }) => {
  const { paraphrase, translation } = page.words.clauses;
  const mark = sentence.kind === "paraphrase" ? paraphrase : translation;
  return (
    <figure>
      <figcaption>
        {wordCitation(sentence, page.locale)}
        {mark === null ? "" : ` (${mark})`}
      </figcaption>
      <blockquote>{sentence[page.locale]}</blockquote>
    </figure>
  );
};
