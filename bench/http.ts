import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { bundleProgram } from "./bundle.ts";
import { end, serveEsep } from "./http-esep.ts";
import { median } from "./interleaved.ts";

const CONNECTIONS = 2;
/** Seconds of one measurement, and how many each side has; the first of each only warms up. */
const DURATION = Number(process.env["HTTP_SECONDS"] ?? 4);
const ROUNDS = 2;
const PORT = 26_600;

/** What most people ask for, against a route of the same server that does nothing. */
export const http: Benchmark = {
  name: "http",
  about: "matrix and status report by HTTP, against a route that does nothing, 2 connections of autocannon",
  run: async () => {
    const esep = await serveEsep("2027-03-19T09:00", PORT);
    const program = fileURLToPath(new URL("../node_modules/.cache/esep/noop.mjs", import.meta.url));
    await bundleProgram(fileURLToPath(new URL("./http-noop.ts", import.meta.url)), program);
    const noop = spawn(process.execPath, [program, String(PORT + 3)], { stdio: "inherit" });
    try {
      await answers(`http://127.0.0.1:${PORT + 3}/`);
      const cookie = await esep.signIn("reader", "staff@MIA");
      const compare = (name: string, path: string) => against(name, `${esep.url}${path}`, cookie);
      return [
        { ...(await compare("matrix of 252 bodies", "/?lang=ru")), target: { atMost: 10 } },
        await compare("status report as JSON", "/api/status"),
      ];
    } finally {
      await end(noop);
      await esep.close();
    }
  },
};

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer.`);
}

async function against(name: string, url: string, cookie: string): Promise<Comparison> {
  const measured: { readonly esep: number[]; readonly other: number[] } = { esep: [], other: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = await secondsFor(url, cookie);
    const theirs = await secondsFor(`http://127.0.0.1:${PORT + 3}/`, cookie);
    if (round === 0) continue;
    measured.esep.push(ours);
    measured.other.push(theirs);
  }
  const [esep, other] = [median(measured.esep), median(measured.other)];
  const figures = [`${(1 / esep).toFixed(1)} requests/s; no-op ${(1 / other).toFixed(0)}`];
  return {
    case: name,
    esep: { name: "esep", seconds: esep },
    other: { name: "no-op", seconds: other },
    ratio: "esep/other",
    figures,
  };
}

/** Seconds for each request while so many connections ask at once. */
async function secondsFor(url: string, cookie: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: DURATION, headers: { cookie } });
  const { requests, duration, errors, non2xx } = result;
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} refusals.`);
  return duration / requests.total;
}
