import type { Context } from "hono";
import type { Identifiers } from "../../../core/ports.ts";

/** What somebody typed, by the names of the fields; a name may stand several times. Nothing is trimmed or lost. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

/** One thing that is wrong with what was typed: at a field, or with the form as a whole (an empty name). */
export interface FieldIssue {
  readonly name: string;
  readonly message: string;
}

/** A form as it is shown: what was typed, and what is wrong with it. */
export interface FormState {
  readonly values: FormValues;
  readonly issues: readonly FieldIssue[];
}

/** A form that nobody has filled in yet, with what the fields shall show. */
export const freshForm = (values: Readonly<Record<string, string | readonly string[]>> = {}): FormState => ({
  values: new Map(Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? [value] : value])),
  issues: [],
});

/** The same form with what is wrong. */
export const withIssues = ({ values }: FormState, issues: readonly FieldIssue[]): FormState => ({ values, issues });

/** The text of a field; empty when there is none. */
export const typedAt = ({ values }: FormState, name: string): string => values.get(name)?.[0] ?? "";

/** Under which name a form is sent, twice as well as once; one of its own for a form made by hand without it. */
export const requestOf = (form: FormState, identifiers: Pick<Identifiers, "token">): string =>
  typedAt(form, "request") || identifiers.token();

/** All texts of a field that may stand several times, such as ticked boxes. */
export const allTypedAt = ({ values }: FormState, name: string): readonly string[] => values.get(name) ?? [];

/** What a browser has sent; files are left out. How much it may be is bounded before (`limited`). */
export async function readForm(context: Context): Promise<FormState> {
  const sent = await context.req.formData();
  const values = new Map<string, string[]>();
  for (const [name, value] of sent.entries()) {
    if (typeof value === "string") values.set(name, [...(values.get(name) ?? []), value.replaceAll("\r\n", "\n")]);
  }
  return { values, issues: [] };
}

/**
 * The JSON that dotted field names say: `announces.date` becomes a key of `announces`. Empty fields are absent, as an
 * untouched optional field means; spaces around a text are not part of it.
 */
export function objectOf({ values }: FormState, names: readonly string[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of names) {
    const text = values.get(name)?.[0]?.trim() ?? "";
    if (text !== "") put(root, name.split("."), text);
  }
  return root;
}

/** Puts a value at a path of keys, with objects on the way. */
export function put(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = "", ...below] = path;
  if (below.length === 0) {
    root[key] = value;
    return;
  }
  const known = Object.hasOwn(root, key) ? root[key] : undefined;
  const inner = isRecord(known) ? known : {};
  root[key] = inner;
  put(inner, below, value);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
