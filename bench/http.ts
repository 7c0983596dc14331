import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { bundleProgram } from "./bundle.ts";
import { end, type ProcessorSeconds, type ServedEsep, serveEsep, untilAnswering } from "./http-esep.ts";
import { median } from "./interleaved.ts";

const CONNECTIONS = 2;
/** Seconds of one measurement, and how many each side has; the first of each only warms up. */
const DURATION = Number(process.env["HTTP_SECONDS"] ?? 4);
const ROUNDS = 2;
const PORT = 26_600;

/** What most people ask for, against a route of the same server that does nothing. */
export const http: Benchmark = {
  name: "http",
  about: "matrix and status report by HTTP, against routes that do nothing, 2 connections of autocannon",
  run: async () => {
    const esep = await serveEsep("2027-03-19T09:00", PORT);
    const program = fileURLToPath(new URL("../node_modules/.cache/esep/noop.mjs", import.meta.url));
    await bundleProgram(fileURLToPath(new URL("./http-noop.ts", import.meta.url)), program);
    const noop = spawn(process.execPath, [program, String(PORT + 4)], { stdio: "inherit" });
    try {
      const bare = { name: "no-op", url: `http://127.0.0.1:${PORT + 4}/` };
      await untilAnswering(bare.url);
      const cookie = await esep.signIn("reader", "staff@MIA");
      const own = { name: "no-op of Esep", url: `${esep.url}/nothing` };
      const matrix = { name: "matrix of 252 bodies", url: `${esep.url}/?lang=ru` };
      const status = { name: "status report as JSON", url: `${esep.url}/api/status` };
      return [
        ...(await against(matrix, [bare, own], cookie, esep)),
        ...(await against(status, [bare, own], cookie, esep)),
      ];
    } finally {
      await end(noop);
      await esep.close();
    }
  },
};

/** An address that is asked for, and what it is called. */
interface Asked {
  readonly name: string;
  readonly url: string;
}

/** What a request took: by the clock, and of the processors. */
interface Measured {
  readonly seconds: number;
  readonly spent: ProcessorSeconds;
}

/** A page against several routes that do nothing, all in turn; the first of these is the one that counts. */
async function against(page: Asked, routes: readonly Asked[], cookie: string, esep: ServedEsep): Promise<Comparison[]> {
  const sides = [page, ...routes].map((asked) => ({ asked, rounds: [] as Measured[] }));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { asked, rounds } of sides) {
      const measured = await measure(asked.url, cookie, esep);
      if (round > 0) rounds.push(measured);
    }
  }
  const [ours, ...others] = sides.map(({ asked, rounds }) => ({
    name: asked.name,
    seconds: median(rounds.map(({ seconds }) => seconds)),
    pages: median(rounds.map(({ spent }) => spent.pages)),
    engines: median(rounds.map(({ spent }) => spent.engines)),
  }));
  if (!ours) return [];
  const spent = ({ pages, engines }: ProcessorSeconds) =>
    `${(pages * 1000).toPrecision(3)} ms of Esep's processor time, ${(engines * 1000).toPrecision(3)} ms of the emulated services'`;
  return others.map((other, index) => ({
    case: `${page.name}, ${other.name}`,
    esep: { name: "esep", seconds: ours.seconds },
    other: { name: other.name, seconds: other.seconds },
    ratio: "esep/other",
    ...(index === 0 && page.name.startsWith("matrix") && { target: { atMost: 10 } }),
    figures: [
      `${(1 / ours.seconds).toFixed(1)} requests/s, ${spent(ours)}`,
      `${other.name} ${(1 / other.seconds).toFixed(0)} requests/s${index === 0 ? "" : `, ${spent(other)}`}`,
    ],
  }));
}

/** What each request takes while so many connections ask at once. */
async function measure(url: string, cookie: string, { processorSeconds }: ServedEsep): Promise<Measured> {
  const before = processorSeconds();
  const result = await autocannon({ url, connections: CONNECTIONS, duration: DURATION, headers: { cookie } });
  const after = processorSeconds();
  const { requests, duration, errors, non2xx } = result;
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} refusals.`);
  return {
    seconds: duration / requests.total,
    spent: {
      pages: (after.pages - before.pages) / requests.total,
      engines: (after.engines - before.engines) / requests.total,
    },
  };
}
