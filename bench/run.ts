import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Benchmark, isReached, ratioOf } from "./benchmark.ts";
import { documents } from "./documents.ts";
import { evaluate } from "./evaluate.ts";
import { handlerImports } from "./handler-imports.ts";
import { http } from "./http.ts";
import { httpLoad } from "./http-load.ts";
import { letters } from "./letters.ts";
import { load } from "./load.ts";
import { record } from "./record.ts";
import { simulate } from "./simulate.ts";
import { sweep } from "./sweep.ts";
import { tableOf } from "./table.ts";

const benchmarks: readonly Benchmark[] = [
  evaluate,
  simulate,
  sweep,
  letters,
  load,
  record,
  documents,
  http,
  httpLoad,
  handlerImports,
];

const [folder = ".", ...names] = process.argv.slice(2);
const unknown = names.filter((name) => benchmarks.every((benchmark) => benchmark.name !== name));
if (unknown.length > 0) {
  console.error(`No benchmark "${unknown.join(", ")}": there are ${benchmarks.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const benchmark of benchmarks) {
  if (names.length === 0 || names.includes(benchmark.name)) await runBenchmark(benchmark);
}

async function runBenchmark({ name, about, run }: Benchmark): Promise<void> {
  console.log(`\n${name}: ${about}\n`);
  const comparisons = await run();
  console.log(tableOf(comparisons));
  const result = {
    name,
    about,
    date: new Date().toISOString().slice(0, 10),
    machine: { node: process.version, cores: availableParallelism() },
    comparisons: comparisons.map((comparison) => ({
      ...comparison,
      value: ratioOf(comparison),
      reached: isReached(comparison),
    })),
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
