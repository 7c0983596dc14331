import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { State } from "../../../core/order608/finding.ts";
import { rateLevel } from "../../../core/status/level.ts";
import { STATES } from "../../../core/status/states.ts";
import type { ReportRow } from "../../../core/status/status-report.ts";
import { formatNumber } from "../../../core/wording/plural.ts";
import { capitalised } from "../../../core/wording/wording.ts";
import { levelColours, line, quiet, stateColours } from "../status/colours.ts";
import { signs, type Words, wordShare } from "../status/words.ts";
import { turnedHead } from "./head.tsx";
import type { Node } from "./table.ts";

const NAME_WIDTH = 212;
const RATE_WIDTH = 34;

/** Cells stand close: lines all around, so that colours do not run into each other. */
const close = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => line,
  vLineColor: () => line,
  paddingLeft: () => 2,
  paddingRight: () => 2,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};

// Thousands of cells look one of few ways: equal ones are told apart by nobody until they are laid out.
const cellOf = (state: State, count: number, words: Words): Node => {
  const [ground, ink] = stateColours[state];
  const text = count > 1 ? `${signs[state]} ${formatNumber(words.locale, count)}` : signs[state];
  return { text, fillColor: ground, color: ink, alignment: "center", bold: true };
};

/** Bodies by obligations, region by region: a sign and a colour for the worst state, and how many are in it. */
export function matrixNodes(rows: readonly ReportRow[], words: Words, pageWidth: number): Node[] {
  const { texts } = words;
  const title: Node = { text: texts.bodies, style: "section", outline: true, pageBreak: "before" };
  if (rows.length === 0) return [title, { text: texts.noBodies, color: quiet }];
  const columns = ObligationId.options.length + 2;
  const width = (pageWidth - NAME_WIDTH - RATE_WIDTH - columns * 4.5) / ObligationId.options.length;
  const body: (readonly (Node | string)[])[] = [headOf(words, width)];
  for (const [region, own] of Map.groupBy(rows, (row) => row.region)) {
    const name = words.regionOf(region) || region;
    body.push([{ text: name, colSpan: columns, style: "group" }, ...Array<string>(columns - 1).fill("")]);
    for (const row of own) body.push(rowOf(row, words));
  }
  const widths = [NAME_WIDTH, RATE_WIDTH, ...ObligationId.options.map(() => width)];
  const table = { headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 1, widths, body };
  return [title, { text: texts.bodiesHelp, color: quiet }, keyOf(words), { table, layout: close, style: "matrix" }];
}

function headOf({ texts, catalogue }: Words, width: number): Node[] {
  return [
    { text: texts.columns.body, style: "head", margin: [0, 56, 0, 0] },
    turnedHead(texts.columns.rate, RATE_WIDTH),
    ...ObligationId.options.map((id) => turnedHead(catalogue.obligations[id].short, width)),
  ];
}

function rowOf(row: ReportRow, words: Words): Node[] {
  const [ground, ink] = levelColours[rateLevel(row.rate)];
  return [
    { text: words.nameOf(row.body) },
    { text: wordShare(row.rate, words), fillColor: ground, color: ink, alignment: "right" },
    ...ObligationId.options.map((id): Node => {
      const state = row.worst[id];
      return state === undefined ? { text: "" } : cellOf(state, row.counts[id]?.[state] ?? 1, words);
    }),
  ];
}

/** What the signs mean. */
const keyOf = ({ texts, catalogue }: Words): Node => ({
  margin: [0, 3, 0, 5],
  text: [
    { text: `${texts.key}:  `, color: quiet },
    ...STATES.flatMap((state) => [
      {
        text: `\u00a0${signs[state]}\u00a0`,
        background: stateColours[state][0],
        color: stateColours[state][1],
        bold: true,
      },
      { text: `\u00a0${capitalised(catalogue.states[state])}    `, color: quiet },
    ]),
  ],
});
