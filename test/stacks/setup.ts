import type { TestProject } from "vitest/node";
import { installPlatform } from "../../stacks/scripts/platform.ts";
import type { Graph } from "./synthesis/graph.ts";
import type { Stage } from "./synthesis/stages.ts";
import { synthesise } from "./synthesis/synthesise.ts";

declare module "vitest" {
  interface ProvidedContext {
    graphs: Readonly<Record<Stage, Graph>>;
  }
}

/** Before the tests of the stacks: SST's platform, on a fresh clone only, then every stage once, fresh in every run. */
export default function setup(project: TestProject): void {
  installPlatform(process.cwd());
  project.provide("graphs", { dev: synthesise("dev"), production: synthesise("production") });
}
