import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { LanguageParts, LetterFrame, LetterParts, LetterWords } from "./letter-parts.ts";
import { darkStyles, styles, tones } from "./letter-styles.ts";
import type { ItemView } from "./letter-view.ts";

/** A part's markup; none of the components here waits for anything, so none yields a promise. */
const markup = (part: { toString(): string | Promise<string> }): string => {
  const text = part.toString();
  if (typeof text !== "string") throw new TypeError("A letter's part must render at once.");
  return text;
};

const Heading = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <tr>
      <td style={styles.heading}>{text}</td>
    </tr>
  );

const Part = ({ label, children }: { label: string; children: Child }) => (
  <p style={styles.part}>
    <b>{label}:</b> {children}
  </p>
);

function Missing({ label, entries }: { label: string; entries: readonly string[] }) {
  if (entries.length === 0) return null;
  if (entries.length === 1) return <Part label={label}>{entries[0]}</Part>;
  return (
    <div style={styles.part}>
      <b>{label}:</b>
      <ul style={styles.list}>
        {entries.map((entry) => (
          <li>{entry}</li>
        ))}
      </ul>
    </div>
  );
}

const Small = ({ children }: { children: Child }) => (
  <p class="mu" style={styles.small}>
    {children}
  </p>
);

const Card = ({ item, words: { letter } }: { item: ItemView; words: LetterWords }) => (
  <td class={`t-${item.tone}`} style={`${styles.bar} ${tones[item.tone]}`}>
    <p class={`t-${item.tone}`} style={styles.tag + tones[item.tone]}>
      {item.tag}
    </p>
    <div class="pl" style={styles.plainLink}>
      <p style={styles.name}>{item.name}</p>
      <p class="mu" style={styles.muted}>
        {item.about}
      </p>
      <Part label={letter.due}>{item.due}</Part>
      <Missing label={letter.missing} entries={item.missing} />
      <Part label={letter.duty}>{item.duty}</Part>
      {item.marks.map((mark) => (
        <Small>{mark}</Small>
      ))}
      {item.basis.map(({ citation, words }) => (
        <Small>
          {letter.basis}: {citation}: {words}
        </Small>
      ))}
      <Small>
        {letter.derivation}: {item.derivation}
      </Small>
      <p style={styles.part}>
        <a class="ln" style={styles.link} href={item.link}>
          {letter.open}
        </a>
      </p>
    </div>
  </td>
);

const card = (item: ItemView, heading: string | null, words: LetterWords): string =>
  markup(
    <>
      <Heading text={heading} />
      <tr>
        <td style={styles.cell}>
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0}>
            <tr>
              <Card item={item} words={words} />
            </tr>
          </table>
        </td>
      </tr>
    </>,
  );

const row = (item: ItemView, heading: string | null): string =>
  markup(
    <>
      <Heading text={heading} />
      <tr>
        <td style={styles.row}>
          <b class={`t-${item.tone}`} style={`color:${tones[item.tone]}`}>
            {item.tag}
          </b>{" "}
          –{" "}
          <a class="pl" style={styles.plainLink} href={item.link}>
            {item.line}
          </a>
        </td>
      </tr>
    </>,
  );

const titleRow = (title: string): string =>
  markup(
    <tr>
      <td class="mu" style={styles.title}>
        {title}
      </td>
    </tr>,
  );

const lineRow = (text: string): string =>
  markup(
    <tr>
      <td style={styles.row}>{text}</td>
    </tr>,
  );

const more = (text: string, link: string): string =>
  markup(
    <tr>
      <td style={styles.heading}>
        <a class="ln" style={styles.link} href={link}>
          {text}
        </a>
      </td>
    </tr>,
  );

function language({ head, items, closed, reasons, foot }: LanguageParts, { locale, letter }: LetterWords): string {
  // `raw`: items and closed are this module's own markup, in which every text was escaped when it was rendered.
  return markup(
    <table
      role="presentation"
      lang={locale}
      width="640"
      cellpadding="0"
      cellspacing="0"
      border={0}
      class="sh"
      style={styles.sheet}
    >
      <tr>
        <td style={styles.head}>
          <p class="ln" style={styles.product}>
            {letter.product.toLocaleUpperCase("kk")}
          </p>
          <h1 style={styles.headline}>{head.headline}</h1>
          {head.lines.map((line) => (
            <p class="mu" style={styles.muted}>
              {line}
            </p>
          ))}
        </td>
      </tr>
      {raw(items)}
      {raw(closed)}
      {reasons.length === 0 ? null : raw(titleRow(letter.reasons))}
      {reasons.map((reason) => raw(lineRow(reason)))}
      <tr>
        <td style={styles.foot}>
          {foot.map((line) => (
            <Small>{line}</Small>
          ))}
        </td>
      </tr>
    </table>,
  );
}

function letter(languages: readonly string[], { subject, preheader, lang }: LetterFrame): string {
  const page = (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{raw(darkStyles)}</style>
      </head>
      <body class="pg" style={styles.page}>
        <div style={styles.preheader}>{preheader}</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0}>
          {languages.map((part) => (
            <tr>
              <td align="center" style="padding:0 0 8px">
                {raw(part)}
              </td>
            </tr>
          ))}
        </table>
      </body>
    </html>
  );
  return `<!doctype html>${markup(page)}`;
}

/** A letter's parts as HTML for mail clients: tables, inline styles, at most 640 px wide; every text is escaped by JSX. */
export const htmlParts: LetterParts = {
  card,
  row,
  rowsTitle: titleRow,
  line: lineRow,
  closedTitle: titleRow,
  more,
  moreClosed: lineRow,
  language,
  letter,
};
