import { describe, expect, test } from "vitest";
import {
  CalendarChange,
  CalendarChanges,
  createPresentWorkdays,
  noChanges,
  workdaysWith,
} from "../../../core/calendar/calendar-versions.ts";
import { day } from "../../../core/calendar/day.ts";
import { createWorkdays, YearNotCovered } from "../../../core/calendar/workdays.ts";
import { calendarVersion } from "../../../core/status/fingerprint.ts";

const change = (on: string, kind: string) => ({ day: on, kind, ru: "Перенос", kk: "Ауыстыру" });
const changes = (...days: readonly object[]) => CalendarChanges.parse({ days });

describe("a change of the calendar", () => {
  test.each(["holiday", "dayoff", "transferred", "extra_dayoff", "extra_workday", "plain"])("may be %s", (kind) => {
    expect(CalendarChange.parse(change("2027-03-19", kind))).toMatchObject({ kind });
  });

  test("has its texts without the blanks around them", () => {
    const text = { ...change("2027-03-19", "dayoff"), ru: " Перенос ", kk: " Ауыстыру\n", note: " Приказ " };
    expect(CalendarChange.parse(text)).toEqual({
      ...{ day: day("2027-03-19"), kind: "dayoff", ru: "Перенос", kk: "Ауыстыру", note: "Приказ" },
    });
  });

  test.each([
    ["an unknown kind", { kind: "weekend" }],
    ["a blank name in Russian", { ru: "  " }],
    ["a blank name in Kazakh", { kk: "" }],
    ["a blank note", { note: " " }],
    ["a word that nobody knows", { kind: "plain", name: "х" }],
  ])("is refused with %s", (_, wrong) => {
    const text = { ...change("2027-03-19", "dayoff"), ...wrong };
    expect(CalendarChange.safeParse(text).success).toBe(false);
  });
});

describe("changes of the calendar", () => {
  test("make working days off and days off worked, and take an entry away", () => {
    const { isWorking, entry } = workdaysWith(
      changes(
        change("2027-03-19", "extra_dayoff"),
        change("2027-03-20", "extra_workday"),
        change("2027-03-15", "plain"),
      ),
    );
    expect([isWorking(day("2027-03-19")), isWorking(day("2027-03-20")), isWorking(day("2027-03-15"))]).toEqual([
      ...[false, true, true],
    ]);
    expect(entry(day("2027-03-19"))).toMatchObject({ kind: "extra_dayoff", ru: "Перенос" });
    expect(entry(day("2027-03-15"))).toBeUndefined();
  });

  test("may cover a further year", () => {
    const further = CalendarChanges.parse({ coversTo: 2031, days: [change("2031-01-01", "holiday")] });
    expect(workdaysWith(further).addWorkingDays(day("2030-12-31"), 1)).toBe(day("2031-01-02"));
    expect(() => workdaysWith(changes()).isWorking(day("2031-01-02"))).toThrow(YearNotCovered);
  });

  test("name a day once, in a year that is covered", () => {
    const bad = {
      days: [change("2027-03-19", "dayoff"), change("2027-03-19", "plain"), change("2031-01-01", "dayoff")],
    };
    const { error } = CalendarChanges.safeParse(bad);
    expect(error?.issues.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`)).toEqual([
      "custom days.1.day: stands there twice",
      "custom days.2.day: lies in a year that is not covered",
    ]);
  });

  test.each([
    ["2023-12-31", undefined, false],
    ["2024-01-01", undefined, true],
    ["2030-12-31", undefined, true],
    ["2031-01-01", undefined, false],
    ["2031-12-31", 2031, true],
    ["2032-01-01", 2031, false],
  ])("may say of %s, in a calendar up to %s, what it is: %s", (on, coversTo, expected) => {
    const calendar = { days: [change(on, "dayoff")], ...(coversTo && { coversTo }) };
    expect(CalendarChanges.safeParse(calendar).success).toBe(expected);
  });

  test.each([
    [2029, false],
    [2030, true],
    [2099, true],
    [2100, false],
    [2030.5, false],
  ])("cover years up to %s: %s", (coversTo, expected) => {
    expect(CalendarChanges.safeParse({ coversTo, days: [] }).success).toBe(expected);
  });

  test("without any, the calendar is the product's and has its name", () => {
    expect(noChanges).toEqual(changes());
    expect(calendarVersion(workdaysWith(changes()))).toBe(calendarVersion(createWorkdays()));
  });

  test("the calendar in force is named by its days, whoever asks through the same object", () => {
    const workdays = createPresentWorkdays();
    const first = calendarVersion(workdays);
    workdays.use(workdaysWith(changes(change("2027-03-19", "dayoff"))));
    expect(calendarVersion(workdays)).not.toBe(first);
    expect(workdays.isWorking(day("2027-03-19"))).toBe(false);
  });

  test("every question is answered by the calendar in force", () => {
    const workdays = createPresentWorkdays();
    const further = workdaysWith(CalendarChanges.parse({ coversTo: 2031, days: [change("2031-01-01", "holiday")] }));
    expect(workdays.covers(2031)).toBe(false);
    expect(() => workdays.requireYear(day("2031-01-01"))).toThrow(YearNotCovered);
    workdays.use(further);
    expect(workdays.present()).toBe(further);
    expect(workdays.covers(2031)).toBe(true);
    expect(() => workdays.requireYear(day("2031-01-01"))).not.toThrow();
    expect(() => workdays.requireYear(day("2032-01-01"))).toThrow(YearNotCovered);
    expect(workdays.entry(day("2031-01-01"))).toMatchObject({ kind: "holiday" });
    expect(workdays.addWorkingDays(day("2031-01-01"), 1)).toBe(day("2031-01-02"));
    expect(workdays.onOrBefore(day("2031-01-05"))).toBe(day("2031-01-03"));
    expect(workdays.onOrAfter(day("2031-01-01"))).toBe(day("2031-01-02"));
  });
});
