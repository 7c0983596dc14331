import { capitalised } from "../../../core/wording/wording.ts";
import type { Page } from "../page.ts";
import { Empty, Name } from "../parts.tsx";
import { bodyPath } from "../paths.ts";
import type { BodyView } from "./view.ts";

/** Who is in office today and gets the body's letters; one line for a person with two languages. */
export const Contacts = ({ page, view }: { page: Page; view: BodyView }) => {
  const people = [...Map.groupBy(view.contacts, ({ role, email }) => `${role} ${email.toLowerCase()}`).values()];
  return (
    <section class="card" aria-labelledby="contacts-title">
      <h2 id="contacts-title">{page.texts.body.contacts}</h2>
      {people.length === 0 ? <Empty>{page.texts.empty.contacts}</Empty> : null}
      <ul class="items">
        {people.map(([contact, ...others]) =>
          contact ? (
            <li>
              <strong>{capitalised(page.words.contactRoles[contact.role])}</strong>
              <p>
                {contact.name}
                <br />
                {contact.email} <span class="quiet">{[contact, ...others].map(({ locale }) => locale).join(", ")}</span>
              </p>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
};

/** The bodies right below. */
export const Subordinates = ({ page, view: { body, register } }: { page: Page; view: BodyView }) => {
  const below = register.bodies.filter(({ parent }) => parent === body.id);
  if (below.length === 0) return null;
  return (
    <section class="card" aria-labelledby="subordinates-title">
      <h2 id="subordinates-title">{page.texts.body.subordinates}</h2>
      <ul class="items">
        {below.map(({ id, name }) => (
          <li>
            <a href={bodyPath(id)}>
              <Name name={name} page={page} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
