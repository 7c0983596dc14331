import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where and how an Esep lives, however often it dies. */
export interface Home {
  /** The bundled `local/main.ts`. */
  readonly program: string;
  readonly directory: string;
  /** This port and the next two. */
  readonly port: number;
}

export interface LifeOptions {
  /** What the demo clock shows, in Almaty; it goes on from where it stood when absent. */
  readonly now?: string;
  /** The facts of the first start. */
  readonly facts?: string;
  /** By how much the machine's clock is wrong, in milliseconds. */
  readonly shift?: number;
}

/** One process from its start to its end. */
export interface Life {
  readonly home: Home;
  /** Everything that it has printed. */
  output(): string;
  /** Resolves when a text was printed, or the process has ended without it. */
  says(text: string): Promise<boolean>;
  /** Resolves when it is up; false when it ended before. */
  readonly isUp: Promise<boolean>;
  /** Moves the machine's clock of the running process. */
  shiftClock(milliseconds: number): void;
  /** Ends it without warning. */
  kill(): Promise<void>;
  /** Ends it as a person does. */
  stop(): Promise<void>;
  exitCode(): number | null;
}

const preload = fileURLToPath(new URL("./shifted-clock.ts", import.meta.url));

/** Starts Esep in a process of its own. */
export function startLife(home: Home, { now, facts, shift = 0 }: LifeOptions): Life {
  const { program, directory, port } = home;
  const more = [...(now === undefined ? [] : ["--now", now]), ...(facts === undefined ? [] : ["--facts", facts])];
  const line = ["--import", preload, program, "--port", String(port), "--directory", directory, ...more];
  const env = { ...process.env, CLOCK_SHIFT: String(shift) };
  const child = spawn(process.execPath, line, { stdio: ["ignore", "pipe", "pipe", "ipc"], env });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      child.emit("printed");
    });
  }
  const closed = once(child, "close");
  const says = (text: string): Promise<boolean> => {
    const said = new Promise<boolean>((resolve) => {
      const look = () => printed.includes(text) && resolve(true);
      child.on("printed", look);
      look();
    });
    return Promise.race([said, closed.then(() => printed.includes(text))]);
  };
  return {
    home,
    output: () => printed,
    says,
    isUp: says("Ctrl-C stops everything"),
    shiftClock: (milliseconds) => void child.send(milliseconds),
    kill: () => end(child, "SIGKILL", closed),
    stop: () => end(child, "SIGINT", closed),
    exitCode: () => child.exitCode,
  };
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGINT", closed: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await closed;
}

const address = ({ port }: Home, number: number): string => `http://127.0.0.1:${port + number}`;

/** Asks the API as the demo's machine, which may do everything; rejects when nobody answers. */
export async function apiOf({ home }: Life) {
  const { machineSecret } = JSON.parse(readFileSync(join(home.directory, "identity.json"), "utf8"));
  const credentials = {
    ...{ grant_type: "client_credentials", client_id: "esep-machine", client_secret: machineSecret },
  };
  const answer = await fetch(`${address(home, 2)}/token`, { method: "POST", body: new URLSearchParams(credentials) });
  const { access_token: token } = JSON.parse(await answer.text());
  return async (path: string, body?: unknown, key?: string) => {
    const response = await fetch(`${address(home, 0)}/api${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(key !== undefined && { "idempotency-key": key }),
      },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: response.status, json: JSON.parse(await response.text()) };
  };
}

export type Api = Awaited<ReturnType<typeof apiOf>>;
export type ApiAnswer = Awaited<ReturnType<Api>>;
