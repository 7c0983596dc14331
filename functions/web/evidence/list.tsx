import { splitPath } from "../../../core/dossier/fact-path.ts";
import type { EvidenceItem, StandingEvidence } from "../../../core/evidence/evidence.ts";
import { EVIDENCE_TYPES } from "../../../core/evidence/file-type.ts";
import type { Invitation } from "../../../core/evidence/files.ts";
import { BodyLead } from "../body-lead.tsx";
import { Done } from "../forms/form.tsx";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty } from "../parts.tsx";
import { wordPath } from "../record/word-fact.ts";
import { filePath, removalPath } from "./paths.ts";
import { SendForm } from "./send.tsx";
import { type EvidenceTexts, evidenceTexts } from "./texts.ts";
import type { EvidenceView } from "./view.ts";

interface ListProps {
  readonly page: Page;
  readonly view: EvidenceView;
  /** Where a file may be posted; null for those who only read. */
  readonly invitation: Invitation | null;
  readonly done: string | undefined;
}

/** All evidence of a body's campaign, by the facts that it proves, and a form to send more. */
export const EvidencePage = ({ page, view, invitation, done }: ListProps) => {
  const texts = evidenceTexts(page.locale);
  const present = view.evidence.filter(({ item }) => !item.removed);
  const removed = view.evidence.filter(({ item }) => item.removed);
  return (
    <Layout page={page} title={texts.title} section="overview">
      <Head page={page} view={view} />
      <Done
        text={
          done !== undefined && Object.hasOwn(texts.done, done)
            ? texts.done[done as keyof EvidenceTexts["done"]]
            : undefined
        }
      />
      {view.closed === null ? null : <p class="alert">{texts.refusals[view.closed]}</p>}
      {present.length === 0 && view.closed === null ? <Empty>{texts.none}</Empty> : null}
      {[...Map.groupBy(present, ({ fact }) => fact)].map(([fact, files]) => (
        <section class="card">
          <h2>{wordPath(splitPath(fact), view.dossier, page.locale)}</h2>
          <Files files={files} page={page} view={view} />
        </section>
      ))}
      {removed.length === 0 ? null : (
        <section class="card">
          <h2>{texts.removedTitle}</h2>
          <Files files={removed} page={page} view={view} />
        </section>
      )}
      {invitation === null ? null : view.facts.length === 0 ? (
        <Empty>{texts.noFacts}</Empty>
      ) : (
        <SendForm page={page} invitation={invitation} />
      )}
    </Layout>
  );
};

/** The body and its campaign, with a way back. */
export const Head = ({ page, view }: Pick<ListProps, "page" | "view">) => (
  <BodyLead page={page} view={view} texts={evidenceTexts(page.locale)}>
    {page.words.subjects.campaign(view.key.campaign)}
  </BodyLead>
);

const Files = ({ files, page, view }: Pick<ListProps, "page" | "view"> & { files: readonly StandingEvidence[] }) => (
  <ul class="files">
    {files.map((file) => (
      <File file={file} page={page} view={view} />
    ))}
  </ul>
);

const File = ({
  file: { item, fact, standing },
  page,
  view: { key, author, dossier },
}: Pick<ListProps, "page" | "view"> & { file: StandingEvidence }) => {
  const texts = evidenceTexts(page.locale);
  return (
    <li>
      <p>
        <a href={filePath(key, item.id)} aria-label={`${texts.download}: ${item.title}`}>
          {item.title}
        </a>{" "}
        <span class="quiet">
          {texts.kinds[EVIDENCE_TYPES[item.type]]}, {texts.bytes(item.bytes)},{" "}
          {texts.attached(item.by.name, page.words.time.date(item.on))}
        </span>
      </p>
      {standing === "same" ? null : <p class="note">{texts.standing[standing]}</p>}
      <Removed item={item} fact={wordPath(splitPath(fact), dossier, page.locale)} page={page} />
      <p class="quiet hash">SHA-256 {item.sha256}</p>
      {author === null ? null : (
        <p>
          <a
            href={removalPath(key, item.id)}
            aria-label={`${item.removed ? texts.putBack : texts.remove}: ${item.title}`}
          >
            {item.removed ? texts.putBack : texts.remove}
          </a>
        </p>
      )}
    </li>
  );
};

interface RemovedProps {
  readonly item: EvidenceItem;
  readonly fact: string;
  readonly page: Page;
}

const Removed = ({ item: { removed }, fact, page }: RemovedProps) =>
  removed === undefined ? null : (
    <p>
      {fact}. {evidenceTexts(page.locale).removed(removed.by.name, page.words.time.date(removed.on), removed.reason)}
    </p>
  );
