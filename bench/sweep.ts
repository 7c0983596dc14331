import {
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { demoFacts, generateFacts } from "../local/demo/facts.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";
import type { RecordedRead } from "./read-recorder.ts";
import { createSweptWorld, type SweptWorld } from "./sweep-world.ts";

const worlds = [
  { name: "252 bodies", rounds: 5, create: () => createSweptWorld(demoFacts(), true) },
  {
    name: "10 000 bodies",
    rounds: 1,
    create: () => createSweptWorld(generateFacts({ bodies: 10_000, seed: 608, from: 2027, to: 2027 }), false),
  },
];

/** Sweeping all scopes with nothing new to write, against the least that it must read, with the same client. */
export const sweep: Benchmark = {
  name: "sweep",
  about: "all scopes swept with nothing new to write, against reading register and letters once and dossiers twice",
  run: async () => {
    const comparisons: Comparison[] = [];
    for (const { name, rounds, create } of worlds) {
      const world = await create();
      try {
        comparisons.push(await compare(name, rounds, world));
      } finally {
        await world.close();
      }
    }
    return comparisons;
  },
};

async function compare(name: string, rounds: number, world: SweptWorld): Promise<Comparison> {
  const { reads, writes } = await world.recorder.during(world.sweepAll);
  if (writes.has("Letters")) throw new Error(`${writes.get("Letters")} letters were new: there is nothing to compare.`);
  const needed = neededOf(reads);
  const [esep, other] = await interleaved(
    [
      { name: "sweep", run: world.sweepAll },
      { name: "bare read", run: () => readAll(world.client, needed) },
    ] as const,
    { rounds, milliseconds: 0 },
  );
  return {
    case: name,
    esep,
    other,
    ratio: "esep/other",
    target: { atMost: 3 },
    figures: [unitsFigure(reads, needed), tablesFigure(reads)],
  };
}

/** The pages that hold something, each once, those of dossiers twice: for their own scope and for the ministry's. */
function neededOf(reads: readonly RecordedRead[]): RecordedRead[] {
  const pages = new Map<string, RecordedRead>();
  for (const read of reads) if (read.items > 0) pages.set(JSON.stringify(read.input), read);
  const once = [...pages.values()];
  return once.flatMap((read) => {
    if (read.table === "Dossiers") return [read, read];
    return read.table === "Register" || read.table === "Letters" ? [read] : [];
  });
}

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
  return `${used} read units, ${(used / least).toFixed(2)} × the least possible (${least})`;
}

function tablesFigure(reads: readonly RecordedRead[]): string {
  const byTable = [...Map.groupBy(reads, ({ table }) => table)].map(([table, own]) => {
    const empty = own.filter(({ items }) => items === 0).length;
    return `${table} ${sum(own)} in ${own.length} requests${empty > 0 ? `, ${empty} of them empty` : ""}`;
  });
  return byTable.join("; ");
}
