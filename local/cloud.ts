import { readEnvironment } from "../functions/env.ts";
import { type Wiring, wire } from "../functions/wiring.ts";
import { readVariables } from "./backup/open.ts";
import { withStore } from "./commands/store.ts";
import { BadInput } from "./facts-file.ts";

/** Which store a command works on. */
export interface Chosen {
  /** A file with the variables of a stage's function; the embedded store when absent. */
  readonly cloud?: string;
  readonly directory: string;
}

/** Runs some work on a stage in the cloud, or on the embedded store. */
export function onChosen<Result>(
  { cloud, directory }: Chosen,
  work: (wiring: Wiring) => Promise<Result>,
): Promise<Result> {
  if (cloud === undefined) return withStore(directory, ({ wiring }) => work(wiring));
  return work(wiringOf(cloud));
}

/** The adapters of a stage in the cloud, by its file; throws {@link BadInput}. */
export function wiringOf(cloud: string): Wiring {
  const variables = readVariables(cloud);
  try {
    return wire(readEnvironment(variables));
  } catch (cause) {
    throw new BadInput(`${cloud}: ${cause instanceof Error ? cause.message : "is not complete."}`, { cause });
  }
}
