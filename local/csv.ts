import type { Table } from "../core/register/csv-form.ts";
import { readTable } from "../functions/web/csv.ts";
import { BadInput } from "./facts-file.ts";

/** The rows of a CSV file; throws {@link BadInput}. */
export function readCsv(text: string, file: string): Table {
  const read = readTable(text);
  if ("fault" in read) throw new BadInput(`${file}: is not CSV: ${read.fault}.`);
  return read.table;
}
