import { describe, expect, it } from "vitest";
import { type Comparison, isReached, ratioOf } from "../../bench/benchmark.ts";
import { interleaved, median } from "../../bench/interleaved.ts";
import { tableOf } from "../../bench/table.ts";

const comparison = (more: Partial<Comparison> = {}): Comparison => ({
  case: "a case",
  esep: { name: "ours", seconds: 0.002 },
  other: { name: "theirs", seconds: 0.2 },
  ratio: "other/esep",
  ...more,
});

describe("a comparison", () => {
  it("divides the way round that its target means", () => {
    expect(ratioOf(comparison())).toBeCloseTo(100);
    expect(ratioOf(comparison({ ratio: "esep/other" }))).toBeCloseTo(0.01);
  });

  it.each([
    [{ atLeast: 100 }, true],
    [{ atLeast: 101 }, false],
    [{ atMost: 100 }, true],
    [{ atMost: 99 }, false],
    [{ seconds: 0.002 }, true],
    [{ seconds: 0.001 }, false],
  ] as const)("reaches %j: %s", (target, reached) => {
    expect(isReached(comparison({ target }))).toBe(reached);
  });

  it("stands in the table with its target and what else is known", () => {
    const table = tableOf([comparison({ target: { atLeast: 50 }, figures: ["7 findings"] })]);
    expect(table).toContain("| a case | ours: 2.00 ms | theirs: 200 ms | 100 × faster | ≥ 50 × | yes |");
    expect(table).toContain("* a case: 7 findings");
  });
});

describe("measuring", () => {
  it("takes turns, and does not count the first round", async () => {
    const runs: string[] = [];
    const side = (name: string) => ({ name, run: () => runs.push(name) });
    const timings = await interleaved([side("a"), side("b")] as const, { rounds: 3, milliseconds: 0 });
    expect(runs).toEqual(["a", "b", "a", "b", "a", "b", "a", "b"]);
    expect(timings.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("takes the median, which one slow run does not move", () => {
    expect(median([3, 1, 1000])).toBe(3);
    expect(median([4, 1, 2, 1000])).toBe(3);
  });
});
