import { describe, expect, it, test } from "vitest";
import { day, formatDay } from "../../../core/calendar/day.ts";
import { placeOf, Stage } from "../../../core/order608/ladder.ts";
import { isReminder, stageDay } from "../../../core/order608/stage-day.ts";
import { workdays } from "../support/evaluate.ts";

const dayOf = (at: string, anchor: string, breach: string | null = null): string | null => {
  const anchors = { due: day(anchor), target: day(anchor), beyondCure: breach === null ? null : day(breach) };
  const found = stageDay(placeOf(at), anchors, workdays);
  return found === null ? null : formatDay(found);
};

describe("the day of a stage", () => {
  test.each([
    ["target-14", "2027-02-01", "2027-01-18", "stays on a working day"],
    ["target-11", "2027-03-31", "2027-03-19", "moves from a Saturday to the Friday before"],
    ["target-16", "2027-03-31", "2027-03-12", "moves from Constitution Day to the Friday before"],
    ["target-15", "2026-03-31", "2026-03-16", "stays on Monday 16 March 2026, a working day"],
    ["target-10", "2027-03-31", "2027-03-19", "moves over all of Nauryz"],
    ["target-1", "2028-03-01", "2028-02-29", "may be 29 February"],
    ["target-1", "2028-01-01", "2027-12-31", "may be the last day of the year before"],
    ["target-3", "2028-01-04", "2027-12-31", "moves from New Year to the day before it"],
    ["due+1", "2027-03-12", "2027-03-16", "moves from a Saturday over Constitution Day"],
    ["due+1", "2026-03-13", "2026-03-16", "moves from a Saturday to Monday in 2026"],
    ["due+2", "2027-03-16", "2027-03-18", "counts calendar days"],
    ["due+1", "2027-12-31", "2028-01-05", "moves from New Year to the first working day"],
    ["target-3wd", "2027-03-02", "2027-02-25", "counts working days back"],
    ["due+1wd", "2027-03-12", "2027-03-16", "counts working days on"],
    ["due+10wd", "2027-03-31", "2027-04-14", "counts ten of them"],
    ["due+1wd", "2028-02-28", "2028-02-29", "counts 29 February"],
    ["due-1wd", "2028-01-05", "2027-12-31", "counts back over New Year"],
    ["due", "2027-04-11", "2027-04-11", "stays on a Sunday with offset 0"],
    ["target+0", "2027-04-11", "2027-04-11", "stays on a Sunday with offset 0, however it is written"],
    ["target-0wd", "2027-03-15", "2027-03-15", "stays on a holiday with offset 0"],
    ["due@18:00", "2027-03-13", "2027-03-13", "stays on a Saturday with a time of day"],
  ])("%s of %s is %s: %s", (at, anchor, expected) => {
    expect(dayOf(at, anchor)).toBe(expected);
  });

  it("beyond cure is the first such day, even a Saturday", () => {
    expect(dayOf("breach", "2027-03-12", "2027-03-13")).toBe("2027-03-13");
  });

  it("is none where nothing is beyond cure", () => {
    expect(dayOf("breach", "2027-03-12")).toBeNull();
  });

  it("reminds up to offset 0 and escalates after it", () => {
    const reminders = ["target-14", "target-3wd", "target", "due", "due@18:00", "due+0", "target-0"];
    expect(reminders.map((at) => isReminder(placeOf(at)))).toEqual(reminders.map(() => true));
    const escalations = ["due+1", "due+1wd", "target+1wd", "breach"];
    expect(escalations.map((at) => isReminder(placeOf(at)))).toEqual(escalations.map(() => false));
  });
});

describe("the text of a stage", () => {
  test.each(["target", "due", "breach", "due+1wd", "target-14", "due@18:00", "due+3wd@09:30", "due-1@00:00"])(
    "may be %s",
    (at) => {
      expect(Stage.safeParse({ at, to: ["head"] }).success).toBe(true);
    },
  );

  test.each([
    "",
    "Due",
    "due+",
    "due+1w",
    "due 1",
    "+1wd",
    "due+1.5",
    "breach+1",
    "due@24:00",
    "due@9:00",
    "due+1wd@",
    "due+12345",
    "due@24:00:00",
    "due@18:60",
    " due",
    "breach@",
    "repeat-1",
  ])("is not %j", (at) => {
    expect(Stage.safeParse({ at, to: ["head"] }).success).toBe(false);
    expect(() => placeOf(at)).toThrow(new RangeError(`"${at}" is no stage of a ladder.`));
  });

  it("is read once: sweeps ask for the same few a million times", () => {
    expect(placeOf("due+1wd@09:30")).toEqual({ anchor: "due", offset: 1, working: true, time: "09:30" });
    expect(placeOf("due+1wd@09:30")).toBe(placeOf("due+1wd@09:30"));
    expect(placeOf("target-1234")).toEqual({ anchor: "target", offset: -1234, working: false, time: null });
    expect(placeOf("breach@18:00")).toEqual({ anchor: "breach", offset: 0, working: false, time: "18:00" });
  });

  it("needs somebody to be told", () => {
    expect(Stage.safeParse({ at: "due", to: [] }).success).toBe(false);
    expect(Stage.safeParse({ at: "due", to: ["staff"] }).success).toBe(false);
  });
});
