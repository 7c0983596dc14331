import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMain, stopMain } from "../../local/support/programs.ts";

/** An embedded Esep with its demo, in a process and a folder of its own. */
export interface RunningEsep {
  /** Address of the pages, without a slash at its end. */
  readonly url: string;
  readonly inboxUrl: string;
  /** The file that tells other processes its environment. */
  readonly runFile: string;
  /** What it has printed up to now. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts Esep as a person would; `port` and the next two must be free. Rejects with what it said when it does not come up. */
export async function startEsep(port: number, ...options: readonly string[]): Promise<RunningEsep> {
  const folder = mkdtempSync(join(tmpdir(), "esep-browser-"));
  const directory = join(folder, "data");
  const line = ["--import", "tsx", "local/main.ts", "--port", String(port), "--directory", directory, ...options];
  const started = await startMain(...line);
  const stop = async (): Promise<void> => {
    await stopMain(started);
    rmSync(folder, { recursive: true, force: true });
  };
  if (started.child.exitCode !== null) {
    await stop();
    throw new Error(`Esep did not start: ${started.output()}`);
  }
  const address = (of: number): string => `http://127.0.0.1:${of}`;
  return {
    url: address(port),
    inboxUrl: address(port + 1),
    runFile: join(directory, "run.json"),
    output: started.output,
    stop,
  };
}
