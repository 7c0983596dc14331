import { accent, ink, quiet, stateColours } from "../status/colours.ts";
import { drawnRegions, RegionMap } from "../status/map.tsx";
import { TrendLine } from "../status/trend.tsx";
import type { Figure, ReportView } from "../status/view.ts";
import { renderPdf } from "./engine.ts";
import { matrixNodes } from "./matrix.ts";
import { type Node, tableNode } from "./table.ts";

const MARGIN = 36;
/** A4 on its side, in points. */
const PAGE_WIDTH = 841.89 - 2 * MARGIN;

/** A status report as PDF (A4 on its side): its one-page summary, then every list that it holds. */
export const statusReportPdf = (view: ReportView): Promise<Uint8Array> => renderPdf(definitionOf(view));

function definitionOf(view: ReportView): Node {
  const { title, about, moment, words } = view;
  return {
    info: { title: `${title}: ${about}, ${moment}`, author: words.catalogue.letter.product, creator: "Esep" },
    language: words.locale,
    displayTitle: true,
    pageSize: "A4",
    pageOrientation: "landscape",
    pageMargins: [MARGIN, 34, MARGIN, 40],
    defaultStyle: { font: "PTSans", fontSize: 9, color: ink },
    styles: {
      section: { fontSize: 13, bold: true, margin: [0, 12, 0, 4], color: ink },
      head: { fontSize: 7.5, bold: true, color: quiet },
      table: { fontSize: 7.5 },
      matrix: { fontSize: 7.5 },
      group: { bold: true, fillColor: "#e6eef5", color: "#33516e" },
    },
    footer: (page: number, pages: number): Node => ({
      margin: [MARGIN, 14, MARGIN, 0],
      fontSize: 8,
      color: quiet,
      columns: [
        { text: `${title} · ${about} · ${moment}`, width: "*" },
        { text: words.texts.page(page, pages), width: 60, alignment: "right" },
      ],
    }),
    content: [...summaryNodes(view), ...listNodes(view)],
  };
}

function summaryNodes(view: ReportView): Node[] {
  const { words, report } = view;
  const { texts } = words;
  const hasMap = drawnRegions(report.regions).length > 0;
  const trend = TrendLine({ trend: report.trend, words });
  const drawing = (heading: string, svg: unknown, width: number): Node => ({
    width: "*",
    stack: [
      { text: heading, style: "section" },
      svg === null ? { text: texts.noTrend, color: quiet } : { svg: String(svg), width },
    ],
  });
  return [
    { text: words.catalogue.letter.product.toLocaleUpperCase("kk"), color: accent, bold: true, characterSpacing: 2 },
    { text: view.title, fontSize: 19, bold: true, outline: true, margin: [0, 2, 0, 0] },
    { text: view.about, fontSize: 13, margin: [0, 2, 0, 0] },
    { text: `${view.moment}  ·  ${view.made}`, color: quiet, margin: [0, 2, 0, 10] },
    { columns: view.figures.map(figureNode), columnGap: 6 },
    { text: texts.rateHelp, color: quiet, fontSize: 8, margin: [0, 4, 0, 0] },
    {
      columns: [
        ...(hasMap ? [drawing(texts.map, RegionMap({ regions: report.regions, words }), 400)] : []),
        drawing(texts.trend, trend, 340),
      ],
      columnGap: 24,
    },
  ];
}

const figureNode = ({ name, value, tone }: Figure): Node => {
  const [ground, colour] = tone ? stateColours[tone] : ["#e6eef5", accent];
  return {
    table: {
      widths: ["*"],
      body: [
        [
          {
            stack: [
              { text: value, fontSize: 17, bold: true },
              { text: name, fontSize: 7.5 },
            ],
            color: colour,
          },
        ],
      ],
    },
    layout: {
      ...{ hLineWidth: () => 0, vLineWidth: () => 0, fillColor: () => ground },
      ...{ paddingLeft: () => 6, paddingRight: () => 4, paddingTop: () => 4, paddingBottom: () => 6 },
    },
  };
};

function listNodes(view: ReportView): Node[] {
  const { words, report } = view;
  const list = (table: ReportView["counts"], width = PAGE_WIDTH, more?: Node) => tableNode(table, words, width, more);
  return [
    list(view.counts, PAGE_WIDTH, { pageBreak: "before" }),
    list(view.regions),
    list(view.open),
    list(view.changes),
    ...matrixNodes(report.rows, words, PAGE_WIDTH),
    list(view.letters, PAGE_WIDTH / 2),
    list(view.unacknowledged),
    list(view.unchecked),
    list(view.versions, PAGE_WIDTH / 2),
  ];
}
