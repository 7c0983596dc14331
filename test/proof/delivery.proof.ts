import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cloud, startCloud } from "../support/delivery/cloud.ts";
import { sampleInCloud, samples } from "../support/delivery/cloud-sample.ts";
import { enumerateTwo } from "../support/delivery/enumerate.ts";
import { withLateSlots } from "../support/delivery/proving.ts";
import { closeSlots, manyCloseSlots, twoScopes } from "../support/delivery/scenarios.ts";

const HOUR = 3_600_000;

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

test.each([
  ["three slots", closeSlots],
  ["three slots, newest first", { ...closeSlots, newestFirst: true }],
  ["three slots with the mail service's events", { ...closeSlots, events: true }],
  ["five slots", manyCloseSlots],
  ["two scopes in six slots", withLateSlots(twoScopes)],
] as const)(
  "all histories with two faults over %s lose nothing and repeat only what is unknown",
  async (name, scenario) => {
    const { histories, standFor, calls, wrong } = await enumerateTwo(scenario);
    console.info(`${histories} histories stand for ${standFor} with one or two faults over ${name}, ${calls} calls.`);
    expect(wrong).toEqual([]);
  },
  HOUR,
);

test.each([
  ["calm", samples.calm],
  ["with changes and answers in the middle", samples.changing],
] as const)(
  "two hundred seeded crashes through real clients lose nothing and repeat only what is unknown: %s",
  async (name, scenarios) => {
    expect(await sampleInCloud(cloud, scenarios, 200)).toEqual([]);
    console.info(`200 histories through real clients over ${scenarios.length} scenarios, ${name}.`);
  },
  HOUR,
);
