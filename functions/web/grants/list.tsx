import type { Register } from "../../../core/register/register.ts";
import { bodyLines } from "../body-choice.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { Empty, Scroll } from "../parts.tsx";
import { grantTexts } from "./texts.ts";
import { type Granted, personPath, wordGrant } from "./words.ts";

interface ListProps {
  readonly page: Page;
  readonly register: Register;
  readonly people: readonly Granted[];
  readonly asked: { readonly search: string; readonly body: string };
}

/** Who may do what where. */
export const GrantsPage = ({ page, register, people, asked }: ListProps) => {
  const texts = grantTexts(page.locale);
  return (
    <Layout page={page} title={texts.title} section="grants">
      <div class="lead">
        <h1>{texts.title}</h1>
        <p class="quiet">{texts.intro}</p>
      </div>
      <form class="filters" method="get" action="/grants">
        <div class="two">
          <p>
            <label for="grants-search">{texts.search}</label>
            <input id="grants-search" type="search" name="search" value={asked.search} />
          </p>
          <p>
            <label for="grants-body">{texts.body}</label>
            <input id="grants-body" name="body" value={asked.body} list="grants-bodies" autocomplete="off" />
          </p>
        </div>
        <datalist id="grants-bodies">
          {bodyLines(register.bodies, page.locale).map((line) => (
            <option value={line} />
          ))}
        </datalist>
        <p class="actions">
          <button type="submit">{texts.show}</button>
          <a href="/grants/person">{texts.add}</a>
        </p>
      </form>
      {people.length === 0 ? <Empty>{texts.none}</Empty> : <People page={page} register={register} people={people} />}
    </Layout>
  );
};

const People = ({ page, register, people }: Omit<ListProps, "asked">) => {
  const texts = grantTexts(page.locale);
  return (
    <Scroll label={texts.people}>
      <table>
        <caption>{texts.people}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.person}</th>
            <th scope="col">{texts.subject}</th>
            <th scope="col">{texts.grants}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ subject, name, grants }) => (
            <tr>
              <th scope="row">
                <a href={personPath(subject)}>{name ?? subject}</a>
              </th>
              <td>
                <code>{subject}</code>
              </td>
              <td>
                {grants.length === 0 ? (name === null ? texts.damaged : texts.nothing) : null}
                <ul>
                  {grants.map((grant) => (
                    <li>{wordGrant(grant, page, register)}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
