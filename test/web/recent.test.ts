import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { recentReads } from "../../functions/web/recent.ts";
import { hostileFacts } from "./support/facts.ts";
import { createSite } from "./support/site.ts";

describe("reads shared by the requests of some seconds", () => {
  async function counted(seconds: number) {
    const site = await createSite(hostileFacts());
    const marks = new Map<string, string>();
    const reads: string[] = [];
    const state = { fails: false };
    const dossiers = {
      load: (scope: string, campaign: number) => {
        reads.push(`${scope} ${campaign}`);
        return state.fails ? Promise.reject(new Error("no connection")) : site.deps.dossiers.load(scope, campaign);
      },
      marks: async () => new Map(marks),
    };
    const log = {
      ofSlot: async () => {
        reads.push("slot");
        return [];
      },
    };
    const recent = recentReads({ ...site.deps, dossiers, log }, site.clock, seconds);
    const load = (scope: string, campaign: number) => recent().dossiers.load(scope, campaign);
    return { site, recent, load, reads, marks, state };
  }

  test("are made once, and again when the time is over", async () => {
    const { site, load, reads } = await counted(5);
    await Promise.all([load("DP-1", 2027), load("DP-1", 2027)]);
    site.clock.pass(4);
    await load("DP-1", 2027);
    expect(reads).toEqual(["DP-1 2027"]);
    await load("DP-1", 2026);
    site.clock.pass(2);
    await load("DP-1", 2027);
    expect(reads).toEqual(["DP-1 2027", "DP-1 2026", "DP-1 2027"]);
  });

  test("are made again for the dossiers that were written to, and for no others", async () => {
    const { load, reads, marks } = await counted(5);
    await Promise.all([load("DP-1", 2027), load("DP-1", 2026), load("DP-2", 2027)]);
    reads.length = 0;
    marks.set("DP-1#2027", "another");
    await Promise.all([load("DP-1", 2027), load("DP-1", 2026), load("DP-2", 2027)]);
    await load("DP-1", 2027);
    expect(reads).toEqual(["DP-1 2027"]);
  });

  test("that began before a write was seen are not taken for what is there after it", async () => {
    const { recent, reads, marks } = await counted(5);
    const before = recent();
    await Promise.resolve();
    marks.set("DP-1#2027", "another");
    // This request has looked at the marks before the write: what it reads may lack it.
    await before.dossiers.load("DP-1", 2027);
    await recent().dossiers.load("DP-1", 2027);
    expect(reads).toEqual(["DP-1 2027", "DP-1 2027"]);
  });

  test("are never shared when no seconds are given", async () => {
    const { load, reads } = await counted(0);
    await load("DP-1", 2027);
    await load("DP-1", 2027);
    expect(reads).toHaveLength(2);
  });

  test("are forgotten at once when they fail", async () => {
    const { load, state } = await counted(5);
    state.fails = true;
    await expect(load("DP-1", 2027)).rejects.toThrow("no connection");
    state.fails = false;
    expect((await load("DP-1", 2027)).dossiers).toHaveLength(1);
  });

  test("of slots are shared too", async () => {
    const { recent, reads } = await counted(5);
    const slot = { day: day("2027-03-19"), time: "09:00" };
    await recent().log.ofSlot(slot);
    await recent().log.ofSlot(slot);
    expect(reads).toEqual(["slot"]);
  });
});
