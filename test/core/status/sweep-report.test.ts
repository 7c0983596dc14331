import { expect, test } from "vitest";
import { SweepReport } from "../../../core/status/sweep-report.ts";

const old = {
  ...{
    scope: "DP-10",
    slot: { day: "2027-03-19", time: "09:00" },
    bodies: 17,
    findings: { report: { met: 3, due: 1 } },
  },
  ...{ written: 2, items: 5, levels: { head: 1, ministry: 1 }, dropped: 1, held: { waived: 1 }, seconds: 0.5 },
  damaged: [{ body: "PB-1", campaign: 2027, reason: "the data is not JSON" }],
  failed: [{ body: "PB-1", campaign: 2030, obligation: "reply", subject: "A-1", year: 2031 }],
  contacts: [{ body: "PB-1", role: "head", unreachable: true }],
  ...{ complete: false, registerVersion: 4 },
};
const present = {
  ...{ ...old, waiting: 1, braked: 2, at: 1_800_000_000_000, policyVersion: "0123abcd", calendarVersion: "89ab4567" },
  damagedLetters: [{ letter: "DP-10/2027/key/3", reason: "the data is not JSON" }],
  damagedMarks: [{ recipientKey: "key", reason: "the data is not JSON" }],
};

test("what a sweep did is read from the log as it was written, today's as well as the first", () => {
  for (const report of [old, present]) expect(SweepReport.encode(SweepReport.parse(report))).toEqual(report);
});

test.each([
  ["a word that it does not know", { more: 1 }],
  ["another in a slot", { slot: { ...old.slot, more: 1 } }],
  ["less than none", { written: -1 }],
  ["a time that is none", { slot: { day: "2027-03-19", time: "24:30" } }],
])("what holds %s is no report of a sweep", (_, wrong) => {
  expect(SweepReport.safeParse({ ...present, ...wrong }).success).toBe(false);
});
