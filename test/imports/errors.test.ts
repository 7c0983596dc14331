import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { policyWith } from "../../core/order608/default-policy.ts";
import { Body, type BodyText } from "../../core/register/body.ts";
import { type Present, planImport } from "../../core/use-cases/register-changes/import-plan.ts";
import { BadImport, readImportFiles, wantedBy } from "../../local/import-files.ts";
import { departmentText, districtText, dossierOf, meetingOn, ministryText } from "../core/support/facts.ts";
import { presentOf } from "./support/present.ts";

const folder = mkdtempSync(join(tmpdir(), "esep-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const texts: readonly BodyText[] = [
  ...[ministryText, departmentText, districtText],
  { ...departmentText, id: "DP-2", contacts: [] },
  { ...districtText, id: "PB-9", parent: "DP-2", contacts: [] },
];
const bodies = texts.map((text) => Body.parse(text));
const present = presentOf(bodies, [dossierOf([meetingOn("2027-03-12")])]);

const REGISTER = "id,parent,kind,name_ru,name_kk,zone,active_from,active_to";
const ministry = "MIA,,ministry,МВД,ІІМ,Asia/Almaty,1991-12-16,";
const department = "DP-1,MIA,department,ДП,ПД,Asia/Almaty,2000-01-01,";
const district = "PB-1,DP-1,district,ОП,ПБ,Asia/Almaty,2000-01-01,";
const CONTACTS = "body,role,name,email,locale,from,to";
const staff = "MIA,staff,Штаб,staff@mia.example,ru,,";

function fileOf(name: string, ...lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.join("\n"));
  return file;
}

/** Everything that is said against an import, without the folder. */
const faultsOf = (...files: readonly string[]): string[] => faultsAt(present, ...files);

function faultsAt(present: Present, ...files: readonly string[]): string[] {
  const short = (text: string) => text.replaceAll(`${folder}/`, "");
  try {
    const { wanted, describe } = wantedBy(readImportFiles(files), present);
    return planImport(present, wanted).issues.map(describe).map(short);
  } catch (error) {
    if (error instanceof BadImport) return error.faults.map(short);
    throw error;
  }
}

test("a file that is not in UTF-8 is refused, whatever else it is", () => {
  const file = join(folder, "encoding.csv");
  writeFileSync(file, Buffer.concat([Buffer.from(`${REGISTER}\nMIA,,ministry,`), Buffer.from([0xcc, 0xc2, 0xc4])]));
  expect(() => readImportFiles([file])).toThrow("encoding.csv: is not text in UTF-8; save it in that encoding.");
});

describe("a CSV file names row and column of everything that is wrong", () => {
  test("cells that break a file rule", () => {
    const bad = "PB-2,DP-1,village,,ПБ,+05:00,2027-02-30,";
    expect(faultsOf(fileOf("cells.csv", REGISTER, ministry, department, district, bad))).toEqual([
      expect.stringMatching(/^cells\.csv: row 5, column kind: /),
      "cells.csv: row 5, column name_ru: must not be empty.",
      "cells.csv: row 5, column zone: is not an IANA time zone, such as Asia/Almaty.",
      "cells.csv: row 5, column active_from: is not a date that exists, of the form YYYY-MM-DD.",
    ]);
  });

  test("columns and cells that are missing, unknown or too many", () => {
    expect(faultsOf(fileOf("columns.csv", "id,parent,kind,name_ru,name_kk,zone,colour"))).toEqual([
      "columns.csv: row 1, column colour: is an unknown column.",
      "columns.csv: row 1, column active_from: is missing.",
    ]);
    expect(faultsOf(fileOf("wide.csv", REGISTER, `${ministry},,`))).toEqual([
      "wide.csv: row 2: has 10 cells, the header 8.",
    ]);
  });

  test("bodies that make no tree, or twice the same", () => {
    const twice = fileOf(
      "tree.csv",
      REGISTER,
      ministry,
      department,
      district,
      district,
      "PB-3,DP-7,city,а,б,Asia/Almaty,2000-01-01,",
    );
    expect(faultsOf(twice)).toEqual([
      'tree.csv: row 5, column id: repeats "PB-1".',
      'tree.csv: row 6, column parent: names the unknown body "DP-7".',
    ]);
  });

  test("contacts, also of bodies that nobody knows; rows that somebody emptied are passed over", () => {
    expect(
      faultsOf(fileOf("people.csv", CONTACTS, staff, ",,,,,,", "PB-1,head,А,nobody,ru,2027-02-01,2027-01-01")),
    ).toEqual([
      "people.csv: row 4, column email: is not an e-mail address.",
      "people.csv: row 4, column to: lies before `from`.",
    ]);
    expect(faultsOf(fileOf("office.csv", CONTACTS, staff, "PB-1,head,А,a@b.example,ru,2027-02-01,2027-01-01"))).toEqual(
      ["office.csv: row 3, column to: lies before `from`."],
    );
    expect(faultsOf(fileOf("stranger.csv", CONTACTS, staff, "PB-7,head,А,a@b.example,ru,,"))).toEqual([
      'stranger.csv: row 3, column body: names the unknown body "PB-7".',
    ]);
    expect(faultsOf(fileOf("nobody.csv", CONTACTS, "PB-1,head,А,a@b.example,ru,,"))).toEqual([
      "nobody.csv: give the ministry neither a staff nor an apex contact.",
    ]);
  });

  test("a file that is neither table, and two of the same", () => {
    expect(() => faultsOf(fileOf("other.csv", "a,b"))).toThrow(/is no facts file, and its first row names neither/);
    const [one, two] = [fileOf("one.csv", REGISTER), fileOf("two.csv", REGISTER)];
    expect(() => faultsOf(one, two)).toThrow("two.csv: holds the register, as");
  });
});

describe("a facts file names the JSON path of everything that is wrong", () => {
  const facts = (more: object) => fileOf("facts.json", JSON.stringify({ bodies: texts, dossiers: [], ...more }));

  test("facts and policy", () => {
    const dossiers = [dossierOf([meetingOn("2027-02-30")]), { ...dossierOf([]), colour: "red" }];
    expect(faultsOf(facts({ dossiers }))).toEqual([
      "facts.json: $.dossiers[0].meetings[0].date: is not a date that exists, of the form YYYY-MM-DD.",
      "facts.json: $.dossiers[1].colour: is an unknown key.",
    ]);
    const { status: _, ...unsaid } = meetingOn("2027-03-12");
    expect(faultsOf(facts({ dossiers: undefined }))).toEqual(["facts.json: $.dossiers: is required."]);
    expect(faultsOf(facts({ dossiers: [{ ...dossierOf([]), meetings: [unsaid] }] }))).toEqual([
      "facts.json: $.dossiers[0].meetings[0].status: is required.",
    ]);
    expect(faultsOf(facts({ policy: { noticeDays: -1, colour: 1 } }))).toEqual([
      "facts.json: $.policy.noticeDays: must not be negative.",
      "facts.json: $.policy.colour: is an unknown key.",
    ]);
  });

  test("a citizen's data in any text of what is new, and none in what is recorded already or in an address", () => {
    const decided = (text: string) => ({
      ...meetingOn("2027-03-12"),
      protocol: { drawnUpOn: "2027-03-12", decisions: [{ id: "d1", text }], signatures: [] },
    });
    const dossiers = [
      dossierOf([], { campaign: 2025 }),
      dossierOf([decided("Позвонить заявителю: +7 701 123 45 67")]),
      dossierOf([decided("Ответить на a.b@mail.example, ИИН 900101300123")], { campaign: 2028 }),
    ];
    const file = facts({ dossiers });
    expect(faultsOf(file)).toEqual([
      expect.stringMatching(
        /^facts\.json: \$\.dossiers\[1\]\.meetings\[0\]\.protocol\.decisions\[0\]\.text: seems to hold a phone/,
      ),
      expect.stringMatching(
        /^facts\.json: \$\.dossiers\[2\]\.meetings\[0\]\.protocol\.decisions\[0\]\.text: seems to hold an e-mail/,
      ),
    ]);
    expect(faultsAt(presentOf(bodies, dossiers), file)).toEqual([]);
  });

  test("a campaign that nobody can record, by its place in the file", () => {
    const empty = dossierOf([], { campaign: 2025 });
    expect(faultsOf(facts({ dossiers: [empty, dossierOf([meetingOn("2031-03-12")], { campaign: 2031 })] }))).toEqual([
      "facts.json: $.dossiers[1].campaign: is 2031; campaigns from 2024 to 2028 can be recorded.",
    ]);
    expect(faultsOf(facts({ dossiers: [dossierOf([meetingOn("2031-03-12")], { campaign: 2031 })] }))).toEqual([
      "facts.json: $.dossiers[0].campaign: is 2031; campaigns from 2024 to 2028 can be recorded.",
    ]);
  });

  test("a part of the policy lies over the default one; without one it stays", () => {
    const wantedPolicy = (more: object) => wantedBy(readImportFiles([facts(more)]), present).wanted.policy;
    expect(wantedPolicy({ policy: { noticeDays: 12 } })).toEqual(policyWith({ noticeDays: 12 }));
    expect(wantedPolicy({})).toBe(present.policy);
  });
});

describe("a body with a dossier", () => {
  const moved = district.replace("DP-1", "DP-2");
  const other = department.replace("DP-1", "DP-2");
  const ninth = "PB-9,DP-2,district,ОП,ПБ,Asia/Almaty,2000-01-01,";

  test("keeps its parent", () => {
    expect(faultsOf(fileOf("moved.csv", REGISTER, ministry, department, moved, other, ninth))).toEqual([
      "moved.csv: row 4, column parent: would move PB-1 from DP-1 to DP-2, but it has a dossier: " +
        "end this body with its last day and start another.",
    ]);
  });

  test("is not removed by a table, and may be by a facts file that drops its dossier too", () => {
    expect(faultsOf(fileOf("gone.csv", REGISTER, ministry, department, other, ninth))).toEqual([
      "gone.csv: lack PB-1, which has a dossier for 2027: give it its last day instead of removing it.",
    ]);
    const rest = texts.filter(({ id }) => id !== "PB-1");
    expect(faultsOf(fileOf("rest.json", JSON.stringify({ bodies: rest, dossiers: [] })))).toEqual([]);
  });

  test("does not hold others: one without may move and go", () => {
    const free = ninth.replace("DP-2", "DP-1");
    expect(faultsOf(fileOf("free.csv", REGISTER, ministry, department, district, free))).toEqual([]);
  });
});
