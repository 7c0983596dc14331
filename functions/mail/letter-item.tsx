import type { Child } from "hono/jsx";
import type { LetterWords } from "./letter-parts.ts";
import { styles, tones } from "./letter-styles.ts";
import type { ItemView } from "./letter-view.ts";

/** A part's markup; none of the components here waits for anything, so none yields a promise. */
export const markup = (part: { toString(): string | Promise<string> }): string => {
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

/** A line of small print. */
export const Small = ({ children }: { children: Child }) => (
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

/** An item in full, below its body's name where that changes. */
export const card = (item: ItemView, heading: string | null, words: LetterWords): string =>
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

/** An item in one line. */
export const row = (item: ItemView, heading: string | null): string =>
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
