import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { type Caller, partsOf } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import { isWithin } from "../api/register.ts";
import { feedTexts } from "../feeds/texts.ts";
import { grantTexts } from "../grants/texts.ts";
import { wordGrant } from "../grants/words.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { DayTime, Empty, Name } from "../parts.tsx";
import { bodyPath, letterPagePath } from "../paths.ts";
import { meTexts } from "./texts.ts";

interface MeProps {
  readonly page: Page;
  readonly register: Register;
  /** Null where nobody can sign in. */
  readonly caller: Caller | null;
  /** Newest first. */
  readonly letters: readonly LetterEntry[];
}

/** Who somebody is to Esep, what they may do, and what waits for them. */
export const MePage = ({ page, register, caller, letters }: MeProps) => {
  const texts = meTexts(page.locale);
  return (
    <Layout page={page} title={texts.title}>
      <div class="lead">
        <h1>{texts.title}</h1>
        {caller ? (
          <p>
            <strong>{caller.name}</strong>
            <br />
            {texts.subject}: <code>{caller.id}</code>
          </p>
        ) : (
          <p>{texts.nobody}</p>
        )}
      </div>
      {caller ? <Grants page={page} register={register} caller={caller} /> : null}
      {caller ? <Letters page={page} register={register} letters={letters} /> : null}
      {caller ? (
        <section class="card" aria-labelledby="feeds-title">
          <h2 id="feeds-title">
            <a href="/feeds">{feedTexts(page.locale).title}</a>
          </h2>
          <p>{feedTexts(page.locale).lead}</p>
        </section>
      ) : null}
      <section class="card" aria-labelledby="language-title">
        <h2 id="language-title">{texts.language}</h2>
        <p>{texts.languageNote}</p>
      </section>
      {caller ? (
        <section class="card" aria-labelledby="sessions-title">
          <h2 id="sessions-title">{texts.sessions}</h2>
          <p>{texts.sessionsNote}</p>
          <form method="post" action="/me/sign-out-everywhere">
            <button type="submit">{texts.signOutEverywhere}</button>
          </form>
        </section>
      ) : null}
    </Layout>
  );
};

const Grants = ({ page, register, caller }: { page: Page; register: Register; caller: Caller }) => {
  const texts = meTexts(page.locale);
  const own = caller.grants
    .map((grant) => register.byId.get(partsOf(grant).at ?? ""))
    .filter((body) => body !== undefined);
  const below = register.bodies.filter(
    (body) => !own.includes(body) && own.some((one) => isWithin(body, one, register)),
  );
  return (
    <section class="card" aria-labelledby="grants-title">
      <h2 id="grants-title">{texts.grants}</h2>
      <ul class="items">
        {caller.grants.map((grant) => (
          <li>
            <strong>{wordGrant(grant, page, register)}</strong>
            <p>{grantTexts(page.locale).may[partsOf(grant).role]}</p>
          </li>
        ))}
      </ul>
      {own.length === 0 ? null : <h3>{texts.bodies}</h3>}
      <ul>
        {[...new Set(own)].map((body) => (
          <li>
            <a href={bodyPath(body.id)}>
              <Name name={body.name} page={page} />
            </a>
          </li>
        ))}
      </ul>
      {below.length === 0 ? null : <p class="quiet">{texts.more(below.length)}</p>}
    </section>
  );
};

const Letters = ({ page, register, letters }: Omit<MeProps, "caller">) => {
  const texts = meTexts(page.locale);
  return (
    <section class="card" aria-labelledby="letters-title">
      <h2 id="letters-title">{texts.letters}</h2>
      <p class="quiet">{texts.lettersNote}</p>
      {letters.length === 0 ? <Empty>{texts.noLetters}</Empty> : null}
      <ul>
        {letters.map((letter) => (
          <li>
            <a href={letterPagePath(letter)}>
              <DayTime page={page} day={letter.slot.day} time={letter.slot.time} />, {page.words.roles[letter.level]}
            </a>
            : <FirstItem page={page} register={register} letter={letter} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What a letter is about: its worst item, and how many more there are. */
const FirstItem = ({ page, register, letter }: { page: Page; register: Register; letter: LetterEntry }) => {
  const [item, ...others] = letter.items;
  if (!item) return null;
  const body = register.byId.get(item.body);
  return (
    <>
      {page.words.obligations[item.obligation].short} – {body ? <Name name={body.name} page={page} /> : item.body}
      {others.length === 0 ? "" : `, ${meTexts(page.locale).letter(others.length)}`}
    </>
  );
};
