import { describe, expect, test } from "vitest";
import { Facts } from "../../core/dossier/facts.ts";
import type { BodyText } from "../../core/register/body.ts";
import { bodyText } from "../../core/register/csv-form.ts";
import { readTables, type Tables } from "../../core/use-cases/register-changes/import-tables.ts";
import { jsonPath, wishOf } from "../../core/use-cases/register-changes/import-wish.ts";
import { departmentText, districtText, ministryText } from "../core/support/facts.ts";
import { presentOf } from "./support/present.ts";

const texts: readonly BodyText[] = [ministryText, departmentText, districtText];
const bodies = Facts.parse({ bodies: texts, dossiers: [] }).bodies;
const present = presentOf(bodies);

const header = ["id", "parent", "kind", "name_ru", "name_kk", "zone", "active_from", "active_to"];
const MIA = ["MIA", "", "ministry", "МВД", "ІІМ", "Asia/Almaty", "1991-12-16", ""];
const DP = ["DP-1", "MIA", "department", "ДП", "ПД", "Asia/Almaty", "2000-01-01", "2030-12-31"];
const people = ["body", "role", "name", "email", "locale"];
const staff = ["MIA", "staff", "Штаб", "staff@mia.example", "ru"];
const officer = ["DP-1", "officer", "А", "a@dp.example", "kk"];
const head = ["DP-1", "head", "Б", "b@dp.example", "ru"];
const read = (tables: Tables) => readTables(bodies, tables);

describe("tables of the register and its contacts", () => {
  test("together say everything, contacts in the order of their rows", () => {
    const { bodies: made, issues } = read({ register: [header, MIA, DP], contacts: [people, officer, staff, head] });
    expect(issues).toEqual([]);
    const parsed = Facts.parse({ bodies: made, dossiers: [] }).bodies.map(bodyText);
    expect(parsed).toMatchObject([
      { id: "MIA", parent: null, contacts: [{ email: "staff@mia.example" }] },
      { id: "DP-1", activeTo: "2030-12-31", contacts: [{ role: "officer", locale: "kk" }, { role: "head" }] },
    ]);
  });

  test("of bodies alone leave contacts as they are, and a new body has none", () => {
    const fresh = DP.with(0, "DP-5");
    const { bodies: made, issues } = read({ register: [header, MIA, DP, fresh] });
    expect(issues).toEqual([]);
    expect(made).toMatchObject([
      { contacts: ministryText.contacts },
      { contacts: departmentText.contacts },
      { id: "DP-5", contacts: [] },
    ]);
  });

  test("of contacts alone leave bodies as they are; a body without a row has no contacts any more", () => {
    const { bodies: made } = read({ contacts: [people, staff, head] });
    expect(made).toMatchObject([
      { ...ministryText, contacts: [{ name: "Штаб" }] },
      { ...departmentText, contacts: [{ name: "Б" }] },
      { ...districtText, contacts: [] },
    ]);
  });

  test("that are none change nothing", () => expect(read({})).toMatchObject({ bodies: texts, issues: [] }));

  test("may have their columns in any order, and none of those that are optional", () => {
    const order = header.slice(0, -1).toReversed();
    const rows = [MIA, DP].map((cells) => cells.slice(0, -1).toReversed());
    expect(read({ register: [order, ...rows] })).toMatchObject({ issues: [], bodies: [{ id: "MIA" }, { id: "DP-1" }] });
  });

  test("lose the guard that kept a spreadsheet from reading a cell as a formula", () => {
    const { bodies: made } = read({ register: [header, MIA.with(3, "'=МВД")] });
    expect(made).toMatchObject([{ name: { ru: "=МВД" } }]);
  });
});

describe("what is wrong with a table is told by row and column", () => {
  test.each<[string, Tables, readonly object[]]>([
    ["a table without anything", { register: [] }, header.slice(0, -1).map((column) => ({ row: 1, column }))],
    [
      "an unknown column",
      {
        contacts: [
          [...people, "phone"],
          [...staff, "1"],
        ],
      },
      [{ row: 1, column: "phone" }],
    ],
    [
      "a column twice",
      {
        contacts: [
          [...people, "name"],
          [...staff, "1"],
        ],
      },
      [{ row: 1, column: "name" }],
    ],
    ["a column that is missing", { contacts: [people.slice(1), staff.slice(1)] }, [{ row: 1, column: "body" }]],
    ["a row that is too short", { contacts: [people, staff, head.slice(1)] }, [{ row: 3, column: null }]],
    ["a row that is too long, after an empty one", { contacts: [people, ["", ""], [...head, ""]] }, [{ row: 3 }]],
    ["a body that nobody knows", { contacts: [people, staff, head.with(0, "DP-7")] }, [{ row: 3, column: "body" }]],
  ])("%s", (_, tables, places) => {
    const table = tables.register ? "register" : "contacts";
    expect(read(tables).issues).toMatchObject(places.map((place) => ({ table, ...place })));
  });

  test("all of it at once, of both tables", () => {
    const { issues } = read({ register: [header, MIA.slice(1)], contacts: [people, staff.slice(1)] });
    expect(issues.map(({ table, row }) => `${table} ${row}`)).toEqual(["register 2", "contacts 2"]);
  });

  const both = () => read({ register: [header, MIA, ["", ""], DP], contacts: [people, staff, officer, head] });

  test.each<[readonly PropertyKey[], object]>([
    [["bodies", 1, "name", "ru"], { table: "register", row: 4, column: "name_ru" }],
    [["bodies", 0, "zone"], { table: "register", row: 2, column: "zone" }],
    [["bodies", 1], { table: "register", row: 4, column: null }],
    [["bodies", 1, "contacts", 1, "email"], { table: "contacts", row: 4, column: "email" }],
    [["bodies", 1, "contacts", 0], { table: "contacts", row: 3, column: null }],
    [["bodies", 1, "contacts", 7, "email"], { table: "contacts", row: null, column: null }],
    [["bodies", 1, "contacts"], { table: "contacts", row: null, column: null }],
    [["bodies"], { table: "register", row: null, column: null }],
    [["bodies", 9, "contacts", 0], { table: "contacts", row: null, column: null }],
    [["bodies", 9, "id"], { table: "register", row: null, column: "id" }],
  ])("where %j of a facts file stands", (path, place) => expect(both().locate(path)).toEqual(place));

  test("a contact stands in no row where there is no table of contacts", () => {
    const { locate } = read({ register: [header, MIA, DP] });
    expect(locate(["bodies", 1, "contacts", 0, "email"])).toEqual({ table: "contacts", row: null, column: null });
  });

  test("nothing stands in the table of bodies where there is none", () => {
    const { locate } = read({ contacts: [people, staff] });
    expect(locate(["bodies", 0, "zone"])).toEqual({ table: "contacts", row: null, column: null });
    expect(locate(["bodies", 0, "contacts", 0, "role"])).toEqual({ table: "contacts", row: 2, column: "role" });
  });
});

describe("what files want", () => {
  test("of tables: their bodies, no dossiers, and the policy as it is; faults by row", () => {
    const wish = wishOf({ register: [header, MIA, DP] }, present);
    if (wish.kind !== "wanted") return expect.fail("it is faulty");
    expect(wish.wanted).toMatchObject({ bodies: [{ id: "MIA" }, { id: "DP-1" }], dossiers: null });
    expect(wish.wanted.policy).toBe(present.policy);
    expect(wish.faultOf({ path: ["bodies", 1, "parent"], message: "no" })).toEqual({
      ...{ file: "register", row: 3, column: "parent", path: null, message: "no" },
    });
  });

  test("of tables before the first import: what they say alone", () => {
    const first = { ...present, register: null };
    const tables = { register: [header, MIA, DP], contacts: [people, staff] };
    expect(wishOf(tables, first)).toMatchObject({ kind: "wanted", wanted: { bodies: [{ id: "MIA" }, {}] } });
    expect(wishOf({ register: [header, MIA, DP] }, first)).toMatchObject({ kind: "faulty" });
  });

  test("of tables that are none, or that break a file rule, is told as what is wrong", () => {
    const faulty = (tables: Tables) => wishOf(tables, present);
    expect(faulty({ register: [header, MIA.slice(1)] })).toMatchObject({
      ...{ kind: "faulty", faults: [{ file: "register", row: 2, column: null, path: null }] },
    });
    expect(faulty({ register: [header, MIA, DP.with(5, "+05:00")] })).toMatchObject({
      ...{ kind: "faulty", faults: [{ file: "register", row: 3, column: "zone", path: null }] },
    });
  });

  test("of facts is told by the path, as one would write it in JavaScript", () => {
    expect(jsonPath(["dossiers", 3, "meetings", 0, "date"])).toBe("$.dossiers[3].meetings[0].date");
    expect(jsonPath([])).toBe("$");
    const wrong = { bodies: texts, dossiers: [], policy: { noticeDays: -1, colour: 1 } };
    expect(wishOf({ facts: wrong }, present)).toMatchObject({
      kind: "faulty",
      faults: [
        { file: "facts", row: null, column: null, path: "$.policy.noticeDays" },
        { file: "facts", path: "$.policy.colour" },
      ],
    });
    expect(wishOf({ facts: { bodies: texts, dossiers: [], more: 1 } }, present)).toMatchObject({
      faults: [{ path: "$.more" }],
    });
  });
});
