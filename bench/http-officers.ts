import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Somebody who is signed in. */
export interface Officer {
  readonly body: string;
  readonly cookie: string;
}

export interface Load {
  /** Requests a second, whatever the answers take. */
  readonly rate: number;
  readonly seconds: number;
  /** Makes the names of requests differ between runs. */
  readonly run: number;
}

interface Answered {
  readonly kind: "read" | "write";
  /** From the moment when it was to be sent. */
  readonly seconds: number;
}

/** What became of a load. */
export interface Driven {
  readonly answers: readonly Answered[];
  /** Status or fault of every request that was not answered well. */
  readonly errors: readonly string[];
  /** The Idempotency-Keys of all writes that were answered well. */
  readonly written: readonly string[];
}

/** Two of five requests write. */
const WRITES = new Set([1, 3]);

/** Sends requests at a rate, officers in turn; waits for all answers. */
export async function driveAt(
  url: string,
  officers: readonly Officer[],
  { rate, seconds, run }: Load,
): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: officers.length });
  const answers: Answered[] = [];
  const errors: string[] = [];
  const written: string[] = [];
  const began = performance.now();
  const pending: Promise<void>[] = [];
  for (let number = 0; number < rate * seconds; number++) {
    const at = began + (number * 1000) / rate;
    const early = at - performance.now();
    if (early > 0) await sleep(early);
    const officer = officers[number % officers.length];
    if (!officer) break;
    const isWrite = WRITES.has((number + Math.floor(number / officers.length)) % 5);
    const key = `load-${run}-${number}`;
    const sent = isWrite ? write(url, officer, key, agent) : read(url, officer, number, agent);
    pending.push(
      sent.then(
        (status) => {
          if (status !== 200) return void errors.push(String(status));
          answers.push({ kind: isWrite ? "write" : "read", seconds: (performance.now() - at) / 1000 });
          if (isWrite) written.push(key);
        },
        (error: unknown) => void errors.push(String(error)),
      ),
    );
  }
  await Promise.all(pending);
  agent.destroy();
  return { answers, errors, written };
}

/** A page, a dossier and the findings of one's own body in turn. */
function read(url: string, { body, cookie }: Officer, number: number, agent: Agent): Promise<number> {
  const paths = [`/bodies/${body}`, `/api/dossiers/${body}/2027`, `/api/findings?scope=${body}`];
  return ask(`${url}${paths[number % paths.length]}`, { cookie }, agent);
}

function write(url: string, officer: Officer, key: string, agent: Agent): Promise<number> {
  const headers = { cookie: officer.cookie, origin: url, "content-type": "application/json", "idempotency-key": key };
  const path = `${url}/api/dossiers/${officer.body}/2027/commands/correct`;
  return ask(path, headers, agent, JSON.stringify({ path: "schedule/number", value: key, reason: key }));
}

/**
 * A connection that was idle may be closed by the server in the moment in which it is used again: such a request was not
 * read and is sent once more, as browsers do.
 */
function ask(address: string, headers: Readonly<Record<string, string>>, agent: Agent, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error & { readonly code?: string }): void => {
      if (sent.reusedSocket && error.code === "ECONNRESET") ask(address, headers, agent, body).then(resolve, reject);
      else reject(error);
    };
    const sent = request(address, { agent, headers, method: body === undefined ? "GET" : "POST" }, (response) => {
      response.on("error", reject).on("end", () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    sent.on("error", failed).end(body);
  });
}

/** The seconds within which a share of the answers of one kind came. */
export function share({ answers }: Driven, kind: Answered["kind"], part: number): number {
  const sorted = answers.flatMap((answer) => (answer.kind === kind ? [answer.seconds] : [])).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Nobody was turned away, and nearly nobody waited for two seconds: a queue that grows would show. */
export const isHeld = (driven: Driven): boolean =>
  driven.errors.length === 0 && (["read", "write"] as const).every((kind) => share(driven, kind, 0.99) < 2);
