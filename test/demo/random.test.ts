import { describe, expect, it } from "vitest";
import { choose, diligenceOf, NOTICE } from "../../local/demo/conduct.ts";
import { createRandom } from "../../local/demo/random.ts";

const numbers = (...labels: (string | number)[]): number[] => {
  const random = createRandom(...labels);
  return Array.from({ length: 200 }, () => random.int(1, 6));
};

describe("seeded chance", () => {
  it("is the same for the same labels and another for others", () => {
    expect(numbers(608, "DP-10")).toEqual(numbers(608, "DP-10"));
    expect(numbers(608, "DP-10")).not.toEqual(numbers(608, "DP-11"));
    expect(numbers(608, "DP-10")).not.toEqual(numbers(609, "DP-10"));
  });

  it("does not change from one machine or version to the next", () => {
    expect(numbers(608).slice(0, 12)).toMatchInlineSnapshot(`
      [
        4,
        4,
        1,
        1,
        6,
        5,
        1,
        6,
        3,
        1,
        4,
        2,
      ]
    `);
  });

  it("reaches both ends of a range, about equally often", () => {
    const counts = [1, 2, 3, 4, 5, 6].map((face) => numbers("dice").filter((number) => number === face).length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(200);
    expect(Math.min(...counts)).toBeGreaterThan(15);
    expect(Math.max(...counts)).toBeLessThan(55);
  });

  it("never happens at 0 percent and always at 100", () => {
    const random = createRandom("percent");
    expect(numbers("x").some(() => random.chance(0))).toBe(false);
    expect(numbers("x").every(() => random.chance(100))).toBe(true);
  });

  it("samples as many items as asked for, in their order, and no more than there are", () => {
    const random = createRandom("sample");
    const chosen = random.sample([1, 2, 3, 4, 5], 3);
    expect(chosen).toHaveLength(3);
    expect(chosen).toEqual(chosen.toSorted());
    expect(random.sample(["a", "b"], 5)).toEqual(["a", "b"]);
  });

  it("refuses to pick from an empty list", () => {
    expect(() => createRandom("empty").pick([])).toThrow("nothing to pick");
  });
});

describe("conduct", () => {
  it("of an exemplary body never goes a way without a weight", () => {
    const random = createRandom("exemplary");
    const ways = new Set(Array.from({ length: 200 }, () => choose(random, "exemplary", NOTICE)));
    expect([...ways].toSorted()).toEqual(["complete", "two-parts"]);
  });

  it("of a careless body goes every way", () => {
    const random = createRandom("careless");
    const ways = new Set(Array.from({ length: 500 }, () => choose(random, "careless", NOTICE)));
    expect([...ways].toSorted()).toEqual(NOTICE.map(([style]) => style).toSorted());
  });

  it("is careful for most bodies and careless for few", () => {
    const random = createRandom("bodies");
    const drawn = Array.from({ length: 1000 }, () => diligenceOf(random));
    const share = (diligence: string) => drawn.filter((one) => one === diligence).length / 1000;
    expect(share("careful")).toBeCloseTo(0.6, 1);
    expect(share("careless")).toBeCloseTo(0.1, 1);
    expect(share("exemplary")).toBe(0);
  });

  it("cannot be chosen from ways of which none has a weight", () => {
    expect(() => choose(createRandom("none"), "usual", [["never", 1, 0, 0, 0]])).toThrow("needs a way to go");
  });
});
