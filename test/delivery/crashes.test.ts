import { expect, test } from "vitest";
import { enumerate } from "../support/delivery/enumerate.ts";
import { closeSlots, twoScopes } from "../support/delivery/scenarios.ts";

test.each([
  ["oldest first", false],
  ["newest first", true],
])("every history with one fault loses nothing and repeats only what is unknown, %s", async (_, newestFirst) => {
  const { histories, calls, wrong } = await enumerate({ ...twoScopes, newestFirst }, 1);
  console.info(`${histories} histories with one fault over ${calls} calls.`);
  expect(wrong).toEqual([]);
});

test("every history with two faults loses nothing and repeats only what is unknown, also when slots come fast", async () => {
  const { histories, calls, wrong } = await enumerate(closeSlots, 2);
  console.info(`${histories} histories with one or two faults over ${calls} calls.`);
  expect(wrong).toEqual([]);
});
