import { expect, test } from "vitest";
import { fuzz } from "./support/fuzz.ts";

test("no request made from the document leads to a fault or to an answer that is not in it", async () => {
  const { requests, statuses, faults } = await fuzz(1000, 608);
  expect(faults.slice(0, 5)).toEqual([]);
  const good = [...statuses].reduce((sum, [status, count]) => sum + (status < 300 ? count : 0), 0);
  expect(good / requests).toBeGreaterThan(0.2);
});
