import { expect, test } from "vitest";
import { startCloud } from "../support/delivery/cloud.ts";
import { sampleInCloud } from "../support/delivery/cloud-sample.ts";

test("a seeded sample of crashes through real clients loses nothing and repeats only what is unknown", async () => {
  const cloud = await startCloud();
  try {
    expect(await sampleInCloud(cloud, 20)).toEqual([]);
  } finally {
    await cloud.close();
  }
}, 60_000);
