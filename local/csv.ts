import { CsvError, parse } from "csv-parse/sync";
import type { Table } from "../core/register/csv-form.ts";
import { BadInput } from "./facts-file.ts";

const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as CSV, with a byte order mark so that spreadsheets read Cyrillic. */
export const writeCsv = (table: Table): string =>
  `\uFEFF${table.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;

/**
 * The rows of CSV that a spreadsheet wrote: columns are separated by commas or, where that is the country's way, by
 * semicolons or tabs, as the header shows. Throws {@link BadInput}.
 */
export function readCsv(text: string, file: string): Table {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const delimiter = [",", ";", "\t"].find((sign) => header.includes(sign)) ?? ",";
  try {
    return parse(text, {
      ...{ bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: false },
      recordDelimiter: ["\r\n", "\n", "\r"],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadInput(`${file}: is not CSV: ${error.message}.`, { cause: error });
  }
}
