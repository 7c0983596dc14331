import { raw } from "hono/html";
import { card, markup, row, Small } from "./letter-item.tsx";
import type { LanguageParts, LetterFrame, LetterLink, LetterParts, LetterWords } from "./letter-parts.ts";
import { bandColour, buttonColour, darkStyles, sheetColour, styles } from "./letter-styles.ts";

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

const note = (text: string): string =>
  markup(
    <tr>
      <td style={styles.note}>{text}</td>
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

/** A link as a button, also in Outlook, which pads cells but not links. */
const Button = ({ to }: { to: LetterLink | undefined }) =>
  to === undefined ? null : (
    <tr>
      <td style={styles.action}>
        <table role="presentation" cellpadding="0" cellspacing="0" border={0}>
          <tr>
            <td class="bt" bgcolor={buttonColour} style={styles.button}>
              <a class="bt" style={styles.buttonLink} href={to.link}>
                {to.text}
              </a>
            </td>
          </tr>
        </table>
      </td>
    </tr>
  );

const wrongRow = ({ text, link }: LetterLink): string =>
  markup(
    <tr>
      <td style={styles.row}>
        <a class="ln" style={styles.link} href={link}>
          {text}
        </a>
      </td>
    </tr>,
  );

function language(parts: LanguageParts, { locale, letter }: LetterWords): string {
  const { head, items, closed, answer, reasons, wrong, foot } = parts;
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
      bgcolor={sheetColour}
      style={styles.sheet}
    >
      <tr>
        <td class="bd" bgcolor={bandColour} style={styles.band}>
          {letter.product.toLocaleUpperCase("kk")}
        </td>
      </tr>
      <tr>
        <td style={styles.head}>
          <h1 style={styles.headline}>{head.headline}</h1>
          {head.lead === "" ? null : <p style={styles.lead}>{head.lead}</p>}
          {head.lines.map((line) => (
            <p class="mu" style={styles.muted}>
              {line}
            </p>
          ))}
        </td>
      </tr>
      {raw(items)}
      {raw(closed)}
      <Button to={answer} />
      {reasons.length === 0 ? null : raw(titleRow(letter.reasons))}
      {reasons.map((reason) => raw(lineRow(reason)))}
      {wrong === undefined ? null : raw(wrongRow(wrong))}
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

/** Outlook for Windows knows no `max-width`: it gets a table of that width around. */
const outlookFrame = [
  '<!--[if mso]><table role="presentation" width="640" cellpadding="0" cellspacing="0"><tr><td><![endif]-->',
  "<!--[if mso]></td></tr></table><![endif]-->",
] as const;

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
                {raw(outlookFrame[0])}
                {raw(part)}
                {raw(outlookFrame[1])}
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
  note,
  more,
  moreClosed: lineRow,
  language,
  letter,
};
