/** One row by its column names. */
export type Row = Readonly<Record<string, string>>;

/** One field and what ends it: quoted with doubled quotes inside, or plain up to a comma or line end (RFC 4180). */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

/** The rows of a CSV file with a header; throws on a malformed field or a row of another width than the header's. */
export function parseCsv(text: string): readonly Row[] {
  const [header, ...lines] = linesOf(text.replace(/^\uFEFF/, ""));
  if (header === undefined) throw new Error("The CSV file is empty: its first line must name the columns.");
  return lines.map((fields, index) => {
    if (fields.length !== header.length) {
      throw new Error(`Row ${index + 2} of the CSV file has ${fields.length} fields instead of ${header.length}.`);
    }
    return Object.fromEntries(header.map((column, at) => [column, fields[at] ?? ""]));
  });
}

function linesOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = 0; at < text.length; ) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) throw new Error(`The CSV file is malformed at character ${at}.`);
    line.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    at = FIELD.lastIndex;
    if (match[3] === "," && at < text.length) continue;
    if (match[3] === ",") line.push("");
    lines.push(line);
    line = [];
  }
  return lines;
}

/** The value of a column that the file must have. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`The CSV file has no column "${column}".`);
  return value;
}
