import { expect, test } from "vitest";
import { requireSwept } from "../../local/wait-for-slot.ts";

test("a sweep that was not done in time is no success", () => {
  expect(() => requireSwept({ late: 2 })).toThrow("Scopes that were not swept within a minute: 2.");
  expect(() => requireSwept({ late: 0 })).not.toThrow();
});
