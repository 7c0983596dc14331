import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);

const ID = "photo-report";
const OWN_FILE = `core/order608/obligations/${ID}.ts`;

/** All that a sixteenth obligation adds outside its own file: after which line of which file, what. */
const registration: readonly (readonly [file: string, after: string, added: string])[] = [
  ["core/dossier/obligation-id.ts", `  decision: "decision",\n`, `  "${ID}": "meeting",\n`],
  [
    "core/order608/obligations/all.ts",
    `import { notice } from "./notice.ts";\n`,
    `import { photoReport } from "./${ID}.ts";\n`,
  ],
  ["core/order608/obligations/all.ts", "  decision,\n", `  "${ID}": photoReport,\n`],
];

/** A copy of all that is typed, with the obligation in it. */
const tree = mkdtempSync(join(tmpdir(), "esep-sixteenth-"));

function change(file: string, by: (text: string) => string): void {
  writeFileSync(join(tree, file), by(readFileSync(join(tree, file), "utf8")));
}

const types = (project: string) =>
  run(resolve("node_modules/.bin/tsc"), ["--noEmit", "-p", project], { cwd: tree }).then(
    () => "",
    ({ stdout }: { stdout: string }) => stdout,
  );

interface Seen {
  readonly findings: readonly (readonly Record<string, unknown>[])[];
  readonly letters: Readonly<Record<"kk" | "ru", string>>;
  readonly csv: string;
  readonly html: string;
  readonly rules: string;
  readonly ladder: unknown;
  readonly next: unknown;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly waivable: boolean;
  readonly gallery: string;
}

let typeErrors = "";
let seen: Seen;

beforeAll(async () => {
  const { include }: { include: string[] } = JSON.parse(readFileSync("tsconfig.json", "utf8"));
  for (const part of new Set([...include.map((path) => path.split("/")[0] ?? path), "tsconfig.json", "package.json"])) {
    cpSync(part, join(tree, part), { recursive: true, filter: (from) => !/node_modules|\.sst|\.local/.test(from) });
  }
  symlinkSync(resolve("node_modules"), join(tree, "node_modules"));
  writeFileSync(join(tree, OWN_FILE), readFileSync(join(import.meta.dirname, `${ID}.ts.txt`)));
  for (const [file, after, added] of registration) {
    change(file, (text) => {
      expect(text.split(after)).toHaveLength(2);
      return text.replace(after, after + added);
    });
  }
  const look = run(process.execPath, ["--import", "tsx", "test/obligations/look.ts", ID], {
    ...{ cwd: tree, maxBuffer: 32 * 1024 * 1024 },
  });
  [typeErrors, seen] = await Promise.all([types("."), look.then(({ stdout }): Seen => JSON.parse(stdout))]);
}, 180_000);

afterAll(() => rmSync(tree, { recursive: true }));

it("needs no other file: every type of core, functions, local, tests and bench holds", () => {
  expect(typeErrors).toBe("");
});

it("is found from the meeting on, with its due day, its clause and what is missing", () => {
  const open = { due: "2027-03-16", metOn: null, clause: "22", missing: ["photographs"] };
  expect(seen.findings).toEqual([
    [],
    [{ ...open, state: "upcoming" }],
    [{ ...open, state: "due" }],
    [{ ...open, state: "overdue" }],
    [{ ...open, state: "late", metOn: "2027-03-18", missing: [] }],
  ]);
});

it.each([
  [
    "kk",
    "Есептік кездесудің фотосуреттерін жариялау",
    "Есептік кездесудің фотосуреттері келесі жұмыс күні жарияланады.",
  ],
  [
    "ru",
    "Публикация фотографий отчетной встречи",
    "Фотографии отчетной встречи публикуются на следующий рабочий день.",
  ],
] as const)("is worded in a letter in %s with its clause, what is missing and what to do", (locale, name, words) => {
  const text = seen.letters[locale].replace(/\s+/g, " ");
  for (const said of [
    name,
    words,
    "22",
    "16.03.2027",
    locale === "kk" ? "кездесудің фотосуреттері" : "публикацию фотографий",
  ])
    expect(text).toContain(said);
});

it("stands in the status report, its matrix and its table", () => {
  const [head = "", ...rows] = seen.csv.trim().split("\r\n");
  const column = head.split(",").indexOf(ID);
  expect(rows.map((row) => row.split(",")[column])).toContain("overdue");
  expect(seen.html).toContain("Фотоотчет");
});

it("stands in the generated rules, by clause and by name, with ladder and example", () => {
  const section = seen.rules.split(`<a id="${ID}"></a>`)[1] ?? "";
  expect(seen.rules).toContain(`| <a id="p-22"></a>p. 22 | Photographs of the reporting meeting`);
  for (const said of [
    "Фотоесеп",
    "`due+1wd`",
    "16 March 2027",
    "The working day after the meeting",
    "фотографии встречи",
  ])
    expect(section).toContain(said);
});

it("brings its ladder, which the policy may set", () => {
  const stages = [
    { at: "due", to: ["officer"] },
    { at: "due+1wd", to: ["officer", "head"] },
  ];
  expect(seen.ladder).toEqual({ own: { stages, every: [14] }, byPolicy: { stages: [], every: [] } });
});

it("has its next step on the page, its facts in an explanation, its waiver and its sample letter", () => {
  expect(seen.next).toEqual({ command: "publish-notice", query: { meeting: "m1" } });
  expect(Object.keys(seen.facts)).toEqual(["meeting", "notices"]);
  expect(seen.waivable).toBe(true);
  expect(seen.gallery).toContain("Публикация фотографий отчетной встречи");
});

it("is asked for by the types until nothing lacks: its registration, a language, a missing part's words", async () => {
  writeFileSync(join(tree, "core.json"), JSON.stringify({ extends: "./tsconfig.json", include: ["core"] }));
  change("core/order608/obligations/all.ts", (text) => text.replace(`  "${ID}": photoReport,\n`, ""));
  change(OWN_FILE, (text) => text.replace('["photographs"]', '["captions"]'));
  change("core/order608/obligations/records.ts", (text) => text.replace(/short: \{ kk: "[^"]+",/, "short: {"));
  const errors = await types("core.json");
  expect(errors).toContain(`Property '"${ID}"' is missing in type`);
  expect(errors).toContain("Property 'kk' is missing in type");
  expect(errors).toContain(`'"captions"' is not assignable to type '"photographs"'`);
}, 60_000);
