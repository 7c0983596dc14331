import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { apiAt, inMemory, read } from "../api/support/api.ts";
import { almaty } from "../support/memory/clocks.ts";

/** What a reader types, in order: moving the clock, recording, and looking at the findings. */
const steps = [...readFileSync("docs/api.md", "utf8").matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = ""]) => block.split("\n"))
  .flatMap((line) => {
    const [, now] = /--now (\S+)/.exec(line) ?? [];
    if (now !== undefined) return [{ kind: "move", now } as const];
    const [, command, input, comment] = /^record ([\w-]+) '(.*)'(.*)$/.exec(line) ?? [];
    if (command === undefined || input === undefined) return line === "findings" ? [{ kind: "look" } as const] : [];
    return [{ kind: "record", command, input, isRefused: comment?.includes("refused") ?? false } as const];
  });

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
