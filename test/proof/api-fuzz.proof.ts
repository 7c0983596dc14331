import { expect, test } from "vitest";
import { operations } from "../api/support/document.ts";
import { fuzz } from "../api/support/fuzz.ts";

const REQUESTS = 24_000;

test(`${REQUESTS} requests lead to no fault, a fifth of them succeeds, and so does every operation`, async () => {
  const { requests, statuses, succeeded, faults } = await fuzz(REQUESTS, 1);
  console.log(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
  expect(faults.slice(0, 5)).toEqual([]);
  expect(requests).toBeGreaterThanOrEqual(20_000);
  const good = [...statuses].reduce((sum, [status, count]) => sum + (status < 300 ? count : 0), 0);
  expect(good / requests).toBeGreaterThan(0.2);
  const all = operations.map(({ operation }) => operation.operationId);
  expect(all.filter((id) => !succeeded.has(id))).toEqual([]);
});
