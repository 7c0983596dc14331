import type { Body } from "../../register/body.ts";
import {
  bodyOfRow,
  bodyText,
  type Cells,
  CONTACT_COLUMNS,
  contactOfRow,
  OPTIONAL_COLUMNS,
  REGISTER_COLUMNS,
  registerColumn,
  type Table,
} from "../../register/csv-form.ts";
import { unguardFormula } from "../../register/formula-guard.ts";

/** What is wrong in a table, and where; rows count as a spreadsheet counts them, the header is row 1. */
export interface TableIssue {
  readonly table: "register" | "contacts";
  /** Null where it concerns no single row. */
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

/** The tables of an import; what is not given stays as it is. */
export interface Tables {
  readonly register?: Table | undefined;
  readonly contacts?: Table | undefined;
}

/** Bodies made of tables, in the form of a facts file: only the tables' own form is checked. */
export interface TableBodies {
  readonly bodies: readonly unknown[];
  readonly issues: readonly TableIssue[];
  /** Where the cell of a fact stands, by its path in a facts file such as `bodies, 3, contacts, 0, email`. */
  locate(path: readonly PropertyKey[]): Omit<TableIssue, "message">;
}

interface Row {
  readonly row: number;
  readonly cells: Cells;
}

interface TableBody {
  readonly id: string;
  /** Null for a body of the present register. */
  readonly row: number | null;
  readonly value: unknown;
  readonly contactRows: readonly Row[];
}

/** Puts register and contacts together with what is there already. */
export function readTables(present: readonly Body[], tables: Tables): TableBodies {
  const register = tables.register && readRows("register", tables.register, REGISTER_COLUMNS);
  const contacts = tables.contacts && readRows("contacts", tables.contacts, CONTACT_COLUMNS);
  const contactRows = contacts && Map.groupBy(contacts.rows, ({ cells }) => cells["body"] ?? "");
  const texts = new Map(present.map((body) => [body.id, bodyText(body)]));
  const contactsOf = (id: string): readonly unknown[] =>
    contactRows ? (contactRows.get(id) ?? []).map(({ cells }) => contactOfRow(cells)) : (texts.get(id)?.contacts ?? []);
  const inRow = (id: string) => contactRows?.get(id) ?? [];
  const bodies: TableBody[] = register
    ? register.rows.map(({ row, cells }) => {
        const id = cells["id"] ?? "";
        return { id, row, value: bodyOfRow(cells, contactsOf(id)), contactRows: inRow(id) };
      })
    : [...texts].map(([id, text]) => ({
        ...{ id, row: null, value: { ...text, contacts: contactsOf(id) }, contactRows: inRow(id) },
      }));
  const issues = [...(register?.issues ?? []), ...(contacts?.issues ?? []), ...strangers(contacts?.rows, bodies)];
  return {
    bodies: bodies.map(({ value }) => value),
    issues,
    locate: (path) => locate(path, bodies, tables.register === undefined),
  };
}

/** Contacts of bodies that are not in the register. */
function strangers(rows: readonly Row[] = [], bodies: readonly TableBody[]): TableIssue[] {
  const known = new Set(bodies.map(({ id }) => id));
  return rows
    .filter(({ cells }) => !known.has(cells["body"] ?? ""))
    .map(({ row, cells }) => ({
      ...{ table: "contacts", row, column: "body", message: `names the unknown body "${cells["body"]}"` },
    }));
}

function locate(
  [, index, ...field]: readonly PropertyKey[],
  bodies: readonly TableBody[],
  onlyContacts: boolean,
): Omit<TableIssue, "message"> {
  const body = typeof index === "number" ? bodies[index] : undefined;
  const [list, at, column] = field;
  // Contacts are the only list of a body.
  const contact = typeof at === "number" ? body?.contactRows[at] : undefined;
  if (contact) return { table: "contacts", row: contact.row, column: column === undefined ? null : String(column) };
  const table = onlyContacts || list === "contacts" ? "contacts" : "register";
  if (table === "contacts") return { table, row: null, column: null };
  return { table, row: body?.row ?? null, column: registerColumn(field) };
}

function readRows(
  table: TableIssue["table"],
  [header = [], ...rows]: Table,
  columns: readonly string[],
): { readonly rows: readonly Row[]; readonly issues: readonly TableIssue[] } {
  const issues = headerIssues(table, header, columns);
  if (issues.length > 0) return { rows: [], issues };
  const good: Row[] = [];
  for (const [index, cells] of rows.entries()) {
    const row = index + 2;
    // A spreadsheet writes rows that somebody emptied.
    if (cells.every((cell) => cell === "")) continue;
    if (cells.length === header.length) good.push({ row, cells: cellsOf(header, cells) });
    else issues.push({ table, row, column: null, message: `has ${cells.length} cells, the header ${header.length}` });
  }
  return { rows: good, issues };
}

function headerIssues(table: TableIssue["table"], header: readonly string[], columns: readonly string[]): TableIssue[] {
  const refuse = (column: string, message: string): TableIssue => ({ table, row: 1, column, message });
  return [
    ...header.filter((name) => !columns.includes(name)).map((name) => refuse(name, "is an unknown column")),
    ...header.filter((name, index) => header.indexOf(name) < index).map((name) => refuse(name, "stands there twice")),
    ...columns
      .filter((name) => !header.includes(name) && !OPTIONAL_COLUMNS.has(name))
      .map((name) => refuse(name, "is missing")),
  ];
}

const cellsOf = (header: readonly string[], cells: readonly string[]): Cells =>
  Object.fromEntries(header.map((name, index) => [name, unguardFormula(cells[index] ?? "")]));
