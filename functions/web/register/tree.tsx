import type { Day } from "../../../core/calendar/day.ts";
import { contactsInOffice } from "../../../core/escalation/recipients.ts";
import type { Body, Contact } from "../../../core/register/body.ts";
import type { Register } from "../../../core/register/register.ts";
import { capitalised, nameIn } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { Empty, Name } from "../parts.tsx";
import { bodyPath, withQuery } from "../paths.ts";
import { type RegisterTexts, registerTexts } from "./texts.ts";

/** What the tree shows of the register. */
export interface TreeView {
  readonly register: Register;
  /** Those that may be seen and that the search has found. */
  readonly bodies: readonly Body[];
  readonly today: Day;
  readonly mayEdit: boolean;
  /** Whether an address is out of use. */
  readonly isOut: (email: string) => boolean;
  readonly isSearch: boolean;
}

/** Where a form about a body is. */
export const sheetPath = (id: string, sheet: string, contact?: Contact): string =>
  withQuery(`/register/${encodeURIComponent(id)}/${sheet}`, { role: contact?.role, email: contact?.email });

/** The bodies by region: the ministry, then each department with those under it. */
export const Tree = ({ page, view }: { page: Page; view: TreeView }) => {
  const texts = registerTexts(page.locale);
  const byScope = Map.groupBy(view.bodies, (body) => view.register.scopeOf(body));
  return (
    <section aria-labelledby="regions-title">
      <h2 id="regions-title">{texts.regions}</h2>
      {[...byScope].map(([scope, bodies]) => (
        <details class="card" open={view.isSearch || byScope.size < 3}>
          <summary>
            <strong>{nameIn(view.register.byId.get(scope)?.name ?? { ru: scope, kk: scope }, page.locale)}</strong>{" "}
            <span class="quiet">{texts.bodies(bodies.length)}</span>
          </summary>
          <ul class="items">
            {bodies.map((body) => (
              <Entry page={page} view={view} body={body} texts={texts} />
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
};

interface EntryProps {
  readonly page: Page;
  readonly view: TreeView;
  readonly body: Body;
  readonly texts: RegisterTexts;
}

const Entry = ({ page, view, body, texts }: EntryProps) => {
  const contacts = contactsInOffice(body, view.today);
  return (
    <li id={body.id}>
      <h3>
        <a href={bodyPath(body.id)}>
          <Name name={body.name} page={page} />
        </a>{" "}
        <code>{body.id}</code>
      </h3>
      {body.activeTo === undefined ? null : <p class="note">{texts.ended(page.words.time.date(body.activeTo))}</p>}
      {contacts.length === 0 ? <Empty>{texts.noContacts}</Empty> : null}
      <ul>
        {contacts.map((contact) => (
          <li>
            <ContactLine page={page} contact={contact} isOut={view.isOut(contact.email)} texts={texts} />
            {view.mayEdit ? (
              <>
                {" "}
                <a href={sheetPath(body.id, "contact", contact)} aria-label={`${texts.changeContact}: ${contact.name}`}>
                  {texts.change}
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {view.mayEdit ? (
        <p class="actions">
          <a href={sheetPath(body.id, "contact")}>{texts.addContact}</a>
          <a href={sheetPath(body.id, "body")}>{texts.changeBody}</a>
          {body.kind === "ministry" || body.activeTo !== undefined ? null : (
            <a href={sheetPath(body.id, "end")}>{texts.endBody}</a>
          )}
        </p>
      ) : null}
    </li>
  );
};

const ContactLine = ({
  page,
  contact,
  isOut,
  texts,
}: Pick<EntryProps, "page" | "texts"> & { contact: Contact; isOut: boolean }) => (
  <>
    {capitalised(page.words.contactRoles[contact.role])}: {contact.name}, {contact.email}{" "}
    <span class="quiet">
      {contact.locale}
      {contact.to === undefined ? "" : `, ${texts.until(page.words.time.date(contact.to))}`}
    </span>
    {isOut ? <strong> ({texts.outOfUse})</strong> : null}
  </>
);
