import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { apiAt, inMemory, read } from "../api/support/api.ts";
import { almaty } from "../support/memory/clocks.ts";

/** What a reader types: moving the clock, recording, and looking at the findings. */
type Step =
  | { readonly kind: "move"; readonly now: string }
  | { readonly kind: "record"; readonly command: string; readonly input: string; readonly isRefused: boolean }
  | { readonly kind: "look" };

function stepsIn(line: string): Step[] {
  const [, now] = /--now (\S+)/.exec(line) ?? [];
  if (now !== undefined) return [{ kind: "move", now }];
  if (line === "findings") return [{ kind: "look" }];
  const [, command, input, comment] = /^record ([\w-]+) '(.*)'(.*)$/.exec(line) ?? [];
  if (command === undefined || input === undefined) return [];
  return [{ kind: "record", command, input, isRefused: comment?.includes("refused") ?? false }];
}

const steps = [...readFileSync("docs/api.md", "utf8").matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = ""]) => block.split("\n"))
  .flatMap(stepsIn);

test("docs/api.md records a whole campaign, and in the end everything is met", async () => {
  const api = apiAt("2028-02-18T10:00", await inMemory());
  const states: Record<string, string>[] = [];
  for (const step of steps) {
    if (step.kind === "move") api.clock.moveTo(almaty(step.now));
    if (step.kind === "record") {
      const answer = await api.ask(`/dossiers/PB-1/2028/commands/${step.command}`, { body: step.input });
      expect([step.command, answer.status]).toEqual([step.command, step.isRefused ? 422 : 200]);
    }
    if (step.kind === "look") {
      const { items } = await read(api.ask("/findings?scope=PB-1&campaign=2028&limit=200"));
      states.push(Object.fromEntries(items.map((one: Record<string, string>) => [one["obligation"], one["state"]])));
    }
  }
  expect(states).toHaveLength(5);
  expect(states[0]).toEqual({ schedule: "overdue", report: "upcoming" });
  expect(states[1]).toMatchObject({ schedule: "met", notice: "due", report: "upcoming" });
  expect(states[2]).toMatchObject({ notice: "met", invitation: "met", venue: "met", content: "met", readiness: "met" });
  expect(states[3]).toMatchObject({ report: "met", protocol: "met", registration: "met" });
  expect(new Set(Object.values(states[4] ?? {}))).toEqual(new Set(["met"]));
});
