import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Body, type BodyText } from "../../core/register/body.ts";
import { contactTable, csvText, registerTable } from "../../core/register/csv-form.ts";
import { guardFormula, unguardFormula } from "../../core/register/formula-guard.ts";
import { planImport } from "../../core/use-cases/register-changes/import-plan.ts";
import { readTables } from "../../core/use-cases/register-changes/import-tables.ts";
import { readCsv } from "../../local/csv.ts";
import { registerOf } from "../core/support/arbitrary-register.ts";
import { presentOf } from "./support/present.ts";

/** What people, spreadsheets and attackers put into cells. */
const hostile = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "=",
          "+",
          "-",
          "@",
          "'",
          "''",
          '"',
          ",",
          ";",
          "\t",
          "\r",
          "\n",
          "\r\n",
          " ",
          "\u00a0",
          "\ufeff",
        ),
        fc.constantFrom(
          "=cmd|' /C calc'!A0",
          "+7 700",
          "-1",
          "@SUM(1)",
          "＝1",
          "|",
          "%",
          "Ә",
          "Ұ",
          "😀",
          "\u0000",
          "\u2028",
        ),
        fc.string({ unit: "binary", maxLength: 3 }),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join(""));

const named = (): fc.Arbitrary<string> => hostile().filter((text) => text.trim() !== "");

/** A register whose free texts are hostile. */
const hostileRegister = (): fc.Arbitrary<Body[]> =>
  fc.tuple(registerOf(), fc.array(named(), { minLength: 12, maxLength: 12 })).map(([bodies, texts]) =>
    bodies.map((body: BodyText, index) => {
      const text = (at: number): string => texts[(index * 2 + at) % texts.length] ?? "x";
      const contacts = body.contacts.map((contact, at) => ({ ...contact, name: text(at + 3) }));
      return Body.parse({ ...body, name: { ru: text(0), kk: text(1) }, contacts });
    }),
  );

const parsed = (bodies: readonly unknown[]): Body[] => bodies.map((body) => Body.parse(body));

test("what is exported is what import takes, whatever stands in the cells", () => {
  fc.assert(
    fc.property(hostileRegister(), (bodies) => {
      const register = readCsv(csvText(registerTable(bodies)), "register.csv");
      const contacts = readCsv(csvText(contactTable(bodies)), "contacts.csv");
      const read = readTables([], { register, contacts });
      expect(read.issues).toEqual([]);
      expect(parsed(read.bodies)).toEqual(bodies);
    }),
    { numRuns: 300 },
  );
});

test("importing what was exported changes nothing, with either table alone too", () => {
  fc.assert(
    fc.property(hostileRegister(), fc.constantFrom("register", "contacts", "both"), (bodies, which) => {
      const tables = {
        ...(which !== "contacts" && { register: registerTable(bodies) }),
        ...(which !== "register" && { contacts: contactTable(bodies) }),
      };
      const present = presentOf(bodies);
      const wanted = { bodies: parsed(readTables(bodies, tables).bodies), dossiers: null, policy: present.policy };
      const plan = planImport(present, wanted);
      expect(plan).toMatchObject({ bodies: [], dossiers: [], policy: [], replacesRegister: false, issues: [] });
    }),
    { numRuns: 50 },
  );
});

describe("the guard against formulas", () => {
  test("no exported cell opens a formula, and every cell comes back", () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        const cell = guardFormula(text);
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
        expect(cell).not.toMatch(/^[\t\r\n]/);
        expect(unguardFormula(cell)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

test("a spreadsheet's semicolons and tabs are read as well", () => {
  expect(readCsv('\uFEFFid;parent\r\n"A;1";\r\n', "x.csv")).toEqual([
    ["id", "parent"],
    ["A;1", ""],
  ]);
  expect(readCsv("id\tparent\nA,1\tB\n", "x.csv")).toEqual([
    ["id", "parent"],
    ["A,1", "B"],
  ]);
  expect(() => readCsv('id,parent\n"A,B\n', "x.csv")).toThrow(/^x\.csv: is not CSV: /);
});
