import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { bundleProgram } from "../../../bench/bundle.ts";

/**
 * Puts a program of `local/` into one file, so that a test which runs it again and again compiles it once. `owner` keeps
 * apart what tests have that run side by side.
 */
export async function bundled(program: "main" | "cli" | "rules", owner: string): Promise<string> {
  const root = new URL("../../../", import.meta.url);
  const file = fileURLToPath(new URL(`node_modules/.cache/esep/${owner}-${program}.mjs`, root));
  await bundleProgram(fileURLToPath(new URL(`local/${program}.ts`, root)), file);
  return file;
}

/** Runs a program to its end. */
export const run = (program: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });

/** An Esep that is up, or has ended without being so. */
export interface Started {
  readonly child: ChildProcess;
  /** Everything that it has printed. */
  output(): string;
}

/** Starts Esep in a process of its own, by what stands after `node`, and waits until it is up or has ended. */
export async function startMain(...line: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, line, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const isUp = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes("Ctrl-C stops everything")) resolve();
      });
    }
  });
  await Promise.race([isUp, once(child, "close")]);
  return { child, output: () => output };
}

/** Stops Esep as a person does. */
export async function stopMain({ child }: Started): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGINT");
  await once(child, "close");
}
