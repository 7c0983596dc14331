import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { fewAtOnce } from "../../core/use-cases/assess/few-at-once.ts";

test("results stand in the values' order, and eight are under way at most", async () => {
  let [underWay, most] = [0, 0];
  const results = await fewAtOnce([...Array(30).keys()], async (value) => {
    most = Math.max(most, ++underWay);
    await setTimeout((30 - value) % 4);
    underWay--;
    return value * 2;
  });
  expect(results).toEqual([...Array(30).keys()].map((value) => value * 2));
  expect(most).toBe(8);
});

test("the first that fails fails the whole, and no more are begun", async () => {
  const begun: number[] = [];
  const work = fewAtOnce([...Array(30).keys()], async (value) => {
    begun.push(value);
    if (value === 1) throw new Error("read failed");
    await setTimeout(1);
  });
  await expect(work).rejects.toThrow("read failed");
  await setTimeout(5);
  expect(begun).toEqual([...Array(8).keys()]);
});
