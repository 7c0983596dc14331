import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Graph } from "./graph.ts";
import { type Stage, stages } from "./stages.ts";

/** Synthesises a stage in a process of its own, with nothing in its environment but the stage's settings. */
export function synthesise(stage: Stage): Graph {
  const file = join(process.cwd(), ".sst", "synthesis", `${stage}.json`);
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, "main.ts"), stage, file], {
    env: { PATH: process.env["PATH"], ...stages[stage] },
    encoding: "utf8",
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`The stage ${stage} cannot be synthesised:\n${stderr}`);
  return Graph.parse(JSON.parse(readFileSync(file, "utf8")));
}
