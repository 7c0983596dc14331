import type { Table } from "../core/register/csv-form.ts";
import type { ImportIssue, Present, Wanted } from "../core/use-cases/register-changes/import-plan.ts";
import { type ImportFault, wishOf } from "../core/use-cases/register-changes/import-wish.ts";
import { readCsv } from "./csv.ts";
import { BadInput, parseJson, readText } from "./facts-file.ts";

/** What an import brings: a facts file, or tables of the register and its contacts. */
export type ImportFiles =
  | { readonly kind: "facts"; readonly file: string; readonly json: unknown }
  | { readonly kind: "tables"; readonly register?: CsvFile; readonly contacts?: CsvFile };

interface CsvFile {
  readonly file: string;
  readonly table: Table;
}

/** Everything that is wrong with an import, each in a line of its own that names file and place. */
export class BadImport extends BadInput {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}

/** Reads one facts file (JSON), or one CSV file each of the register and its contacts; throws {@link BadInput}. */
export function readImportFiles(files: readonly string[]): ImportFiles {
  const [first = ""] = files;
  const text = readText(first);
  if (/^\uFEFF?\s*\{/.test(text)) {
    if (files.length > 1) throw new BadInput(`${first}: is a facts file; import it alone.`);
    return { kind: "facts", file: first, json: parseJson(text, first) };
  }
  const found: { register?: CsvFile; contacts?: CsvFile } = {};
  for (const file of files) {
    const table = readCsv(readText(file), file);
    const kind = kindOf(table[0] ?? [], file);
    const other = found[kind];
    if (other) throw new BadInput(`${file}: holds the ${kind}, as ${other.file} does.`);
    found[kind] = { file, table };
  }
  return { kind: "tables", ...found };
}

function kindOf(header: readonly string[], file: string): "register" | "contacts" {
  if (header.includes("parent")) return "register";
  if (header.includes("email")) return "contacts";
  throw new BadInput(`${file}: is no facts file, and its first row names neither "parent" (register) nor "email".`);
}

/** What the files want of what is there, and how a path of it is written for a reader; throws {@link BadImport}. */
export function wantedBy(
  files: ImportFiles,
  present: Present,
): { readonly wanted: Wanted; readonly describe: (issue: ImportIssue) => string } {
  const names: Partial<Record<ImportFault["file"], string>> =
    files.kind === "facts"
      ? { facts: files.file }
      : {
          ...(files.register && { register: files.register.file }),
          ...(files.contacts && { contacts: files.contacts.file }),
        };
  const describe = ({ file, row, column, path, message }: ImportFault): string => {
    const place = path ?? (row === null ? "" : `row ${row}${column === null ? "" : `, column ${column}`}`);
    return [`${names[file] ?? file}:`, ...(place === "" ? [] : [`${place}:`]), `${message}.`].join(" ");
  };
  const parsed =
    files.kind === "facts"
      ? { facts: files.json }
      : { register: files.register?.table, contacts: files.contacts?.table };
  const wish = wishOf(parsed, present);
  if (wish.kind === "faulty") throw new BadImport(wish.faults.map(describe));
  return { wanted: wish.wanted, describe: (issue) => describe(wish.faultOf(issue)) };
}
