import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { day, formatDay, plusDays } from "../../../core/calendar/day.ts";
import { createWorkdays, YearNotCovered } from "../../../core/calendar/workdays.ts";
import { coveredDay } from "../support/arbitraries.ts";
import { workdays } from "../support/evaluate.ts";

const count = fc.integer({ min: 1, max: 40 });

describe("a working day", () => {
  test.each([
    ["2027-03-12", true, "a Friday"],
    ["2027-03-13", false, "a Saturday"],
    ["2027-03-15", false, "Constitution Day since 2027"],
    ["2026-03-15", false, "a Sunday before Constitution Day moved there"],
    ["2026-03-16", true, "the Monday after it: nothing was moved in 2026"],
    ["2025-03-15", false, "a plain Saturday"],
    ["2027-08-30", true, "no longer Constitution Day"],
    ["2024-08-30", false, "Constitution Day until 2025"],
    ["2027-03-24", false, "off for Nauryz on Sunday 21 March"],
    ["2026-03-24", false, "off for Nauryz on Saturday 21 March"],
    ["2026-03-25", false, "off for Nauryz on Sunday 22 March"],
    ["2026-03-26", true, "the first working day after Nauryz"],
    ["2026-03-09", false, "off for 8 March on a Sunday"],
    ["2027-01-04", false, "off for 2 January on a Saturday"],
    ["2028-01-04", false, "off for 2 January on a Sunday"],
    ["2027-01-07", false, "Orthodox Christmas"],
    ["2028-02-29", true, "a leap day on a Tuesday"],
    ["2027-12-31", true, "New Year's Eve on a Friday"],
  ])("%s: %s (%s)", (on, expected) => {
    expect(workdays.isWorking(day(on))).toBe(expected);
  });

  it("may be a weekend day that the ministry exchanged", () => {
    const own = createWorkdays(
      [
        { day: day("2027-06-05"), kind: "extra_workday", ru: "Перенос", kk: "Ауыстыру" },
        { day: day("2027-06-07"), kind: "extra_dayoff", ru: "Перенос", kk: "Ауыстыру" },
      ],
      { from: 2027, to: 2027 },
    );
    expect(own.isWorking(day("2027-06-05"))).toBe(true);
    expect(own.isWorking(day("2027-06-07"))).toBe(false);
    expect(own.entry(day("2027-06-07"))?.kind).toBe("extra_dayoff");
    expect(own.entry(day("2027-06-08"))).toBeUndefined();
  });
});

describe("the n-th working day", () => {
  test.each([
    ["2027-03-12", 1, "2027-03-16", "over the weekend and Constitution Day"],
    ["2027-03-12", 15, "2027-04-08", "over Constitution Day and Nauryz"],
    ["2026-03-13", 1, "2026-03-16", "over a plain weekend: 15 March 2026 is no holiday yet"],
    ["2027-03-13", 1, "2027-03-16", "from a day that is itself off"],
    ["2027-03-16", -1, "2027-03-12", "back over Constitution Day"],
    ["2027-03-14", -1, "2027-03-12", "back from a Sunday"],
    ["2027-12-31", 1, "2028-01-05", "over New Year and the days moved for it"],
    ["2028-01-05", -1, "2027-12-31", "back over New Year"],
    ["2028-02-28", 1, "2028-02-29", "to the leap day"],
    ["2028-02-29", 1, "2028-03-01", "from the leap day"],
    ["2027-03-12", 0, "2027-03-12", "none at all"],
    ["2027-03-13", 0, "2027-03-13", "none at all, even from a day off"],
  ])("from %s by %i is %s: %s", (from, n, to) => {
    expect(formatDay(workdays.addWorkingDays(day(from), n))).toBe(to);
  });

  it("counted back again from a working day is where it started", () => {
    fc.assert(
      fc.property(coveredDay(), count, (from, n) => {
        const start = workdays.onOrBefore(from);
        expect(workdays.addWorkingDays(workdays.addWorkingDays(start, n), -n)).toBe(start);
        expect(workdays.addWorkingDays(workdays.addWorkingDays(start, -n), n)).toBe(start);
      }),
    );
  });

  it("counted back again from a day off is the working day next to it", () => {
    fc.assert(
      fc.property(coveredDay(), count, (from, n) => {
        const back = workdays.addWorkingDays(workdays.addWorkingDays(from, n), -n);
        expect(back).toBe(workdays.onOrBefore(from));
        expect(workdays.addWorkingDays(workdays.addWorkingDays(from, -n), n)).toBe(workdays.onOrAfter(from));
      }),
    );
  });

  it("leaves exactly n working days after the start, the last being itself", () => {
    fc.assert(
      fc.property(coveredDay(), count, (from, n) => {
        const to = workdays.addWorkingDays(from, n);
        let counted = 0;
        for (let at = plusDays(from, 1); at <= to; at = plusDays(at, 1)) if (workdays.isWorking(at)) counted++;
        expect(workdays.isWorking(to)).toBe(true);
        expect(counted).toBe(n);
      }),
    );
  });

  it("is reached in steps as well as at once", () => {
    fc.assert(
      fc.property(coveredDay(), count, count, (from, a, b) => {
        const inSteps = workdays.addWorkingDays(workdays.addWorkingDays(from, a), b);
        expect(inSteps).toBe(workdays.addWorkingDays(from, a + b));
      }),
    );
  });
});

describe("the nearest working day", () => {
  test.each([
    ["2027-03-15", "2027-03-12", "2027-03-16"],
    ["2027-03-22", "2027-03-19", "2027-03-25"],
    ["2027-03-12", "2027-03-12", "2027-03-12"],
    ["2028-01-01", "2027-12-31", "2028-01-05"],
    ["2028-02-29", "2028-02-29", "2028-02-29"],
  ])("to %s is %s on or before and %s on or after", (from, before, after) => {
    expect(formatDay(workdays.onOrBefore(day(from)))).toBe(before);
    expect(formatDay(workdays.onOrAfter(day(from)))).toBe(after);
  });

  it("is a working day with no other between", () => {
    fc.assert(
      fc.property(coveredDay(), (from) => {
        const before = workdays.onOrBefore(from);
        const after = workdays.onOrAfter(from);
        expect(before <= from && from <= after && workdays.isWorking(before) && workdays.isWorking(after)).toBe(true);
        if (before !== from) expect(workdays.addWorkingDays(before, 1)).toBe(after);
        else expect(after).toBe(from);
      }),
    );
  });
});

describe("a year that the calendar does not cover", () => {
  test.each([
    ["asking for a day", () => workdays.isWorking(day("2031-01-01")), 2031],
    ["asking for a day before", () => workdays.isWorking(day("2023-12-31")), 2023],
    ["counting into it", () => workdays.addWorkingDays(day("2030-12-31"), 1), 2031],
    ["counting back into it", () => workdays.addWorkingDays(day("2024-01-03"), -1), 2023],
    ["going on to the next working day", () => workdays.onOrAfter(day("2031-02-01")), 2031],
    ["going back to one", () => workdays.onOrBefore(day("2024-01-01")), 2023],
    ["requiring it", () => workdays.requireYear(day("2099-05-05")), 2099],
  ])("is named when %s", (_, ask, year) => {
    expect(ask).toThrow(YearNotCovered);
    expect(ask).toThrow(
      expect.objectContaining({
        name: "YearNotCovered",
        message: `The working-day calendar does not cover ${year}.`,
        year,
      }),
    );
  });

  it("begins right after the last day covered", () => {
    expect([2023, 2024, 2030, 2031].map((year) => workdays.covers(year))).toEqual([false, true, true, false]);
    expect(workdays.isWorking(day("2030-12-31"))).toBe(true);
    expect(workdays.isWorking(day("2024-01-01"))).toBe(false);
  });
});
