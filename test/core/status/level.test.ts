import { expect, test } from "vitest";
import { RATE_LEVELS, rateLevel } from "../../../core/status/level.ts";

test.each([
  [null, "none"],
  [1, "top"],
  [0.95, "top"],
  [0.9499, "high"],
  [0.9, "high"],
  [0.8999, "fair"],
  [0.85, "fair"],
  [0.8499, "low"],
  [0.75, "low"],
  [0.7499, "bottom"],
  [0, "bottom"],
])("a rate of %s is coloured as %s, by the per cent that are shown", (rate, level) => {
  expect(rateLevel(rate)).toBe(level);
});

test("every level stands in the legend, best first, and where nothing is judged yet last", () => {
  expect(RATE_LEVELS).toEqual(["top", "high", "fair", "low", "bottom", "none"]);
});
