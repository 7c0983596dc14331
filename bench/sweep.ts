import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { bundleProgram } from "./bundle.ts";
import { interleaved, timed } from "./interleaved.ts";
import type { ReadRecorder, RecordedRead } from "./read-recorder.ts";
import type { SweepProcess } from "./sweep-process.ts";
import { createDemoWorld, createSyntheticWorld, openPorts, type SweptWorld, sweepScopes } from "./sweep-world.ts";

/** The demo's bodies, and made-up ones; `SWEEP_BODIES` chooses among the sizes. */
const worlds = [
  { bodies: 252, rounds: 7, create: createDemoWorld },
  { bodies: 10_000, rounds: 3, create: () => createSyntheticWorld(10_000) },
  // Once, without warming up: for time and memory by size.
  { bodies: 100_000, rounds: 0, create: () => createSyntheticWorld(100_000) },
];
const wanted = process.env["SWEEP_BODIES"]?.split(",").map(Number);

/** At most so many times the time, and the read units, of the bare read. */
const TIMES = 1.5;
const UNITS = 1.1;

/** Sweeping all scopes with nothing new to write, against the least that it must read, with the same client. */
export const sweep: Benchmark = {
  name: "sweep",
  about: "all scopes swept with nothing new to write, against reading register and letters once and dossiers twice",
  run: async () => {
    const comparisons: Comparison[] = [];
    for (const { bodies, rounds, create } of worlds) {
      if (wanted && !wanted.includes(bodies)) continue;
      const world = await create();
      try {
        comparisons.push(...(await compare(bodies, rounds, world)));
      } finally {
        await world.close();
      }
    }
    return comparisons;
  },
};

async function compare(bodies: number, rounds: number, world: SweptWorld): Promise<Comparison[]> {
  const name = `${bodies.toLocaleString("en").replace(",", " ")} bodies`;
  const { scopes, client, recorder } = world;
  const apart = await inItsOwnProcess(world);
  const lasting = openPorts(client);
  const { recorded: first, timing } = await timedRecording(() => sweepScopes(scopes, lasting), recorder);
  const written = first.writes.get("Letters");
  if (written) throw new Error(`${written} letters were new: there is nothing to compare.`);
  const needed = neededOf(first.reads);
  const figures = [unitsFigure(first.reads, needed), tablesFigure(first.reads), ...apartFigures(apart, bodies)];
  const ratio = { ratio: "esep/other", target: { atMost: TIMES } } as const;
  if (rounds === 0) {
    const other = await timed({ name: "bare read", run: () => readAll(client, needed) });
    return [{ case: `${name}, once`, esep: timing, other, ...ratio, figures, memory: apart }];
  }
  const again = await recorder.during(() => sweepScopes(scopes, lasting));
  const [warm, cold, other] = await interleaved(
    [
      { name: "sweep", run: () => sweepScopes(scopes, lasting) },
      { name: "sweep", run: () => sweepScopes(scopes, openPorts(client)) },
      { name: "bare read", run: () => readAll(client, needed) },
    ] as const,
    { rounds, milliseconds: 0 },
  );
  return [
    {
      ...{ case: `${name}, first sweeps of a process`, esep: cold, other, ...ratio },
      figures,
      memory: apart,
    },
    {
      ...{ case: `${name}, the same process again`, esep: warm, other, ...ratio },
      figures: [unitsFigure(again.reads, needed), tablesFigure(again.reads)],
    },
  ];
}

async function timedRecording(run: () => Promise<void>, recorder: ReadRecorder) {
  let recorded: Awaited<ReturnType<ReadRecorder["during"]>> = { reads: [], writes: new Map() };
  const side = {
    name: "sweep",
    run: async () => {
      recorded = await recorder.during(run);
    },
  };
  const timing = await timed(side);
  return { recorded, timing };
}

/** More than any size needs, so that what it comes to is seen. */
const HEAP = "--max-old-space-size=8192";

/** Memory, and processor time, of a process that sweeps and does not hold the store. */
async function inItsOwnProcess({ environment }: SweptWorld): Promise<SweepProcess> {
  const place = (name: string): string =>
    fileURLToPath(new URL(`../node_modules/.cache/esep/${name}`, import.meta.url));
  const [program, result] = [place("sweep-process.mjs"), place("sweep-process.json")];
  await bundleProgram(fileURLToPath(new URL("./sweep-process.ts", import.meta.url)), program);
  const options = { stdio: "inherit", env: { ...process.env, ...environment } } as const;
  const [status] = await once(spawn(process.execPath, ["--expose-gc", HEAP, program, result], options), "exit");
  if (status !== 0) throw new Error(`The process that sweeps ended with ${status}.`);
  return JSON.parse(readFileSync(result, "utf8"));
}

const megabytes = (count: number): string => `${count.toFixed(0)} MB`;

function apartFigures(
  { begun, ministry, firstTenth, lastTenth, resident, ministrySeconds, departmentsSeconds }: SweepProcess,
  bodies: number,
): readonly string[] {
  const per = (1000 * (ministrySeconds + departmentsSeconds)) / bodies;
  return [
    `a process without the store: heap ${megabytes(begun)} before, at most ${megabytes(ministry)} in the ministry's sweep, ` +
      `${megabytes(firstTenth)} in the first tenth of the departments, ${megabytes(lastTenth)} in the last; ${megabytes(resident)} resident`,
    `a process without the store: ${ministrySeconds.toFixed(1)} s for the ministry, ${departmentsSeconds.toFixed(1)} s for the departments, ${per.toFixed(2)} s per 1 000 bodies`,
  ];
}

/** The pages that hold something, each once, those of dossiers twice: for their own scope and for the ministry's. */
function neededOf(reads: readonly RecordedRead[]): RecordedRead[] {
  const pages = new Map<string, RecordedRead>();
  for (const read of reads) if (read.items > 0) pages.set(JSON.stringify(read.input), read);
  const once = [...pages.values()];
  return once.flatMap((read) => {
    if (read.table === "Dossiers") return isNote(read) ? [] : [read, read];
    return read.table === "Register" || read.table === "Letters" ? [read] : [];
  });
}

/** The campaigns that hold dossiers are no dossier. */
const isNote = ({ input }: RecordedRead): boolean =>
  JSON.stringify(input["ExpressionAttributeValues"]).includes("#campaigns");

/** As many at once as a sweep has under way. */
const AT_ONCE = 8;

async function readAll(client: DynamoDBDocumentClient, reads: readonly RecordedRead[]): Promise<void> {
  for (let from = 0; from < reads.length; from += AT_ONCE) {
    await Promise.all(reads.slice(from, from + AT_ONCE).map(({ input }) => read(client, input)));
  }
}

function read(client: DynamoDBDocumentClient, input: RecordedRead["input"]): Promise<unknown> {
  // The recorder saw only these two kinds, whole.
  if ("Key" in input) return client.send(new GetCommand(input as unknown as GetCommandInput));
  return client.send(new QueryCommand(input as unknown as QueryCommandInput));
}

const sum = (reads: readonly RecordedRead[]): number => reads.reduce((units, read) => units + read.units, 0);

function unitsFigure(reads: readonly RecordedRead[], needed: readonly RecordedRead[]): string {
  const [used, least] = [sum(reads), sum(needed)];
  const times = used / least;
  return `${used} read units, ${times.toFixed(2)} × the least possible (${least}), target ≤ ${UNITS} ×: ${times <= UNITS ? "reached" : "missed"}`;
}

function tablesFigure(reads: readonly RecordedRead[]): string {
  const byTable = [...Map.groupBy(reads, ({ table }) => table)].map(([table, own]) => {
    const empty = own.filter(({ items }) => items === 0).length;
    return `${table} ${sum(own)} in ${own.length} requests${empty > 0 ? `, ${empty} of them empty` : ""}`;
  });
  return byTable.join("; ");
}
