import * as z from "zod";
import { Body, type BodyText } from "./body.ts";
import { guardFormula } from "./formula-guard.ts";

/**
 * The register as a table, one row a body: `id`, `parent` (empty for the ministry), `kind`, the names in both languages,
 * `zone`, `active_from` and, where it has one, `active_to`. Rows stand in register order.
 */
export const REGISTER_COLUMNS = [
  ...["id", "parent", "kind", "name_ru", "name_kk", "zone", "active_from", "active_to"],
] as const satisfies readonly string[];

/**
 * Contacts as a table, one row a contact: the id of its `body`, `role`, `name`, `email`, `locale` and, where it has them,
 * the first and last day in office, `from` and `to`. A body's rows stand in the order of its contacts.
 */
export const CONTACT_COLUMNS = [
  ...["body", "role", "name", "email", "locale", "from", "to"],
] as const satisfies readonly string[];

/** Columns that a table may do without: their cells may be empty too. */
export const OPTIONAL_COLUMNS: ReadonlySet<string> = new Set(["active_to", "from", "to"]);

/** A table with its header as the first row. */
export type Table = readonly (readonly string[])[];

/** The bodies without their contacts; cells are guarded against formulas. */
export function registerTable(bodies: readonly Body[]): Table {
  const rows = bodies
    .map((body) => z.encode(Body, body))
    .map(({ id, parent, kind, name, zone, activeFrom, activeTo }) => [
      ...[id, parent ?? "", kind, name.ru, name.kk, zone, activeFrom, activeTo ?? ""],
    ]);
  return [REGISTER_COLUMNS, ...rows.map((row) => row.map(guardFormula))];
}

/** The contacts of bodies; cells are guarded against formulas. */
export function contactTable(bodies: readonly Body[]): Table {
  const rows = bodies
    .map((body) => z.encode(Body, body))
    .flatMap(({ id, contacts }) =>
      contacts.map(({ role, name, email, locale, from, to }) => [
        ...[id, role, name, email, locale, from ?? "", to ?? ""],
      ]),
    );
  return [CONTACT_COLUMNS, ...rows.map((row) => row.map(guardFormula))];
}

const quoted = (cell: string): string => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table as CSV, with a byte order mark so that spreadsheets read Cyrillic. */
export const csvText = (table: Table): string =>
  `\uFEFF${table.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;

/** One row by its column names, formula guards taken off. */
export type Cells = Readonly<Record<string, string>>;

/** The body of a row, in the form of a facts file; nothing is checked yet. */
export const bodyOfRow = (cells: Cells, contacts: readonly unknown[]): unknown => ({
  id: cells["id"],
  parent: cells["parent"] === "" ? null : cells["parent"],
  kind: cells["kind"],
  name: { ru: cells["name_ru"], kk: cells["name_kk"] },
  zone: cells["zone"],
  activeFrom: cells["active_from"],
  ...given("activeTo", cells["active_to"]),
  contacts,
});

/** The contact of a row, in the form of a facts file; nothing is checked yet. */
export const contactOfRow = (cells: Cells): unknown => ({
  ...{ role: cells["role"], name: cells["name"], email: cells["email"], locale: cells["locale"] },
  ...given("from", cells["from"]),
  ...given("to", cells["to"]),
});

const given = (field: string, cell: string | undefined): object =>
  cell === undefined || cell === "" ? {} : { [field]: cell };

/** The column in which a field of a body stands, by the field's path. */
export function registerColumn([field, part]: readonly PropertyKey[]): string | null {
  if (field === "name") return part === "kk" ? "name_kk" : "name_ru";
  const column = { activeFrom: "active_from", activeTo: "active_to" }[String(field)] ?? String(field);
  return REGISTER_COLUMNS.find((known) => known === column) ?? null;
}

/** A body as a facts file has it. */
export const bodyText = (body: Body): BodyText => z.encode(Body, body);
