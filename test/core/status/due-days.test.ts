import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { campaignDays, dueDays } from "../../../core/status/due-days.ts";

const due = (on: string, obligation: "reply" | "notice" | "report") => ({ due: day(on), obligation });

describe("due days", () => {
  test("are in their order, each with how much of what, obligations in theirs", () => {
    const found = dueDays([
      due("2027-03-31", "report"),
      due("2027-03-30", "reply"),
      due("2027-03-31", "notice"),
      due("2027-03-31", "report"),
    ]);
    expect(found).toEqual([
      { day: day("2027-03-30"), count: 1, obligations: [{ obligation: "reply", count: 1 }] },
      {
        ...{ day: day("2027-03-31"), count: 3 },
        obligations: [
          { obligation: "report", count: 2 },
          { obligation: "notice", count: 1 },
        ],
      },
    ]);
    expect(dueDays([])).toEqual([]);
  });

  test.each([
    ["2027-01-19", "2027-02-14", ["2027-02-01 schedule"]],
    ["2027-02-02", "2027-03-30", []],
    ["2027-03-31", "2027-03-31", ["2027-03-31 report"]],
    ["2027-12-20", "2028-04-01", ["2028-02-01 schedule", "2028-03-31 report"]],
  ])("that all bodies share lie from %s to %s", (from, to, wanted) => {
    const found = campaignDays(day(from), day(to), { scheduleDue: "02-01" });
    expect(found).toEqual(wanted.map((text) => ({ day: day(text.slice(0, 10)), obligation: text.slice(11) })));
  });
});
