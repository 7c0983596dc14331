import fc from "fast-check";
import { describe, expect, it, test, vi } from "vitest";
import * as z from "zod";
import { formatDay } from "../../../core/calendar/day.ts";
import { END_OF_DAY, formatMinutes, minutesOf, TimeText } from "../../../core/calendar/time.ts";
import { InstantNumber, instant, instantOf, localTime, ZoneName } from "../../../core/calendar/zone.ts";
import { moment } from "../support/evaluate.ts";

const at = (utc: string) => instant(Date.parse(utc));
const shown = (utc: string, zone: string): string => {
  const { day, minutes } = localTime(at(utc), zone);
  return `${formatDay(day)} ${formatMinutes(minutes)}`;
};

describe("the clocks of a zone", () => {
  test.each([
    ["2024-02-29T03:00Z", "2024-02-29 09:00", "+06 on the last day of February 2024"],
    ["2024-02-29T17:59Z", "2024-02-29 23:59", "+06 until midnight"],
    ["2024-02-29T18:00Z", "2024-02-29 23:00", "the hour before midnight comes twice"],
    ["2024-02-29T18:59Z", "2024-02-29 23:59", "+05 since then"],
    ["2024-02-29T19:00Z", "2024-03-01 00:00", "1 March begins"],
    ["2024-03-01T04:00Z", "2024-03-01 09:00", "+05 since 1 March 2024"],
    ["2027-03-19T04:00Z", "2027-03-19 09:00", "+05 in 2027"],
  ])("of Almaty at %s show %s: %s", (utc, expected) => {
    expect(shown(utc, "Asia/Almaty")).toBe(expected);
  });

  it("of Aqtobe were an hour behind Almaty's until 29 February 2024 and are equal since", () => {
    expect(shown("2024-02-29T03:00Z", "Asia/Aqtobe")).toBe("2024-02-29 08:00");
    expect(shown("2024-03-01T04:00Z", "Asia/Aqtobe")).toBe("2024-03-01 09:00");
  });

  it("show midnight as 00:00 of the new day", () => {
    expect(shown("2027-12-31T19:00Z", "Asia/Almaty")).toBe("2028-01-01 00:00");
  });
});

describe("a moment", () => {
  it("is stored as the milliseconds that it is", () => {
    const noon = at("2027-03-19T07:00Z");
    expect(z.encode(InstantNumber, noon)).toBe(noon);
    expect(InstantNumber.parse(1_800_000_000_000)).toBe(1_800_000_000_000);
    expect(InstantNumber.safeParse(0.5).success).toBe(false);
    expect(InstantNumber.safeParse("2027-03-19").success).toBe(false);
    expect(() => z.encode(InstantNumber, instant(0.5))).toThrow();
  });
});

describe("a zone's clocks", () => {
  it("are made once, since making them takes longer than reading them a thousand times", () => {
    const made = vi.spyOn(Intl, "DateTimeFormat");
    localTime(at("2027-03-19T04:00Z"), "America/St_Johns");
    localTime(at("2027-03-19T05:00Z"), "America/St_Johns");
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });
});

describe("the instant of a local time", () => {
  test.each([
    ["2024-02-29T09:00", "2024-02-29T03:00Z"],
    ["2024-03-01T09:00", "2024-03-01T04:00Z"],
    ["2027-03-19T21:00", "2027-03-19T16:00Z"],
  ])("%s in Almaty is %s", (local, utc) => {
    expect(instantOf(moment(local), "Asia/Almaty")).toBe(at(utc));
  });

  it("shows that local time again, in zones with and without summer time", () => {
    const minutes = fc.integer({ min: Date.parse("2023-01-01Z") / 60_000, max: Date.parse("2031-01-01Z") / 60_000 });
    const zones = [
      "Asia/Almaty",
      "Asia/Aqtobe",
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Pacific/Apia",
    ];
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const local = localTime(instant(minute * 60_000), zone);
        expect(localTime(instantOf(local, zone), zone)).toEqual(local);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["Europe/Berlin", "2027-03-28T02:30", "2027-03-28 03:30"],
    ["Europe/Berlin", "2027-03-28T02:00", "2027-03-28 03:00"],
  ])("that %s leaps over, %s, is shown as %s", (zone, local, expected) => {
    const { day, minutes } = localTime(instantOf(moment(local), zone), zone);
    expect(`${formatDay(day)} ${formatMinutes(minutes)}`).toBe(expected);
  });

  it("reads the end of a day as the next midnight", () => {
    expect(instantOf(moment("2027-12-31"), "Asia/Almaty")).toBe(at("2027-12-31T19:00Z"));
  });
});

describe("a time of day", () => {
  it("is read as minutes and written back", () => {
    for (let minutes = 0; minutes < END_OF_DAY; minutes++) {
      const text = formatMinutes(minutes);
      if (minutesOf(TimeText.parse(text)) !== minutes) expect.fail(text);
    }
  });

  test.each(["24:00", "9:00", "09:60", "0900", "09:00:00", "", " 09:00", "12:5"])("is not %j", (text) => {
    expect(TimeText.safeParse(text).error?.issues).toMatchObject([{ message: "is not a time of the form HH:MM" }]);
  });
});

describe("a zone's name", () => {
  test.each(["Asia/Almaty", "Asia/Aqtobe", "Asia/Qyzylorda", "Europe/Berlin", "America/Port-au-Prince", "UTC"])(
    "may be %s",
    (zone) => {
      expect(ZoneName.safeParse(zone).success).toBe(true);
    },
  );

  test.each(["", "+05:00", "-03", "−05:00", "Asia/Atlantis", "Almaty time", "GMT+5", "5"])("is not %j", (zone) => {
    expect(ZoneName.safeParse(zone).error?.issues).toMatchObject([
      { message: "is not an IANA time zone, such as Asia/Almaty" },
    ]);
  });
});
