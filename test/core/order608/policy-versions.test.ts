import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { defaultPolicy } from "../../../core/order608/default-policy.ts";
import { CalendarVersion, inForceOn, PolicyVersion } from "../../../core/order608/policy-versions.ts";

describe("the version in force on a day", () => {
  const versions = [
    { number: 1, from: day("2027-03-01") },
    { number: 2, from: day("2027-05-01") },
    { number: 3, from: day("2027-04-01") },
    { number: 4, from: day("2027-05-01") },
  ];

  test.each([
    ["2027-02-28", null],
    ["2027-03-01", 1],
    ["2027-03-31", 1],
    ["2027-04-01", 3],
    ["2027-04-30", 3],
    ["2027-05-01", 4],
    ["2030-01-01", 4],
  ])("on %s is %s", (on, number) => {
    expect(inForceOn(versions, day(on))?.number ?? null).toBe(number);
    expect(inForceOn(versions.toReversed(), day(on))?.number ?? null).toBe(number);
  });

  test("is the one that began last, though another was applied after it", () => {
    const early = { number: 2, from: day("2027-04-01") };
    const late = { number: 1, from: day("2027-05-01") };
    expect(inForceOn([early, late], day("2027-06-01"))).toBe(late);
    expect(inForceOn([late, early], day("2027-06-01"))).toBe(late);
  });
});

describe("an applied version", () => {
  const applied = { number: 1, from: "2027-04-01", appliedAt: 1000, by: "user:1", reason: " Приказ ", previous: null };
  const version = { ...applied, policy: defaultPolicy };
  const calendar = { ...applied, calendar: { days: [] } };

  test("says from when, by whom and why, and may name the person and the request", () => {
    expect(PolicyVersion.parse(version)).toEqual({ ...version, from: day("2027-04-01"), reason: "Приказ" });
    expect(CalendarVersion.parse(calendar)).toEqual({ ...calendar, from: day("2027-04-01"), reason: "Приказ" });
    const named = { ...version, name: "Айгүл", request: "r-1", previous: "ab" };
    expect(PolicyVersion.parse(named)).toMatchObject({ name: "Айгүл", request: "r-1", previous: "ab" });
  });

  test.each([
    ["a number below 1", { number: 0 }],
    ["no day", { from: "2027-02-29" }],
    ["a part that nobody knows", { note: "" }],
    ["a name that is none", { name: null }],
    ["no predecessor said", { previous: undefined }],
  ])("is refused with %s", (_, wrong) => {
    expect(PolicyVersion.safeParse({ ...version, ...wrong }).success).toBe(false);
    expect(CalendarVersion.safeParse({ ...calendar, ...wrong }).success).toBe(false);
  });

  test("needs a reason", () => {
    const { error } = PolicyVersion.safeParse({ ...version, reason: "  " });
    expect(error?.issues.map(({ message }) => message)).toEqual(["must not be empty"]);
  });
});
