import { describe, expect, test } from "vitest";
import { recentReads } from "../../functions/web/recent.ts";
import { hostileFacts } from "./support/facts.ts";
import { createSite } from "./support/site.ts";

describe("reads shared by the requests of some seconds", () => {
  async function counted(seconds: number) {
    const site = await createSite(hostileFacts());
    let reads = 0;
    const load = (scope: string, campaign: number) => {
      reads++;
      return site.deps.dossiers.load(scope, campaign);
    };
    const recent = recentReads({ ...site.deps, dossiers: { load } }, site.clock, seconds);
    return { site, recent, reads: () => reads };
  }

  test("are made once, and again when the time is over", async () => {
    const { site, recent, reads } = await counted(5);
    await Promise.all([recent.dossiers.load("DP-1", 2027), recent.dossiers.load("DP-1", 2027)]);
    site.clock.pass(4);
    await recent.dossiers.load("DP-1", 2027);
    expect(reads()).toBe(1);
    await recent.dossiers.load("DP-1", 2026);
    site.clock.pass(2);
    await recent.dossiers.load("DP-1", 2027);
    expect(reads()).toBe(3);
  });

  test("are never shared when no seconds are given", async () => {
    const { recent, reads } = await counted(0);
    await recent.dossiers.load("DP-1", 2027);
    await recent.dossiers.load("DP-1", 2027);
    expect(reads()).toBe(2);
  });

  test("are forgotten at once when they fail", async () => {
    const { site } = await counted(5);
    let fails = true;
    const load = (scope: string, campaign: number) =>
      fails ? Promise.reject(new Error("no connection")) : site.deps.dossiers.load(scope, campaign);
    const recent = recentReads({ ...site.deps, dossiers: { load } }, site.clock, 5);
    await expect(recent.dossiers.load("DP-1", 2027)).rejects.toThrow("no connection");
    fails = false;
    expect((await recent.dossiers.load("DP-1", 2027)).dossiers).toHaveLength(1);
  });
});
