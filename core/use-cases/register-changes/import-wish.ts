import * as z from "zod";
import { readFacts } from "../../dossier/facts.ts";
import { policyWith } from "../../order608/default-policy.ts";
import type { ImportIssue, Present, Wanted } from "./import-plan.ts";
import { readTables, type Tables } from "./import-tables.ts";

/** What files bring, parsed as JSON or CSV and not checked any further. */
export type ParsedFiles = { readonly facts: unknown } | Tables;

/** One thing that is wrong with a file, where a reader finds it: by row and column of a table, or by its path in JSON. */
export interface ImportFault {
  readonly file: "facts" | "register" | "contacts";
  readonly row: number | null;
  readonly column: string | null;
  readonly path: string | null;
  readonly message: string;
}

export type ImportWish =
  | { readonly kind: "wanted"; readonly wanted: Wanted; readonly faultOf: (issue: ImportIssue) => ImportFault }
  | { readonly kind: "faulty"; readonly faults: readonly ImportFault[] };

/** What the files want of what is there, or everything that is wrong with them. */
export const wishOf = (files: ParsedFiles, present: Present): ImportWish =>
  "facts" in files ? wishOfFacts(files.facts, present) : wishOfTables(files, present);

function wishOfFacts(json: unknown, present: Present): ImportWish {
  const faultOf = ({ path, message }: ImportIssue): ImportFault => ({
    ...{ file: "facts", row: null, column: null, path: jsonPath(path), message },
  });
  const parsed = readFacts(json);
  if (!parsed.success) return { kind: "faulty", faults: issuesOf(parsed.error).map(faultOf) };
  const { bodies, dossiers, policy } = parsed.data;
  try {
    const wanted: Wanted = { bodies, dossiers, policy: policy === undefined ? present.policy : policyWith(policy) };
    return { kind: "wanted", wanted, faultOf };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    return { kind: "faulty", faults: issuesOf(error, ["policy"]).map(faultOf) };
  }
}

function wishOfTables(tables: Tables, present: Present): ImportWish {
  const read = readTables(present.register?.bodies ?? [], tables);
  const faultAt = ({ table, ...rest }: (typeof read.issues)[number]): ImportFault => ({
    file: table,
    path: null,
    ...rest,
  });
  if (read.issues.length > 0) return { kind: "faulty", faults: read.issues.map(faultAt) };
  const faultOf = ({ path, message }: ImportIssue) => faultAt({ ...read.locate(path), message });
  const parsed = readFacts({ bodies: read.bodies, dossiers: [] });
  if (!parsed.success) return { kind: "faulty", faults: issuesOf(parsed.error).map(faultOf) };
  return { kind: "wanted", wanted: { bodies: parsed.data.bodies, dossiers: null, policy: present.policy }, faultOf };
}

/** What is wrong with something parsed; an unknown key is named as a part of its path. */
export const issuesOf = (error: z.ZodError, under: readonly PropertyKey[] = []): ImportIssue[] =>
  error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...under, ...issue.path, key], message: "is an unknown key" }))
      : [{ path: [...under, ...issue.path], message: issue.message }],
  );

/** `$.dossiers[3].meetings[0].date` */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => text + (typeof key === "number" ? `[${key}]` : `.${String(key)}`), "$");
}
