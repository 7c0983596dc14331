import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { BodyText } from "../../core/register/body.ts";
import type { Bilingual } from "../../core/register/locale.ts";
import { demoContacts, demoMinistryContacts } from "./demo-contacts.ts";
import { zoneOf } from "./zones.ts";

/** The id of the ministry, the root of the register. */
export const MINISTRY = "MIA";

/** Since when the bodies exist is not known; any day before the first campaign says "always so far". */
const UNKNOWN_START = "2000-01-01";

const MINISTRY_NAME: Bilingual = {
  ru: "Министерство внутренних дел Республики Казахстан",
  kk: "Қазақстан Республикасының Ішкі істер министрлігі",
};

/** The ministry with its made-up contacts: the root of every demo register. */
export const demoMinistry: BodyText = {
  id: MINISTRY,
  parent: null,
  kind: "ministry",
  name: MINISTRY_NAME,
  zone: zoneOf(""),
  activeFrom: UNKNOWN_START,
  contacts: demoMinistryContacts(MINISTRY, { ru: "МВД", kk: "ІІМ" }),
};

const KINDS: Readonly<Record<string, BodyText["kind"]>> = {
  oblast: "department",
  capital: "department",
  city_republican: "department",
  city: "city",
  district: "district",
  city_district: "city-district",
};

/** One row by its column names. */
type Row = Readonly<Record<string, string>>;

const readRows = (file: string): readonly Row[] =>
  parse<Row>(readFileSync(new URL(file, import.meta.url)), { columns: true, bom: true });

/** The value of a column that the file must have. */
function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`The CSV file has no column "${column}".`);
  return value;
}

const nameOf = (row: Row): Bilingual => ({ ru: cell(row, "name_ru"), kk: cell(row, "name_kk") });

/**
 * The ministry and the 252 territorial police bodies, superiors before their subordinates, in the form of a facts file.
 * The bodies are inferred from territories and not confirmed by the ministry (see README.md); the contacts are made up.
 */
export function loadRegister(): BodyText[] {
  const territories = new Map(readRows("territories.csv").map((row) => [cell(row, "id"), row]));
  const bodies = readRows("police-bodies.csv").map((row, index) => {
    const code = cell(row, "territory_id");
    const territory = territories.get(code);
    if (!territory) throw new Error(`Body ${cell(row, "id")} names the unknown territory ${code}.`);
    return bodyOf(row, territory, index);
  });
  return [demoMinistry, ...bodies];
}

function bodyOf(row: Row, territory: Row, index: number): BodyText {
  const id = cell(row, "id");
  const level = cell(territory, "level");
  const kind = KINDS[level];
  if (!kind) throw new Error(`Territory ${cell(territory, "id")} is of the unknown level "${level}".`);
  return {
    id,
    parent: cell(row, "parent_id"),
    kind,
    name: nameOf(row),
    zone: zoneOf(cell(territory, "id")),
    activeFrom: UNKNOWN_START,
    contacts: demoContacts(id, kind === "department", nameOf(territory), index),
  };
}
