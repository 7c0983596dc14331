import { demoFacts, generateFacts } from "../local/demo/facts.ts";
import { parseFacts } from "../local/facts-file.ts";
import type { Benchmark, Comparison } from "./benchmark.ts";
import { interleaved } from "./interleaved.ts";

const inputs = [
  { name: "demo, 252 bodies", facts: () => demoFacts() },
  { name: "2 000 bodies", facts: () => generateFacts({ bodies: 2000, seed: 608, from: 2027, to: 2027 }) },
] as const;

/** Loading a facts file: every file rule checked, dates made days, against `JSON.parse` of the same text. */
export const load: Benchmark = {
  name: "load",
  about: "a facts file parsed and checked, against JSON.parse alone",
  run: async () => {
    const comparisons: Comparison[] = [];
    for (const { name, facts } of inputs) comparisons.push(await compare(name, JSON.stringify(facts())));
    return comparisons;
  },
};

async function compare(name: string, text: string): Promise<Comparison> {
  const [esep, other] = await interleaved(
    [
      { name: "parse and check", run: () => parseFacts(text, name) },
      { name: "JSON.parse", run: () => JSON.parse(text) },
    ] as const,
    { rounds: 5, milliseconds: 300 },
  );
  const megabytes = Buffer.byteLength(text) / 1e6;
  const figures = [`${megabytes.toFixed(1)} MB; ${(megabytes / esep.seconds).toFixed(0)} MB/s`];
  return { case: name, esep, other, ratio: "esep/other", figures };
}
