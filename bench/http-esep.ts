import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { instant } from "../core/calendar/zone.ts";
import { seedGrants } from "../core/grants.ts";
import type { Grant } from "../core/register/grant.ts";
import { readEnvironment } from "../functions/env.ts";
import { type Wiring, wire } from "../functions/wiring.ts";
import { bundleProgram } from "./bundle.ts";

/** Esep with its demo in a process of its own, and what is behind it. */
export interface ServedEsep {
  /** Address of the pages, without a slash at its end. */
  readonly url: string;
  readonly wiring: Wiring;
  /** Signs somebody in who holds one grant; returns the cookie. */
  signIn(name: string, grant: Grant): Promise<string>;
  /** Processor seconds that its process has used. */
  processorSeconds(): number;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL("../node_modules/.cache/esep/served.mjs", import.meta.url));

/** Starts the demo at a moment in Almaty; the port and the next two must be free. */
export async function serveEsep(now: string, port: number): Promise<ServedEsep> {
  await bundleProgram(fileURLToPath(new URL("../local/main.ts", import.meta.url)), program);
  const folder = mkdtempSync(join(tmpdir(), "esep-bench-"));
  const directory = join(folder, "data");
  const child = spawn(process.execPath, [program, "--port", String(port), "--directory", directory, "--now", now], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const close = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await isUp(child))) {
    await close();
    throw new Error("Esep did not start.");
  }
  const { environment } = JSON.parse(readFileSync(join(directory, "run.json"), "utf8"));
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
  const processorSeconds = (): number => secondsOf(child.pid ?? 0);
  return { url: `http://127.0.0.1:${port}`, wiring, signIn, processorSeconds, close };
}

/** Linux counts hundredths of a second, of the program and of the system for it: the 14th and 15th field. */
function secondsOf(pid: number): number {
  const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const [user, system] = fields.split(" ").slice(11, 13);
  return (Number(user) + Number(system)) / 100;
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
