import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { alarmCodes } from "../../stacks/alarm-codes.ts";
import { queues } from "../../stacks/resources.ts";

const text = readFileSync("docs/operations.md", "utf8");
const [, alarmsPart = ""] = text.split("\n## When an alarm fires\n");

/** Each section by the alarms that its heading names. */
const sections = (alarmsPart.split(/^## /m)[0] ?? "")
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [heading = "", ...body] = section.split("\n");
    return { alarms: heading.split(", "), body: body.join("\n").trim() };
  });
const named = sections.flatMap(({ alarms }) => alarms);

const Rules = z.custom<(...of: unknown[]) => unknown>((value) => typeof value === "function");

afterAll(() => vi.unstubAllGlobals());

/** The alarms of a stage, as the stacks make them. Their file is typed for SST alone, so its name is worked out here. */
async function alarmsOfStacks(): Promise<string[]> {
  vi.stubGlobal("$app", { name: "esep", stage: "test" });
  const { rulesOf } = z.object({ rulesOf: Rules }).parse(await import(resolve("stacks/alarm-rules.ts")));
  const defined = readFileSync("stacks/functions.ts", "utf8").matchAll(/^ {4}(\w+): \{\s+handler:/gm);
  const functions = [...defined].map(([, name = ""]) => name);
  const created = functions.map((name) => ({ name, function: { name } }));
  const made = Object.fromEntries(Object.keys(queues).map((name) => [name, { nodes: { queue: { name } } }]));
  return Object.keys(z.record(z.string(), z.unknown()).parse(rulesOf(created, made, { name: "group" })));
}

/** The codes that code raises, found as text. */
function codesRaised(): string[] {
  const sources = globSync(["core/**/*.ts", "functions/**/*.ts"]).map((path) => readFileSync(path, "utf8"));
  const raised = sources.flatMap((source) =>
    [...source.matchAll(/\braise\(\s*"([^"]+)"/g)].map(([, code = ""]) => code),
  );
  const watch = readFileSync("core/use-cases/letters/watch.ts", "utf8");
  return [...new Set([...raised, ...[...watch.matchAll(/\bcode: "([^"]+)"/g)].map(([, code = ""]) => code)])];
}

test("every alarm of the stacks has its section, and every section names an alarm", async () => {
  expect([...named].sort()).toEqual((await alarmsOfStacks()).sort());
});

test("every code that is raised has its section", () => {
  const codes = codesRaised();
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect(named).toContain(code);
});

test("every section says what to do", () => {
  for (const { alarms, body } of sections) expect([alarms, body.length > 60]).toEqual([alarms, true]);
});

test("every command of the text is one that there is", () => {
  const commands = new Set([...text.matchAll(/\besep ([a-z]+)(?= |`)/g)].map(([, command = ""]) => command));
  const files = globSync("local/commands/*.ts").map((path) => readFileSync(path, "utf8"));
  expect(commands.size).toBeGreaterThan(5);
  for (const command of commands) {
    expect([command, files.some((source) => source.includes(`new Command("${command}")`))]).toEqual([command, true]);
  }
});

test("the cost is the sum of its rows, and each row is quantity times price", () => {
  const rows = [...text.matchAll(/^\| (?!What|---)(.+) \|$/gm)].map(([, row = ""]) =>
    row.split("|").map((cell) => cell.trim()),
  );
  const items = rows.filter(([name]) => !name?.startsWith("**"));
  const total = rows.find(([name]) => name?.startsWith("**Total"));
  expect(items).toHaveLength(16);
  for (const [quantity, amount] of [
    [3, 4],
    [5, 6],
  ] as const) {
    for (const row of items) {
      expect(Math.abs(Number(row[quantity]) * Number(row[2]) - Number(row[amount])), row.join()).toBeLessThan(0.0051);
    }
    const sum = items.reduce((added, row) => added + Number(row[amount]), 0);
    expect(sum.toFixed(2)).toBe(total?.[amount]);
  }
  const quantityOf = (what: string): number => Number(items.find(([name]) => name === what)?.[3]);
  expect(quantityOf("CloudWatch alarms")).toBe(named.length);
  expect(quantityOf("CloudWatch metrics")).toBe(Object.keys(alarmCodes).length + 1);
  // Five pollers ask each queue that a function reads three times a minute.
  const read = Object.values(queues).filter((queue) => "dead" in queue).length;
  expect(quantityOf("SQS requests")).toBeCloseTo((read * 5 * 3 * 44_640) / 1e6, 1);
});
