import type { RenderedLetter } from "../../mail/letter.tsx";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { LETTER_FRAME } from "../security.ts";
import { type Language, type LetterKind, languageNames, staffKinds } from "./render.ts";
import { sampleKinds } from "./samples.ts";
import { galleryTexts } from "./texts.ts";

export const GALLERY = "/letters/gallery";

const pathOf = (kind: LetterKind, language: Language): string => `${GALLERY}/${kind}/${language}`;

/** Every kind of letter in every language, as links. */
export const GalleryPage = ({ page }: { page: Page }) => {
  const texts = galleryTexts(page.locale);
  return (
    <Layout page={page} title={texts.title} section="letters">
      <div class="lead">
        <p class="quiet">
          <a href="/letters">{page.texts.letters.title}</a>
        </p>
        <h1>{texts.title}</h1>
        <p class="quiet">{texts.intro}</p>
      </div>
      <Kinds page={page} title={texts.ladder} kinds={sampleKinds} />
      <Kinds page={page} title={texts.notices} kinds={staffKinds} />
    </Layout>
  );
};

const Kinds = ({ page, title, kinds }: { page: Page; title: string; kinds: readonly LetterKind[] }) => {
  const texts = galleryTexts(page.locale);
  return (
    <section class="card scroll" aria-label={title} tabindex={0}>
      <table>
        <caption>{title}</caption>
        <tbody>
          {kinds.map((kind) => (
            <tr>
              <th scope="row">{texts.kinds[kind]}</th>
              {languageNames.map((language) => (
                <td>
                  <a href={pathOf(kind, language)} aria-label={`${texts.kinds[kind]}: ${texts.languages[language]}`}>
                    {texts.languages[language]}
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

interface SampleProps {
  readonly page: Page;
  readonly kind: LetterKind;
  readonly language: Language;
  readonly letter: RenderedLetter;
}

/** One sample: its subject, how it looks, its text and its calendar file. */
export const SamplePage = ({ page, kind, language, letter }: SampleProps) => {
  const texts = galleryTexts(page.locale);
  const path = pathOf(kind, language);
  return (
    <Layout page={page} title={texts.kinds[kind]} section="letters">
      <div class="lead">
        <p class="quiet">
          <a href={GALLERY}>{texts.all}</a>
        </p>
        <h1>{texts.kinds[kind]}</h1>
        <ul class="index">
          {languageNames.map((other) => (
            <li>
              <a href={pathOf(kind, other)} aria-current={other === language ? "page" : undefined}>
                {texts.languages[other]}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <p>
        {texts.subject}: <strong>{letter.subject}</strong>
      </p>
      <section aria-labelledby="seen-title" class="stack">
        <h2 id="seen-title">{texts.html}</h2>
        <iframe class="frame" src={path + LETTER_FRAME} title={texts.html} />
      </section>
      <details class="card">
        <summary>{texts.text}</summary>
        <pre>{letter.text}</pre>
      </details>
      {letter.calendar === undefined ? null : (
        <details class="card">
          <summary>{texts.calendar}</summary>
          <p>
            <a href={`${path}/calendar.ics`}>{letter.calendar.filename}</a>
          </p>
          <pre>{letter.calendar.content}</pre>
        </details>
      )}
    </Layout>
  );
};
