import { buckets, tables } from "../../stacks/resources.ts";

/**
 * The tables that a backup holds. `Sessions` is left out: who was signed in signs in again. The facts and their audit
 * come first and the ledger last, so that a letter which is written meanwhile is never one that the backup forgets first.
 */
export const savedTables = [
  "Register",
  "Dossiers",
  "Audit",
  "Sweeps",
  "Letters",
] as const satisfies readonly TableName[];
export type SavedTable = (typeof savedTables)[number];

type TableName = keyof typeof tables;

/** What people record: a backup of it is made at one moment at which nobody does. */
export const factTables: readonly SavedTable[] = ["Register", "Dossiers", "Audit"];

/** The names of a store's tables and of its buckets, from variables as a function has them. */
export interface StoreNames {
  readonly tables: Readonly<Record<SavedTable, string>>;
  readonly buckets: { readonly letters: string; readonly evidence: string };
}

/** Reads the names; returns instead the variables that are missing. */
export function storeNamesOf(variables: Readonly<Record<string, string | undefined>>): StoreNames | readonly string[] {
  const { letters, evidence } = buckets;
  const wanted = [...savedTables.map((name) => tables[name].variable), letters.variable, evidence.variable];
  const missing = wanted.filter((name) => (variables[name] ?? "") === "");
  if (missing.length > 0) return missing;
  const nameOf = (variable: string): string => variables[variable] ?? "";
  const entries = savedTables.map((name) => [name, nameOf(tables[name].variable)] as const);
  const named = Object.fromEntries(entries) as Record<SavedTable, string>; // one entry for each saved table
  return { tables: named, buckets: { letters: nameOf(letters.variable), evidence: nameOf(evidence.variable) } };
}

/** The file of a table. */
export const fileOf = (table: SavedTable): string => `${table}.jsonl`;
