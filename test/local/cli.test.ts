import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { setDemoClock } from "../../local/demo-clock.ts";
import { lockDirectory } from "../../local/engines/lock.ts";
import { bundled, run } from "./support/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "esep-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let program: string;
beforeAll(async () => {
  program = await bundled("cli", "cli");
});

function esep(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = run(program, ...args);
  return { code: status, out: stdout, err: stderr };
}

function fileWith(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const example = (name: string): string => `test/examples/${name}`;

/** Items of findings and letters as sets of texts: order carries no meaning. */
const asSet = (rows: readonly object[]): Set<string> =>
  new Set(rows.map((row) => JSON.stringify(row, (_, value) => (Array.isArray(value) ? sorted(value) : value))));
const sorted = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort();

describe("esep evaluate", () => {
  it("prints exactly the findings of a worked example", () => {
    const { code, out } = esep("evaluate", example("104.facts.json"), "--on", "2027-03-19", "--json");
    const wanted = JSON.parse(readFileSync(example("104.findings.2027-03-19.json"), "utf8"));
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(["findings"]);
    expect(asSet(JSON.parse(out).findings)).toEqual(asSet(wanted.findings));
  });

  it("lists what the calendar could not decide beside the findings", () => {
    const facts = JSON.parse(readFileSync(example("104.facts.json"), "utf8"));
    const meeting = facts.dossiers[2].meetings.find((one: { protocol?: object }) => one.protocol);
    meeting.protocol.decisions = [{ id: "d9", text: "x", dueOn: "2035-01-05" }];
    const file = fileWith("far.json", JSON.stringify(facts));
    const { code, out } = esep("evaluate", file, "--on", "2027-03-19", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).failed).toEqual([
      { body: "PB-1001", campaign: 2027, obligation: "decision", subject: `${meeting.id}/d9`, year: 2035 },
    ]);
  });
});

describe("esep simulate", () => {
  it("prints exactly the letters of a worked example", () => {
    const name = "104.letters.2027-01-01.2027-04-30.json";
    expect(readdirSync("test/examples")).toContain(name);
    const { code, out } = esep(
      ...["simulate", example("104.facts.json"), "--from", "2027-01-01", "--to", "2027-04-30", "--json"],
    );
    expect(code).toBe(0);
    expect(asSet(JSON.parse(out).letters)).toEqual(asSet(JSON.parse(readFileSync(example(name), "utf8")).letters));
  });

  it("shows letters by day and level without --json", () => {
    const { code, out } = esep("simulate", example("104.facts.json"), "--from", "2027-01-01", "--to", "2027-01-10");
    expect(code).toBe(0);
    expect(out).toMatch(/officer\s+head\s+superior\s+ministry\s+apex/);
    expect(out).toMatch(/2027-01-05/);
  });

  it("refuses a span that ends before it begins", () => {
    const { code, err } = esep(
      ...["simulate", example("104.facts.json"), "--from", "2027-01-10", "--to", "2027-01-01"],
    );
    expect(code).toBe(2);
    expect(err).toContain("--to: 2027-01-01 lies before --from 2027-01-10.");
  });
});

describe("bad input", () => {
  const facts = () => JSON.parse(readFileSync(example("104.facts.json"), "utf8"));
  const broken = (change: (facts: ReturnType<typeof JSON.parse>) => void): string => {
    const copy = facts();
    change(copy);
    return JSON.stringify(copy);
  };
  it.each([
    ["nothing at all", "", /is empty/],
    ["text that is not JSON", "{ nope", /is not JSON/],
    ["an array", "[]", /\$: .*object/],
    [
      "an unknown key",
      broken((copy) => Object.assign(copy.bodies[1], { nmae: 1 })),
      /\$\.bodies\[1\]\.nmae: is an unknown key/,
    ],
    [
      "an impossible date",
      broken((copy) => Object.assign(copy.dossiers[0].meetings[0], { date: "2027-02-30" })),
      /\$\.dossiers\[0\]\.meetings\[0\]\.date: is not a date/,
    ],
    [
      "an unknown parent",
      broken((copy) => Object.assign(copy.bodies[1], { parent: "X" })),
      /\$\.bodies\[1\]\.parent: names the unknown body "X"/,
    ],
    [
      "a policy that is none",
      broken((copy) => Object.assign(copy.policy, { noticeDays: -1 })),
      /\$\.policy\.noticeDays: must not be negative/,
    ],
    [
      "an unknown policy key",
      broken((copy) => Object.assign(copy.policy, { days: 1 })),
      /\$\.policy\.days: is an unknown key/,
    ],
  ])("%s exits with 2 and one sentence that names file, path and rule", (name, text, sentence) => {
    const file = fileWith(`${name.replaceAll(" ", "-")}.json`, text);
    const { code, out, err } = esep("evaluate", file, "--on", "2027-03-19");
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(file);
    expect(err).toMatch(sentence);
  });

  it("a file that does not exist exits with 2", () => {
    const { code, err } = esep("facts", "check", join(folder, "none.json"));
    expect(code).toBe(2);
    expect(err).toContain("does not exist");
  });

  it("a file of more than 64 MB is refused before it is read", () => {
    const { code, err } = esep("facts", "check", fileWith("large.json", " ".repeat(64 * 1024 * 1024 + 1)));
    expect(code).toBe(2);
    expect(err).toContain("holds more than 64 MB");
  });

  it.each([
    ["an unknown command", ["frobnicate"]],
    ["a missing option", ["evaluate", "x.json"]],
    ["a day that does not exist", ["evaluate", "x.json", "--on", "2027-02-30"]],
  ])("%s exits with 2", (_, args) => {
    const { code, err } = esep(...args);
    expect(code).toBe(2);
    expect(err).not.toBe("");
  });
});

describe("a path or a store that cannot be used exits with one sentence", () => {
  const oneLine = (err: string): string => {
    expect(err.trim().split("\n")).toHaveLength(1);
    return err;
  };
  const half = JSON.stringify({ REGISTER_TABLE: "r", DOSSIERS_TABLE: "d" });

  it.each([
    [
      "a file where a folder is meant",
      (file: string) => ["letters", "preview", "--kind", "one", "--out", file],
      "is there already",
    ],
    ["a folder where an archive is meant", () => ["archive", "verify", folder], "is no file"],
    [
      "a stage's file that lacks names",
      (file: string) => ["begin", example("101.facts.json"), "--cloud", file],
      "lacks AUDIT_TABLE",
    ],
    ["a stage's file for the audit", (file: string) => ["audit", "verify", "--cloud", file], "lacks AUDIT_TABLE"],
    [
      "a stage's file that is not there",
      () => ["begin", example("101.facts.json"), "--cloud", join(folder, "none")],
      "does not exist",
    ],
  ])("%s", (name, argsOf, sentence) => {
    const { code, err } = esep(...argsOf(fileWith(`${name.replaceAll(" ", "-")}.json`, half)));
    expect(code).toBe(2);
    expect(oneLine(err)).toContain(folder);
    expect(err).toContain(sentence);
  });

  it("a store that another process has", () => {
    const directory = join(folder, "in-use");
    setDemoClock(join(directory, "clock.json"), instant(0));
    const clock = readFileSync(join(directory, "clock.json"), "utf8");
    const release = lockDirectory(directory);
    const { code, err } = esep("status", "--directory", directory);
    release();
    expect(code).toBe(1);
    expect(oneLine(err)).toContain(`Another Esep is using ${directory}: stop it first`);
    // Whose store it is has its clock too.
    expect(readFileSync(join(directory, "clock.json"), "utf8")).toBe(clock);
  });
});

describe("help", () => {
  it.each([[["--help"]], [["evaluate", "--help"]], [["facts", "export", "--help"]]])("%s exits with 0", (args) => {
    const { code, out } = esep(...args);
    expect(code).toBe(0);
    expect(out).toContain("Usage: ");
  });
});

describe("esep facts check", () => {
  it("says what a good file holds", () => {
    const { code, out } = esep("facts", "check", example("101.facts.json"));
    expect(code).toBe(0);
    expect(out).toMatch(/is good: \d+ bodies, \d+ dossiers, \d+ meetings/);
  });
});
