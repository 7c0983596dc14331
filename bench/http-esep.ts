import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { instant } from "../core/calendar/zone.ts";
import type { Grant } from "../core/register/grant.ts";
import { seedGrants } from "../core/use-cases/records/grants.ts";
import { readEnvironment } from "../functions/env.ts";
import { type Wiring, wire } from "../functions/wiring.ts";
import { bundleProgram } from "./bundle.ts";

/** Esep's pages in a process of their own, and in another one everything that is behind them, with the demo. */
export interface ServedEsep {
  /** Address of the pages, without a slash at its end. */
  readonly url: string;
  readonly wiring: Wiring;
  /** Signs somebody in who holds one grant; returns the cookie. */
  signIn(name: string, grant: Grant): Promise<string>;
  /** Processor seconds that each of the two has used. */
  processorSeconds(): ProcessorSeconds;
  close(): Promise<void>;
}

/** Of the pages, and of the emulated services that they talk to. */
export interface ProcessorSeconds {
  readonly pages: number;
  readonly engines: number;
}

const program = fileURLToPath(new URL("../node_modules/.cache/esep/served.mjs", import.meta.url));
const pagesProgram = fileURLToPath(new URL("../node_modules/.cache/esep/served-pages.mjs", import.meta.url));

/** Starts the demo at a moment in Almaty; the port and the next three must be free. */
export async function serveEsep(now: string, port: number): Promise<ServedEsep> {
  await bundleProgram(fileURLToPath(new URL("../local/main.ts", import.meta.url)), program);
  await bundleProgram(fileURLToPath(new URL("./http-pages.ts", import.meta.url)), pagesProgram);
  const folder = mkdtempSync(join(tmpdir(), "esep-bench-"));
  const directory = join(folder, "data");
  const child: ChildProcess = spawn(
    process.execPath,
    [program, "--port", String(port), "--directory", directory, "--now", now],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const running = [child];
  const close = async (): Promise<void> => {
    // What was still asked when the load ended gets its answer.
    await sleep(500);
    for (const one of running.splice(0).reverse()) await end(one);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await isUp(child))) {
    await close();
    throw new Error("Esep did not start.");
  }
  const runFile = join(directory, "run.json");
  const { environment } = JSON.parse(readFileSync(runFile, "utf8"));
  const pages = spawn(process.execPath, [...NODE_OPTIONS, pagesProgram, runFile, String(port + 3)], {
    stdio: "inherit",
  });
  running.push(pages);
  const url = `http://127.0.0.1:${port + 3}`;
  await untilAnswering(`${url}/schedule`);
  Object.assign(process.env, environment);
  const wiring = wire(readEnvironment(process.env));
  const signIn = async (name: string, grant: Grant): Promise<string> => {
    const subject = `user:${name}`;
    await seedGrants([{ subject, name, grants: [grant] }], wiring.grants);
    const id = randomBytes(32).toString("base64url");
    const startedAt = instant(Date.now());
    const session = { subject, name, startedAt, expiresAt: instant(startedAt + 8 * 60 * 60 * 1000) };
    await wiring.sessions.create(createHash("sha256").update(id).digest("base64url"), session);
    return `esep-session=${id}`;
  };
  const processorSeconds = () => ({ pages: secondsOf(pages.pid ?? 0), engines: secondsOf(child.pid ?? 0) });
  return { url, wiring, signIn, processorSeconds, close };
}

/** Linux counts hundredths of a second, of the program and of the system for it: the 14th and 15th field. */
function secondsOf(pid: number): number {
  const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const [user, system] = fields.split(" ").slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}

/** Options of Node.js for the process of the pages, such as `--cpu-prof`. */
const NODE_OPTIONS = (process.env["HTTP_NODE_OPTIONS"] ?? "").split(" ").filter((option) => option !== "");

/** Waits for the first good answer. */
export async function untilAnswering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await sleep(50);
  }
  throw new Error(`${url} does not answer.`);
}

async function isUp(child: ChildProcess): Promise<boolean> {
  let output = "";
  const said = new Promise<boolean>((resolve) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ctrl-C stops everything")) resolve(true);
    });
  });
  return Promise.race([said, once(child, "close").then(() => false)]);
}

/** Ends a process of ours as a person would. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill("SIGINT");
  await closed;
}
