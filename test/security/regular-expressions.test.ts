import { globSync, readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { expect, test } from "vitest";
import { findPersonalData } from "../../core/dossier/privacy.ts";

/** A regular expression as it stands in a line of code: after a sign that no division follows. */
const LITERAL =
  /(?<=(?:^|[=(,:[!&|?;]|=>|return)\s*)\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/gm;

const files = globSync("{core,functions}/**/*.{ts,tsx}");
const expressions = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => !/^\s*(\/\/|\*|\/\*\*)/.test(line))
    .flatMap((line) => [...line.matchAll(LITERAL)].map(([, source = "", flags = ""]) => ({ file, source, flags }))),
);

/** Beginnings that let an expression start, and what it may then repeat. */
const STARTS = ["", "/", "<", "{", "bearer ", "https://a", "q=", "(", "'", "7", "1"];
const PUMPS = [
  " ",
  "\t",
  "\n",
  "0",
  "7",
  "a",
  "A",
  "-",
  "--",
  "/",
  ".",
  ".a",
  "a-",
  "a1",
  "'",
  "=",
  "<",
  "<head",
  "{a",
  "0 ",
  "7 (",
  "ә",
  "W/",
];
const LENGTH = 2000;

const attack = new Script(`
  const tested = new RegExp(source, flags.replace("g", ""));
  for (const start of starts) for (const pump of pumps) for (const end of ["", "!", "\\u0000", "\\n!"]) {
    const text = start + pump.repeat(length / pump.length) + end;
    tested.test(text);
    text.replace(tested, "");
  }
`);

/** Whether an expression is done with every attack within a time that only backtracking would need. */
function isQuick(source: string, flags: string, timeout = 8000): boolean {
  const context = createContext({ source, flags, starts: STARTS, pumps: PUMPS, length: LENGTH });
  try {
    attack.runInContext(context, { timeout });
    return true;
  } catch (error) {
    // It comes from the context's own realm.
    if (String(error).includes("Script execution timed out")) return false;
    throw error;
  }
}

test("the test knows an expression that backtracks", () => {
  expect(isQuick("^(a+)+$", "", 300)).toBe(false);
});

test("no regular expression of core and functions backtracks without end", { timeout: 300_000 }, () => {
  expect(expressions.length).toBeGreaterThan(50);
  const unique = new Map(expressions.map((one) => [`${one.source}/${one.flags}`, one]));
  const slow = [...unique.values()].filter(({ source, flags }) => !isQuick(source, flags));
  expect(slow).toEqual([]);
});

test("every text of 100 000 characters is searched for personal data without delay", () => {
  const started = process.cpuUsage();
  for (const pump of PUMPS) findPersonalData(pump.repeat(100_000 / pump.length));
  expect(process.cpuUsage(started).user / 1e6 / PUMPS.length).toBeLessThan(1);
});
