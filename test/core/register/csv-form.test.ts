import { describe, expect, test } from "vitest";
import { Body, type BodyText } from "../../../core/register/body.ts";
import {
  bodyOfRow,
  bodyText,
  contactOfRow,
  contactTable,
  csvText,
  OPTIONAL_COLUMNS,
  REGISTER_COLUMNS,
  registerColumn,
  registerTable,
} from "../../../core/register/csv-form.ts";
import { contact, departmentText, ministryText } from "../support/facts.ts";

const ended: BodyText = {
  ...{ ...departmentText, activeTo: "2027-12-31", name: { ru: "=ДП", kk: "ПД" } },
  contacts: [contact("head", "h@x.example", { from: "2027-01-01", to: "2027-06-30", locale: "kk" })],
};
const texts = [ministryText, ended];
const bodies = texts.map((text) => Body.parse(text));

describe("the register as a table", () => {
  test("has a row for each body in register order, the ministry's without a superior", () => {
    expect(registerTable(bodies)).toEqual([
      ["id", "parent", "kind", "name_ru", "name_kk", "zone", "active_from", "active_to"],
      ["MIA", "", "ministry", "МВД", "ІІМ", "Asia/Almaty", "1991-12-16", ""],
      ["DP-1", "MIA", "department", "'=ДП", "ПД", "Asia/Almaty", "2000-01-01", "2027-12-31"],
    ]);
  });

  test("has a row for each contact, with the days in office where it has them", () => {
    expect(contactTable(bodies)).toEqual([
      ["body", "role", "name", "email", "locale", "from", "to"],
      ["MIA", "staff", "staff", "staff@mia.example", "ru", "", ""],
      ["MIA", "apex", "apex", "apex@mia.example", "ru", "", ""],
      ["DP-1", "head", "head", "h@x.example", "kk", "2027-01-01", "2027-06-30"],
    ]);
  });

  test("may do without the days on which something ends, and a contact's first", () => {
    expect([...OPTIONAL_COLUMNS]).toEqual(["active_to", "from", "to"]);
  });

  test("is read as it was written, with empty cells and without such columns", () => {
    const row = { id: "DP-1", parent: "MIA", kind: "department", name_ru: "=ДП", name_kk: "ПД", zone: "Asia/Almaty" };
    const whole = bodyOfRow({ ...row, active_from: "2000-01-01", active_to: "2027-12-31" }, ended.contacts);
    expect(whole).toStrictEqual(bodyText(Body.parse(ended)));
    const { activeTo: _, ...open } = ended;
    expect(bodyOfRow({ ...row, active_from: "2000-01-01", active_to: "" }, ended.contacts)).toStrictEqual(open);
    expect(bodyOfRow({ ...row, active_from: "2000-01-01" }, ended.contacts)).toStrictEqual(open);
    expect(bodyOfRow({ ...row, parent: "" }, [])).toMatchObject({ parent: null });
    const person = { role: "head", name: "head", email: "h@x.example", locale: "kk" };
    expect(contactOfRow({ ...person, from: "2027-01-01", to: "2027-06-30" })).toStrictEqual(ended.contacts[0]);
    expect(contactOfRow({ ...person, from: "", to: "" })).toStrictEqual(person);
    expect(contactOfRow(person)).toStrictEqual(person);
  });

  test.each([
    [["id"], "id"],
    [["parent"], "parent"],
    [["name", "kk"], "name_kk"],
    [["name", "ru"], "name_ru"],
    [["name"], "name_ru"],
    [["activeFrom"], "active_from"],
    [["activeTo"], "active_to"],
    [["contacts"], null],
    [[], null],
  ])("has the field %j in the column %s", (path, column) => {
    expect(registerColumn(path)).toBe(column);
    if (column !== null) expect(REGISTER_COLUMNS).toContain(column);
  });
});

describe("a table as CSV", () => {
  test("begins with a byte order mark, and each row ends as RFC 4180 says", () => {
    expect(
      csvText([
        ["id", "name"],
        ["DP-1", "ПД"],
      ]),
    ).toBe("\uFEFFid,name\r\nDP-1,ПД\r\n");
  });

  test.each([
    ["plain", "plain"],
    ["", ""],
    ["O'Brien", "O'Brien"],
    ["a,b", '"a,b"'],
    ["a;b", '"a;b"'],
    ["a\tb", '"a\tb"'],
    ["a\rb", '"a\rb"'],
    ["a\nb", '"a\nb"'],
    ['"a" and "b"', '"""a"" and ""b"""'],
  ])("writes %j as %j", (text, cell) => {
    expect(csvText([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });
});
