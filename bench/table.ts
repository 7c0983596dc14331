import { type Comparison, isReached, ratioOf } from "./benchmark.ts";

const HEADER = ["case", "Esep", "other side", "ratio", "target", "reached"];

/** Comparisons as a Markdown table, with further figures below it. */
export function tableOf(comparisons: readonly Comparison[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = [HEADER, HEADER.map(() => "---"), ...comparisons.map(rowOf)].map(line);
  const notes = comparisons.flatMap(({ case: name, figures = [] }) => figures.map((figure) => `* ${name}: ${figure}`));
  return [...rows, ...(notes.length > 0 ? ["", ...notes] : [])].join("\n");
}

function rowOf(comparison: Comparison): string[] {
  const { case: name, esep, other, ratio } = comparison;
  const reached = isReached(comparison);
  return [
    name,
    `${esep.name}: ${wordSeconds(esep.seconds)}`,
    `${other.name}: ${wordSeconds(other.seconds)}`,
    `${ratioOf(comparison).toPrecision(3)} × ${ratio === "other/esep" ? "faster" : "the time"}`,
    targetOf(comparison),
    reached === null ? "" : reached ? "yes" : "no",
  ];
}

function targetOf({ target }: Comparison): string {
  if (!target) return "";
  if ("seconds" in target) return `≤ ${target.seconds} s`;
  return "atLeast" in target ? `≥ ${target.atLeast} ×` : `≤ ${target.atMost} ×`;
}

export function wordSeconds(seconds: number): string {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  return seconds >= 1e-3 ? `${(seconds * 1e3).toPrecision(3)} ms` : `${(seconds * 1e6).toPrecision(3)} µs`;
}
