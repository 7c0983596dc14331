import type { AuditEntry } from "../../../core/audit/entry.ts";
import { contactsInOffice } from "../../../core/escalation/recipients.ts";
import { Done } from "../forms/form.tsx";
import { HistoryTable } from "../history.tsx";
import { Inferred, Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty } from "../parts.tsx";
import { type RegisterTexts, registerTexts } from "./texts.ts";
import { Tree, type TreeView } from "./tree.tsx";
import { wordRegisterChange } from "./word-change.ts";

interface RegisterProps {
  readonly page: Page;
  readonly view: TreeView;
  readonly search: string;
  /** Newest first. */
  readonly history: readonly AuditEntry[];
  readonly done: boolean;
}

/** The register: bodies by region with their contacts in office. */
export const RegisterPage = ({ page, view, search, history, done }: RegisterProps) => {
  const texts = registerTexts(page.locale);
  const inOffice = view.bodies.flatMap((body) => contactsInOffice(body, view.today));
  return (
    <Layout page={page} title={texts.title} section="register">
      <div class="lead">
        <h1>{texts.title}</h1>
        <p class="quiet">{texts.intro(view.bodies.length, inOffice.length)}</p>
      </div>
      <Inferred page={page} />
      <Done text={done ? texts.saved : undefined} />
      <form class="filters" method="get" action="/register">
        <p>
          <label for="register-search">{texts.search}</label>
          <input id="register-search" type="search" name="search" value={search} />
        </p>
        <p class="actions">
          <button type="submit">{texts.show}</button>
          {view.mayEdit ? <a href="/register/new">{texts.addBody}</a> : null}
        </p>
      </form>
      <Downloads texts={texts} />
      {view.bodies.length === 0 ? <Empty>{texts.none}</Empty> : <Tree page={page} view={view} />}
      {history.length === 0 ? null : <History page={page} view={view} history={history} texts={texts} />}
    </Layout>
  );
};

const Downloads = ({ texts }: { texts: RegisterTexts }) => (
  <section class="card" aria-labelledby="downloads-title">
    <h2 id="downloads-title">{texts.downloads}</h2>
    <p class="actions">
      <a href="/register/register.csv" download>
        {texts.downloadRegister}
      </a>
      <a href="/register/contacts.csv" download>
        {texts.downloadContacts}
      </a>
    </p>
    <p class="quiet">{texts.downloadNote}</p>
  </section>
);

/** How many changes of one entry are shown. */
const SHOWN = 6;

const History = ({
  page,
  view,
  history,
  texts,
}: Pick<RegisterProps, "page" | "view" | "history"> & { texts: RegisterTexts }) => (
  <HistoryTable
    {...{ page, register: view.register, history, texts: { ...texts, reason: texts.fields.reason } }}
    heads={[texts.what]}
    cells={({ changes }) => [
      <>
        <ul>
          {changes.slice(0, SHOWN).map((change) => (
            <li>{wordRegisterChange(change, page)}</li>
          ))}
        </ul>
        {changes.length > SHOWN ? texts.more(changes.length - SHOWN) : null}
      </>,
    ]}
  />
);
