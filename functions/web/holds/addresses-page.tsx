import type { AuditEntry } from "../../../core/audit/entry.ts";
import type { OutOfUseMark } from "../../../core/escalation/out-of-use.ts";
import type { Body, Contact } from "../../../core/register/body.ts";
import { Done } from "../forms/form.tsx";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty, MomentTime, Name, Scroll } from "../parts.tsx";
import { sheetPath } from "../register/tree.tsx";
import { Decisions } from "./parts.tsx";
import { holdTexts } from "./texts.ts";

/** An address out of use, and whose it is by the register. */
export interface AddressRow {
  readonly mark: OutOfUseMark;
  readonly contact: Contact | undefined;
  /** Where the register has it: each body with its own contact of this address. */
  readonly places: readonly { readonly body: Body; readonly contact: Contact }[];
}

export interface AddressesView {
  readonly rows: readonly AddressRow[];
  /** The latest clearing of each address, oldest first. */
  readonly cleared: readonly AuditEntry[];
  readonly zone: string;
  readonly mayClear: boolean;
  readonly isDone: boolean;
}

interface AddressesProps {
  readonly page: Page;
  readonly view: AddressesView;
}

/** Which addresses take no letters, whose they are, and the way back. */
export const AddressesPage = ({ page, view }: AddressesProps) => {
  const texts = holdTexts(page.locale);
  return (
    <Layout page={page} title={texts.addressesTitle} section="addresses">
      <div class="lead">
        <h1>{texts.addressesTitle}</h1>
        <p>{texts.addressesIntro}</p>
      </div>
      <Done text={view.isDone ? texts.cleared : undefined} />
      {view.rows.length === 0 ? (
        <Empty>{texts.noAddresses}</Empty>
      ) : (
        <Scroll label={texts.addressesTitle} name="card">
          <table>
            <caption class="sr">{texts.addressesTitle}</caption>
            <thead>
              <tr>
                {[texts.contact, texts.body, texts.outSince, texts.serviceWord, texts.letter].map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row) => (
                <Row page={page} view={view} row={row} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {view.cleared.length > 0 ? (
        <section class="card" aria-label={texts.history}>
          <Decisions page={page} zone={view.zone} entries={view.cleared} title={texts.history} />
        </section>
      ) : null}
    </Layout>
  );
};

const Row = ({ page, view, row: { mark, contact, places } }: AddressesProps & { row: AddressRow }) => {
  const texts = holdTexts(page.locale);
  return (
    <tr>
      <th scope="row">
        {contact ? (
          <>
            {contact.name} <span class="quiet">{contact.email}</span>
          </>
        ) : (
          <>
            {texts.unknownContact}{" "}
            <span class="quiet">
              {texts.key}: {mark.recipientKey}
            </span>
          </>
        )}
        {view.mayClear ? (
          <p>
            <a href={`/addresses/${encodeURIComponent(mark.recipientKey)}/clear`}>
              {texts.clear}
              <span class="sr">: {contact?.name ?? mark.recipientKey}</span>
            </a>
          </p>
        ) : null}
      </th>
      <td>
        <ul>
          {places.map(({ body, contact: own }) => (
            <li>
              <a href={sheetPath(body.id, "contact", own)}>
                <Name name={body.name} page={page} />
              </a>
            </li>
          ))}
        </ul>
      </td>
      <td>
        <MomentTime at={mark.at} zone={view.zone} page={page} />
      </td>
      <td>{mark.reason ?? texts.noWord}</td>
      <td>
        <a href={`/letters/${mark.letter.split("/").map(encodeURIComponent).join("/")}`}>{texts.openLetter}</a>
      </td>
    </tr>
  );
};
