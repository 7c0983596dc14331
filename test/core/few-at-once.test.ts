import { expect, test } from "vitest";
import { fewAtOnce } from "../../core/use-cases/assess/few-at-once.ts";

test("results stand in the values' order, and eight are under way at most", async () => {
  let [underWay, most] = [0, 0];
  const results = await fewAtOnce(
    Array.from({ length: 30 }, (_, index) => index),
    async (value) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, (30 - value) % 4));
      underWay--;
      return value * 2;
    },
  );
  expect(results).toEqual(Array.from({ length: 30 }, (_, index) => index * 2));
  expect(most).toBe(8);
});

test("one that fails fails the whole, and no more are begun by it", async () => {
  const begun: number[] = [];
  const work = fewAtOnce([0, 1, 2], async (value) => {
    begun.push(value);
    if (value === 1) throw new Error("read failed");
  });
  await expect(work).rejects.toThrow("read failed");
  expect(begun).toContain(1);
});
