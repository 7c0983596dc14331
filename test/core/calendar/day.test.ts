import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  addMonths,
  DayText,
  day,
  dayInYear,
  dayOf,
  formatDay,
  parseDay,
  partsOf,
  plusDays,
  weekdayOf,
  yearOf,
} from "../../../core/calendar/day.ts";
import { anyDay } from "../support/arbitraries.ts";

describe("a civil day", () => {
  it("counts from 1 January 1970", () => {
    expect(day("1970-01-01")).toBe(0);
    expect(day("1969-12-31")).toBe(-1);
    expect(day("2027-03-12")).toBe(20_889);
  });

  it("is written and read back, day after day from 1900 to 2100", () => {
    const first = day("1900-01-01");
    const last = day("2100-12-31");
    expect(last - first + 1).toBe(73_414); // 201 years with 49 leap days: 1900 and 2100 have none
    for (let at = first; at <= last; at = plusDays(at, 1)) {
      const text = formatDay(at);
      if (parseDay(text) !== at) expect.fail(`${text} is read as ${parseDay(text)}, not ${at}`);
    }
  });

  it("agrees with the proleptic Gregorian calendar of the runtime", () => {
    for (let at = day("1900-01-01"); at <= day("2100-12-31"); at = plusDays(at, 1)) {
      const expected = new Date(at * 86_400_000);
      if (formatDay(at) !== expected.toISOString().slice(0, 10)) expect.fail(formatDay(at));
      if (weekdayOf(at) !== (expected.getUTCDay() || 7)) expect.fail(`${formatDay(at)} is no ${weekdayOf(at)}`);
    }
  });

  it("has year, month and date as its parts", () => {
    expect(partsOf(day("2028-02-29"))).toEqual({ year: 2028, month: 2, date: 29 });
    expect(yearOf(day("2027-12-31"))).toBe(2027);
    expect(yearOf(plusDays(day("2027-12-31"), 1))).toBe(2028);
    expect(dayOf(2028, 2, 29)).toBe(day("2028-02-29"));
  });

  test.each(["2027-02-29", "2100-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-01-00", "2027-01-32"])(
    "refuses %s, which does not exist",
    (text) => {
      expect(parseDay(text)).toBeUndefined();
      expect(() => day(text)).toThrow(RangeError);
      expect(DayText.safeParse(text).success).toBe(false);
    },
  );

  test.each(["", "2027-3-1", "27-03-01", "2027/03/01", " 2027-03-01", "2027-03-01 ", "2027-03-01T00:00", "01.03.2027"])(
    "refuses %j, which is not of the form YYYY-MM-DD",
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  it("that is refused is named, and what is wrong with it said", () => {
    expect(() => day("2027-02-29")).toThrow('"2027-02-29" is not a date of the form YYYY-MM-DD.');
    expect(DayText.safeParse("2027-02-29").error?.issues).toMatchObject([
      { code: "custom", message: "is not a date that exists, of the form YYYY-MM-DD" },
    ]);
  });

  it("is text outside and a number inside", () => {
    fc.assert(
      fc.property(anyDay(), (at) => {
        expect(DayText.parse(formatDay(at))).toBe(at);
        expect(DayText.encode(at)).toBe(formatDay(at));
      }),
    );
  });

  it("of a year and a policy's MM-DD is that date", () => {
    expect(dayInYear(2027, "04-01")).toBe(day("2027-04-01"));
  });
});

describe("addMonths", () => {
  test.each([
    ["2027-03-12", 2, "2027-05-12"],
    ["2027-01-31", 1, "2027-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2027-12-31", 2, "2028-02-29"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2027-08-31", 1, "2027-09-30"],
    ["2027-11-30", 3, "2028-02-29"],
    ["2027-03-31", -1, "2027-02-28"],
    ["2027-01-15", -1, "2026-12-15"],
    ["2027-05-05", 0, "2027-05-05"],
  ])("of %s and %i months is %s", (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  it("always lands in the month it should, on the same date or on that month's last", () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -40, max: 40 }), (from, months) => {
        const start = partsOf(from);
        const end = partsOf(addMonths(from, months));
        expect(end.year * 12 + end.month).toBe(start.year * 12 + start.month + months);
        const isLast = partsOf(plusDays(addMonths(from, months), 1)).date === 1;
        expect(end.date === start.date || (end.date < start.date && isLast)).toBe(true);
      }),
    );
  });
});
