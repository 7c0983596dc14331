import type { SheetData, Cell as XlsxCell } from "write-excel-file/node";
import { accent, stateColours } from "../status/colours.ts";
import type { Cell, Column, Table } from "../status/table.ts";

/** One sheet of a workbook; those with a filter have their head in the first row, which does not scroll. */
export interface SheetPlan {
  readonly name: string;
  readonly data: SheetData;
  readonly columns: readonly { readonly width: number }[];
  readonly isList: boolean;
}

const MILLISECONDS = 24 * 60 * 60 * 1000;

const head = (title: string): XlsxCell => ({
  ...{ value: title, type: String, fontWeight: "bold", wrap: true, alignVertical: "top" },
  ...{ backgroundColor: accent, textColor: "#ffffff" },
});

/** A cell of its column's type: texts are always texts, so that nothing in one is ever a formula. */
function cellOf({ value, tone }: Cell, { kind }: Column, bold: boolean): XlsxCell {
  if (value === null) return null;
  const colours = tone && { backgroundColor: stateColours[tone][0], textColor: stateColours[tone][1] };
  const style = { ...colours, ...(bold && { fontWeight: "bold" as const }), alignVertical: "top" as const };
  if (typeof value === "string") return { value, type: String, wrap: true, ...style };
  // Days are counted from 1970-01-01; a spreadsheet's dates have no zone, and the library reads them in UTC.
  if (kind === "day") return { value: new Date(value * MILLISECONDS), type: Date, format: "dd.mm.yyyy", ...style };
  return { value, type: Number, ...(kind === "share" && { format: "0.0%" }), ...style };
}

const rowsOf = ({ columns, rows, totals = [] }: Table): SheetData => {
  const row = (cells: readonly Cell[], bold: boolean): XlsxCell[] =>
    columns.map((column, index) => cellOf(cells[index] ?? { value: null }, column, bold));
  return [...rows.map((cells) => row(cells, false)), ...totals.map((cells) => row(cells, true))];
};

/** A list with a filter over each column. */
export const listSheet = (name: string, table: Table): SheetPlan => ({
  ...{ name, isList: true },
  data: [table.columns.map(({ title }) => head(title)), ...rowsOf({ ...table, totals: [] })],
  columns: table.columns.map(({ width }) => ({ width })),
});

/** Lines of text with tables below them, each under its title. */
export function summarySheet(name: string, lines: readonly string[], tables: readonly Table[]): SheetPlan {
  const title = (value: string, fontSize: number): XlsxCell => ({
    ...{ value, type: String, fontWeight: "bold", fontSize, height: fontSize * 1.6 },
  });
  const data: SheetData = lines.map((line, index) => [index === 0 ? title(line, 16) : { value: line, type: String }]);
  for (const table of tables) {
    data.push([], [title(table.title, 13)]);
    if (table.rows.length === 0) data.push([{ value: table.empty, type: String }]);
    else
      data.push(
        table.columns.map((column) => head(column.title)),
        ...rowsOf(table),
      );
  }
  const widths = tables.flatMap(({ columns }) => columns.map(({ width }, index) => ({ width, index })));
  const widest = (at: number): number =>
    Math.max(8, ...widths.filter(({ index }) => index === at).map(({ width }) => width));
  const count = Math.max(...tables.map(({ columns }) => columns.length));
  return {
    name,
    isList: false,
    data,
    columns: Array.from({ length: count }, (_, index) => ({ width: widest(index) })),
  };
}
