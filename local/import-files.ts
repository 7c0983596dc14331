import * as z from "zod";
import { Facts } from "../core/dossier/facts.ts";
import type { ImportIssue, Present, Wanted } from "../core/import-plan.ts";
import { readTables } from "../core/import-tables.ts";
import { policyWith } from "../core/order608/default-policy.ts";
import type { Policy } from "../core/order608/policy.ts";
import type { Table } from "../core/register/csv-form.ts";
import { readCsv } from "./csv.ts";
import { BadInput, jsonPath, parseJson, readText } from "./facts-file.ts";

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
  return files.kind === "facts" ? wantedByFacts(files, present.policy) : wantedByTables(files, present);
}

function wantedByFacts({ file, json }: Extract<ImportFiles, { kind: "facts" }>, present: Policy) {
  const describe = ({ path, message }: ImportIssue) => `${file}: ${jsonPath(path)}: ${message}.`;
  const parsed = Facts.safeParse(json);
  if (!parsed.success) throw new BadImport(issuesOf(parsed.error).map(describe));
  const { bodies, dossiers, policy } = parsed.data;
  try {
    const wanted: Wanted = { bodies, dossiers, policy: policy === undefined ? present : policyWith(policy) };
    return { wanted, describe };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new BadImport(issuesOf(error, ["policy"]).map(describe));
  }
}

function wantedByTables(files: Extract<ImportFiles, { kind: "tables" }>, present: Present) {
  const { register, contacts } = files;
  const read = readTables(present.register?.bodies ?? [], { register: register?.table, contacts: contacts?.table });
  const place = ({ table, row, column }: Omit<(typeof read.issues)[number], "message">) =>
    [
      files[table]?.file ?? table,
      row === null ? "" : ` row ${row}${column === null ? "" : `, column ${column}`}:`,
    ].join(":");
  if (read.issues.length > 0) throw new BadImport(read.issues.map((issue) => `${place(issue)} ${issue.message}.`));
  const describe = ({ path, message }: ImportIssue) => `${place(read.locate(path))} ${message}.`;
  const parsed = Facts.safeParse({ bodies: read.bodies, dossiers: [] });
  if (!parsed.success) throw new BadImport(issuesOf(parsed.error).map(describe));
  const wanted: Wanted = { bodies: parsed.data.bodies, dossiers: null, policy: present.policy };
  return { wanted, describe };
}

/** An unknown key is named as a part of its path. */
const issuesOf = (error: z.ZodError, under: readonly PropertyKey[] = []): ImportIssue[] =>
  error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...under, ...issue.path, key], message: "is an unknown key" }))
      : [{ path: [...under, ...issue.path], message: issue.message }],
  );
