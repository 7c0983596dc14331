import { CsvError, parse } from "csv-parse/sync";
import type { Table } from "../../core/register/csv-form.ts";

/**
 * The rows of CSV that a spreadsheet wrote: columns are separated by commas or, where that is the country's way, by
 * semicolons or tabs, as the header shows. Text that is no CSV gives what is wrong with it.
 */
export function readTable(text: string): { readonly table: Table } | { readonly fault: string } {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const delimiter = [",", ";", "\t"].find((sign) => header.includes(sign)) ?? ",";
  try {
    const table = parse(text, {
      ...{ bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: false },
      recordDelimiter: ["\r\n", "\n", "\r"],
    });
    return { table };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { fault: error.message };
  }
}
