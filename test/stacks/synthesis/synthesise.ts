import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Graph } from "./graph.ts";
import { type Stage, stages } from "./stages.ts";

const run = promisify(execFile);

/** Synthesises a stage in a process of its own, with nothing in its environment but the stage's settings. */
export async function synthesise(stage: Stage): Promise<Graph> {
  const file = join(process.cwd(), ".sst", "synthesis", `${stage}.json`);
  try {
    await run(process.execPath, [join(import.meta.dirname, "main.ts"), stage, file], {
      env: { PATH: process.env["PATH"], ...stages[stage] },
      timeout: 120_000,
    });
  } catch (cause) {
    throw new Error(`The stage ${stage} cannot be synthesised.`, { cause });
  }
  return Graph.parse(JSON.parse(readFileSync(file, "utf8")));
}
