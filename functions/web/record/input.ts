import { type FormState, put } from "../forms/values.ts";
import type { Field } from "./fields.ts";

/** More lines than any protocol has; what comes after them is not read. */
const MAX_ROWS = 60;

const texts = ({ values }: FormState, name: string): readonly string[] => values.get(name) ?? [];
const textAt = (form: FormState, name: string): string => texts(form, name)[0]?.trim() ?? "";

/** The box beside a list of lines that says that there is nothing to list. */
export const noneName = (name: string): string => `${name}.none`;

/** How many lines of a repeated part a form has. */
export function rowCount({ values }: FormState, name: string): number {
  const places = [...values.keys()].flatMap((key) =>
    key.startsWith(`${name}.`) ? (/^(\d{1,3})\./.exec(key.slice(name.length + 1))?.[1] ?? []) : [],
  );
  return Math.min(MAX_ROWS, Math.max(0, ...places.map((place) => Number(place) + 1)));
}

/** The JSON that a form says, for a command to judge: what cannot be a number goes as it was typed. */
export function inputOf(
  fields: readonly Field[],
  form: FormState,
  { prefix = "", objects = [] }: { readonly prefix?: string; readonly objects?: readonly string[] } = {},
): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of objects) put(root, name.split("."), {});
  for (const field of fields) {
    const value = valueIn(field, form, `${prefix}${field.name}`);
    if (value !== undefined) put(root, field.name.split("."), value);
  }
  return root;
}

function valueIn(field: Field, form: FormState, name: string): unknown {
  switch (field.kind) {
    case "tick":
      return textAt(form, name) === "yes" ? true : field.off === "false" ? false : undefined;
    case "many": {
      const chosen = texts(form, name).filter((text) => text !== "");
      return field.options === "sections" ? chosen.map(numberIn) : chosen;
    }
    case "rows":
      return rowsOf(field.fields, form, name);
    case "count": {
      const text = textAt(form, name);
      return text === "" ? undefined : numberIn(text);
    }
    default: {
      const text = textAt(form, name);
      return text === "" ? undefined : text;
    }
  }
}

const numberIn = (text: string): unknown => (/^\d{1,9}$/.test(text) ? Number(text) : text);

/** Absent when nothing is said; an empty list says that there were none. */
function rowsOf(fields: readonly Field[], form: FormState, name: string): unknown {
  const rows = Array.from({ length: rowCount(form, name) }, (_, index) =>
    inputOf(fields, form, { prefix: `${name}.${index}.` }),
  );
  return rows.length > 0 || textAt(form, noneName(name)) === "yes" ? rows : undefined;
}

/** The same form without lines in which nothing was typed, so that lines and input count alike. */
export function withoutEmptyRows(form: FormState, fields: readonly Field[]): FormState {
  const values = new Map(form.values);
  for (const field of fields) {
    if (field.kind !== "rows") continue;
    let kept = 0;
    for (let index = 0; index < rowCount(form, field.name); index++) {
      const row = field.fields.map(({ name, kind }) => ({
        name,
        kind,
        typed: texts(form, `${field.name}.${index}.${name}`),
      }));
      for (const { name } of row) values.delete(`${field.name}.${index}.${name}`);
      if (!row.some(({ kind, typed }) => kind !== "hidden" && (typed[0] ?? "").trim() !== "")) continue;
      for (const { name, typed } of row) values.set(`${field.name}.${kept}.${name}`, typed);
      kept++;
    }
  }
  return { ...form, values };
}

/** The values of a form that shows some JSON of a fact, by the same names. */
export function valuesFrom(fields: readonly Field[], json: unknown, prefix = ""): Map<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const field of fields) {
    const value = at(json, field.name.split("."));
    const name = `${prefix}${field.name}`;
    if (field.kind === "rows" && Array.isArray(value)) {
      if (value.length === 0) values.set(noneName(name), ["yes"]);
      for (const [index, row] of value.entries()) {
        for (const [key, texts] of valuesFrom(field.fields, row, `${name}.${index}.`)) values.set(key, texts);
      }
    } else if (Array.isArray(value)) values.set(name, value.map(String));
    else if (value === true) values.set(name, ["yes"]);
    else if (value !== undefined && value !== false) values.set(name, [String(value)]);
  }
  return values;
}

function at(json: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return json;
  if (typeof json !== "object" || json === null || !Object.hasOwn(json, key)) return undefined;
  return at(Object.getOwnPropertyDescriptor(json, key)?.value, rest);
}
