import { resolve } from "node:path";
import { type Wiring, wiring } from "../../functions/wiring.ts";
import { lastSet, setDemoClock } from "../demo-clock.ts";
import { readRunFile } from "../run-file.ts";
import { filesIn, startSystem } from "../system.ts";
import { Failed } from "./failed.ts";

/** An Esep to talk to. */
export interface OpenStore {
  readonly wiring: Wiring;
  /** Whether another process runs the queues. */
  readonly isRunning: boolean;
  /** Starts reading the queues here, when nobody else does. */
  run(): void;
  close(): Promise<void>;
}

/** Talks to the Esep that runs on a directory, or else opens its store here; throws {@link Failed} when there is no data. */
export async function openStore(directory: string): Promise<OpenStore> {
  const files = filesIn(directory);
  const running = readRunFile(files.run);
  if (running) {
    Object.assign(process.env, running.environment);
    return { wiring: wiring(), isRunning: true, run: () => undefined, close: async () => undefined };
  }
  const stood = lastSet(files.clock);
  if (stood === null) {
    throw new Failed(`There is no data in ${resolve(directory)}: start Esep once with \`npm start\`.`);
  }
  const system = await startSystem({ directory, appUrl: "http://127.0.0.1:4608", clockFile: files.clock });
  // The clock stood still while nobody ran it; it is set by who has the store, and nobody else.
  setDemoClock(files.clock, stood);
  return { wiring: system.wiring, isRunning: false, run: system.run, close: system.close };
}

/** Runs some work on a store and closes it whatever happens. */
export async function withStore<Result>(
  directory: string,
  work: (store: OpenStore) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(directory);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
