import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";
import type { Brake } from "../../../core/escalation/brake.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import type { SweepLog } from "../../../core/ports.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";

const report: SweepReport = {
  ...{ scope: "DP-1", slot: { day: day("2027-04-01"), time: "09:00" }, bodies: 2 },
  findings: { report: { overdue: 2 } },
  ...{ written: 1, items: 2, levels: { head: 1 }, dropped: 0, held: { "already-written": 3 } },
  damaged: [{ body: "PB-1", campaign: 2027, reason: "деректер JSON емес" }],
  failed: [{ body: "PB-1", campaign: 2027, obligation: "reply", subject: "A-1", year: 2031 }],
  contacts: [{ body: "PB-1", role: "officer", unreachable: true }],
  ...{ complete: false, seconds: 0.25, registerVersion: 3 },
};

const slotOf = (on: string, time = "09:00"): Slot => ({ day: day(on), time });

const brakeOf = (version: number): Brake => ({
  ...{ version, slot: slotOf("2027-04-01"), until: slotOf("2027-04-02"), bodies: 6, of: 8 },
  ...{ stopped: null, released: version > 1 ? { by: "user:1", at: instant(1000) } : null },
});

/** What every sweep log does. It is empty at first; `scope` names one that nobody else uses. */
export function sweepLogContract(log: () => SweepLog, scope: () => string): void {
  const standingOf = async (own: string) => (await log().standings()).find((standing) => standing.scope === own);

  describe("a sweep log", () => {
    test("gives back the reports of a slot, by scope", async () => {
      const other = { ...report, scope: "DP-0" };
      const evening = { ...report, slot: { ...report.slot, time: "18:00" } };
      for (const one of [report, other, evening]) await log().record(one);
      expect(await log().ofSlot(report.slot)).toEqual([other, report]);
      expect(await log().ofSlot({ day: day("2027-04-02"), time: "09:00" })).toEqual([]);
    });

    test("replaces the report of a slot that is swept again", async () => {
      const slot = { day: day("2027-05-04"), time: "21:00" };
      await log().record({ ...report, slot });
      await log().record({ ...report, slot, complete: true });
      expect(await log().ofSlot(slot)).toEqual([{ ...report, slot, complete: true }]);
    });

    test("knows the first and the last slot of a scope, also when an earlier one ends late", async () => {
      const own = scope();
      expect(await standingOf(own)).toBeUndefined();
      const [first, last, late] = [slotOf("2027-04-01"), slotOf("2027-04-02", "18:00"), slotOf("2027-04-02")];
      for (const slot of [first, last, late]) await log().record({ ...report, scope: own, slot });
      expect(await standingOf(own)).toEqual({ scope: own, first, last, brake: null });
    });

    test("sets a brake only over the one that the caller has seen", async () => {
      const own = scope();
      expect(await log().setBrake(own, null, brakeOf(1))).toBe("set");
      expect(await log().setBrake(own, null, brakeOf(1))).toBe("changed");
      expect(await log().setBrake(own, brakeOf(1), brakeOf(2))).toBe("set");
      expect(await log().setBrake(own, brakeOf(1), brakeOf(2))).toBe("changed");
      expect(await standingOf(own)).toEqual({ scope: own, first: null, last: null, brake: brakeOf(2) });
      const asked = await log().standings([own, scope()]);
      expect(asked.find((standing) => standing.scope === own)).toEqual(await standingOf(own));
      await log().record({ ...report, scope: own, slot: slotOf("2027-04-01") });
      expect(await standingOf(own)).toMatchObject({ last: slotOf("2027-04-01"), brake: brakeOf(2) });
    });
  });
}
