import { line, quiet, stateColours } from "../status/colours.ts";
import type { Cell, Column, Table } from "../status/table.ts";
import { wordValue } from "../status/value.ts";
import type { Words } from "../status/words.ts";

/** A node of a pdfmake definition. */
export type Node = Readonly<Record<string, unknown>>;

/** Thin lines between rows, none between columns. */
export const ruled = {
  hLineWidth: (index: number) => (index === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => line,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
};

const isFigure = ({ kind }: Column): boolean => kind !== "text";

/** A table of so few rows is not parted by the end of a page. */
const FEW = 24;

/** A table below its title; its head stands on every page that it runs over. */
export function tableNode(table: Table, words: Words, pageWidth: number, more: Node = {}): Node {
  const title: Node = { text: table.title, style: "section", outline: true };
  const content = table.rows.length === 0 ? { text: table.empty, color: quiet } : gridOf(table, words, pageWidth);
  return { stack: [title, content], unbreakable: table.rows.length <= FEW, ...more };
}

function gridOf({ columns, rows, totals = [] }: Table, words: Words, pageWidth: number): Node {
  const wanted = columns.reduce((sum, { width }) => sum + width, 0);
  const room = pageWidth - columns.length * 6;
  const cellOf = (cell: Cell, index: number, bold: boolean): Node => {
    const column = columns[index] ?? { title: "", kind: "text", width: 1 };
    const colours = cell.tone && stateColours[cell.tone];
    return {
      text: wordValue(cell.value, column, words),
      ...(isFigure(column) && { alignment: "right" }),
      ...(bold && { bold }),
      ...(colours && { fillColor: colours[0], color: colours[1] }),
    };
  };
  const head = columns.map((column) => ({
    ...{ text: column.title, style: "head" },
    ...(isFigure(column) && { alignment: "right" }),
  }));
  const body = [
    head,
    ...rows.map((row) => row.map((cell, index) => cellOf(cell, index, false))),
    ...totals.map((row) => row.map((cell, index) => cellOf(cell, index, true))),
  ];
  const widths = columns.map(({ width }) => (width / wanted) * room);
  return {
    table: { headerRows: 1, dontBreakRows: true, keepWithHeaderRows: 1, widths, body },
    layout: ruled,
    style: "table",
  };
}
