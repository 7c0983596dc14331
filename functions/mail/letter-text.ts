import type { LetterLink, LetterParts, LetterWords } from "./letter-parts.ts";
import type { ItemView } from "./letter-view.ts";

const indent = (line: string): string => `   ${line}`;

function listed(title: string, entries: readonly string[]): readonly string[] {
  const [only] = entries;
  if (only === undefined) return [];
  return entries.length === 1 ? [`${title}: ${only}`] : [`${title}:`, ...entries.map((entry) => `- ${entry}`)];
}

const headingLines = (heading: string | null): readonly string[] =>
  heading === null ? [] : ["", heading, "=".repeat(Math.min(40, heading.length))];

function card(item: ItemView, heading: string | null, { letter }: LetterWords): string {
  const body = [
    item.about,
    `${letter.due}: ${item.due}`,
    ...listed(letter.missing, item.missing),
    `${letter.duty}: ${item.duty}`,
    ...item.marks,
    ...item.basis.map(({ citation, words }) => `${letter.basis}: ${citation}: ${words}`),
    `${letter.derivation}: ${item.derivation}`,
    `${letter.open}: ${item.link}`,
  ];
  return `${[...headingLines(heading), "", `* ${item.tag} – ${item.name}`, ...body.map(indent)].join("\n")}\n`;
}

const row = (item: ItemView, heading: string | null): string =>
  `${[...headingLines(heading), `* ${item.tag} – ${item.line}`, indent(item.link)].join("\n")}\n`;

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? "" : `\n${title}\n${lines.map((line) => `- ${line}\n`).join("")}`;

const linked = (to: LetterLink | undefined): string => (to === undefined ? "" : `\n${to.text}: ${to.link}\n`);

/** A letter's parts as plain text, one language below the other. */
export const textParts: LetterParts = {
  card,
  row,
  rowsTitle: (title) => `\n${title}\n`,
  line: (text) => `- ${text}\n`,
  closedTitle: (title) => `\n${title}\n`,
  note: (text) => `\n${text}\n`,
  more: (text, link) => `\n${text}: ${link}\n`,
  moreClosed: (text) => `- ${text}\n`,
  language: ({ head, items, closed, answer, reasons, wrong, foot }, words) =>
    [
      `${words.letter.product.toLocaleUpperCase("kk")}\n${head.headline}\n`,
      head.lead === "" ? "\n" : `${head.lead}\n\n`,
      ...head.lines.map((line) => `${line}\n`),
      items,
      closed,
      linked(answer),
      section(words.letter.reasons, reasons),
      linked(wrong),
      "\n",
      ...foot.map((line) => `${line}\n`),
    ].join(""),
  letter: (languages) => languages.join(`\n${"-".repeat(60)}\n\n`),
};
