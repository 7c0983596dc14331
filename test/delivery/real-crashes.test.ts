import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cloud, startCloud } from "../support/delivery/cloud.ts";
import { sampleInCloud, samples } from "../support/delivery/cloud-sample.ts";

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

test("a seeded sample of crashes through real clients loses nothing and repeats only what is unknown", async () => {
  expect(await sampleInCloud(cloud, samples.calm, 10)).toEqual([]);
});

test("so does one in which facts, policy and calendar change and letters come back", async () => {
  expect(await sampleInCloud(cloud, samples.changing.slice(0, 3), 5)).toEqual([]);
});
