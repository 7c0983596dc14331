import { beforeEach, describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import type { Notice } from "../../core/escalation/notice.ts";
import type { SweepReport } from "../../core/status/sweep-report.ts";
import { type TellPorts, tellMinistry } from "../../core/use-cases/reports/tell-ministry.ts";
import { memoryRegister } from "../support/memory/register.ts";
import { staff, sweepOf, tellingWorld } from "./support/telling.ts";

const slot = { day: day("2027-04-01"), time: "18:00" };
const before = { ...slot, time: "09:00" };
const damage = (body: string, campaign: number) => ({ body, campaign, reason: "not readable" });
const failure = (year: number) => ({
  ...{ body: "PB-1", campaign: 2027, obligation: "reply" as const, subject: "A-1", year },
});

let telling: Awaited<ReturnType<typeof tellingWorld>>;
beforeEach(async () => {
  telling = await tellingWorld("2027-04-01T18:00");
});

/** What the staff are told, each notice once, when the slot before has shown something. */
async function told(
  shown: Partial<Record<"MIA" | "DP-1", Partial<SweepReport>>>,
  more: Partial<TellPorts> = {},
  own = sweepOf("MIA", slot),
): Promise<Notice[]> {
  telling.said.length = 0;
  for (const [scope, report] of Object.entries(shown)) {
    await telling.world.ports.log.record(sweepOf(scope, before, report));
  }
  await tellMinistry(own, { ...telling.ports, ...more });
  return telling.said.filter(({ recipient }) => recipient.email === staff[0]).map(({ about }) => about);
}
const kinds = (notices: readonly Notice[]) => notices.map(({ kind }) => kind).filter((kind) => kind !== "weekly");

describe("of the slot before the ministry's staff are told", () => {
  test("nothing where nothing is wrong", async () => {
    expect(kinds(await told({ MIA: {}, "DP-1": {} }))).toEqual([]);
  });

  test("which years the calendar lacks, once, and how many findings need them", async () => {
    const shown = { MIA: {}, "DP-1": { failed: [failure(2032), failure(2031), failure(2032)] } };
    const notices = await told(shown);
    expect(notices).toContainEqual({ kind: "calendar", slot: before, years: [2031, 2032], findings: 3 });
    expect(kinds(notices)).toEqual(["calendar"]);
    expect(telling.world.letters().map(({ scope }) => scope)).toContain("calendar_2031-2032");
    expect(kinds(await told(shown))).toEqual([]);
  });

  test("which records cannot be read, by the names of their bodies, and once whatever their order", async () => {
    const damaged = [damage("PB-1", 2027), damage("GONE", 2026)];
    const others = [damage("PB-1", 2027), damage("GONE", 2025)];
    expect(await told({ MIA: {}, "DP-1": { damaged } })).toContainEqual({
      ...{ kind: "damaged", slot: before },
      records: [
        { bodyName: { ru: "PB-1", kk: "PB-1" }, campaign: 2027 },
        { bodyName: { ru: "GONE", kk: "GONE" }, campaign: 2026 },
      ],
    });
    expect(kinds(await told({ MIA: {}, "DP-1": { damaged: damaged.toReversed() } }))).toEqual([]);
    expect(kinds(await told({ MIA: {}, "DP-1": { damaged: others } }))).toEqual(["damaged"]);
    const scopes = telling.world.letters().map(({ scope }) => scope);
    for (const scope of scopes.filter((one) => one.startsWith("damaged_"))) {
      expect(scope).toMatch(/^damaged_[0-9a-f]{22}$/);
    }
  });

  test("which roles have no address, by the names of their bodies", async () => {
    const contacts = [
      { body: "PB-1", role: "officer" as const, unreachable: false },
      { body: "GONE", role: "head" as const, unreachable: true },
    ];
    expect(await told({ MIA: {}, "DP-1": { contacts } })).toContainEqual({
      ...{ kind: "contact", slot: before },
      roles: [
        { bodyName: { ru: "PB-1", kk: "PB-1" }, role: "officer", unreachable: false },
        { bodyName: { ru: "GONE", kk: "GONE" }, role: "head", unreachable: true },
      ],
    });
  });

  test("of roles without an address under the week's Monday", async () => {
    const contacts = [{ body: "PB-1", role: "officer" as const, unreachable: false }];
    await told({ MIA: {}, "DP-1": { contacts } });
    const [letter] = telling.world.letters().filter(({ scope }) => scope === "contact_2027-03-29");
    expect(letter?.slot).toEqual({ ...before, day: day("2027-03-29") });
  });

  test("which scopes were not swept, unless none was: the watch tells of that", async () => {
    expect(await told({})).toEqual([]);
    expect(await told({ MIA: {} })).toContainEqual({
      ...{ kind: "unswept", slot: before, scopes: [{ ru: "DP-1", kk: "DP-1" }] },
    });
    expect(telling.world.letters().map(({ scope }) => scope)).toContain("unswept_2027-04-01_0900");
  });
});

describe("nobody is told anything", () => {
  const shown = { MIA: {}, "DP-1": { failed: [failure(2031)] } };

  test("by the sweep of another scope, also where it is known which one is the ministry's", async () => {
    expect(await told(shown, {}, sweepOf("DP-1", slot))).toEqual([]);
    const never = { directory: () => Promise.reject(new Error("asked")), bodies: async () => [] };
    const known = { scopes: ["MIA", "DP-1"] };
    await tellMinistry(sweepOf("DP-1", slot), { ...telling.ports, register: never }, known);
    expect(telling.said).toEqual([]);
  });

  test("before there is a register", async () => {
    expect(await told(shown, { register: memoryRegister() })).toEqual([]);
    await tellMinistry(sweepOf("MIA", slot), { ...telling.ports, register: memoryRegister() }, { scopes: ["MIA"] });
    expect(telling.said).toEqual([]);
  });
});
