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
export default async function setup(project: TestProject): Promise<void> {
  installPlatform(process.cwd());
  const [dev, production] = await Promise.all([synthesise("dev"), synthesise("production")]);
  project.provide("graphs", { dev, production });
}
