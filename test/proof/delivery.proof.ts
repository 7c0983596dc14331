import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cloud, startCloud } from "../support/delivery/cloud.ts";
import { sampleInCloud } from "../support/delivery/cloud-sample.ts";
import { enumerate } from "../support/delivery/enumerate.ts";
import { closeSlots, manyCloseSlots, twoScopes } from "../support/delivery/scenarios.ts";

const HOUR = 3_600_000;

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

test.each([
  ["three slots", closeSlots, 1],
  ["three slots, newest first", { ...closeSlots, newestFirst: true }, 1],
  ["three slots with the mail service's events", { ...closeSlots, events: true }, 1],
  ["five slots", manyCloseSlots, 1],
  // All of them are half a million: every twenty-third, a number that shares no factor with the kinds of faults.
  ["two scopes in four slots", twoScopes, 23],
] as const)(
  "histories with two faults over %s lose nothing and repeat only what is unknown",
  async (name, scenario, take) => {
    const { histories, calls, wrong } = await enumerate(scenario, 2, take);
    console.info(`${histories} histories with one or two faults over ${name}, ${calls} calls.`);
    expect(wrong).toEqual([]);
  },
  HOUR,
);

test(
  "two hundred seeded crashes through real clients lose nothing and repeat only what is unknown",
  async () => {
    expect(await sampleInCloud(cloud, 200)).toEqual([]);
  },
  HOUR,
);
