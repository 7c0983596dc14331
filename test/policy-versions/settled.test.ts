import { describe, expect, test } from "vitest";
import { CalendarChanges, noChanges } from "../../core/calendar/calendar-versions.ts";
import { day } from "../../core/calendar/day.ts";
import { defaultPolicy, policyWith } from "../../core/order608/default-policy.ts";
import type { CalendarVersion, PolicyVersion } from "../../core/order608/policy-versions.ts";
import {
  CalendarWish,
  calendarSaid,
  PolicyChange,
  policySaid,
  refuseTerms,
  saysTheSame,
  settleCalendar,
  settlePolicy,
} from "../../core/use-cases/policy-changes/policy-change.ts";

const today = day("2027-03-04");
const imported = policyWith({ noticeDays: 12 });
const first = policyWith({ noticeDays: 14 });
const second = policyWith({ noticeDays: 16 });

/** Versions of a setting, each with the day from which it is in force. */
const versionsOf = <Version>(settings: readonly object[]): Version[] =>
  settings.map((setting, index) => ({ ...setting, number: index + 1 })) as unknown as Version[]; // what is asked of them here

const policies = versionsOf<PolicyVersion>([
  { policy: first, from: day("2027-02-01") },
  { policy: second, from: day("2027-04-01") },
]);
const issuesOf = (settled: ReturnType<typeof settlePolicy> | ReturnType<typeof settleCalendar>) =>
  settled.kind === "refused" ? settled.issues.map(({ path, rule }) => [path, rule]) : settled.kind;

describe("a wish about the policy", () => {
  test("changes what will be in force on its first day, part by part", () => {
    const wish = PolicyChange.parse({ part: { carefulDays: { notice: 13 } } });
    for (const [from, before] of [
      ["2027-01-31", imported],
      ["2027-03-04", first],
      ["2027-04-01", second],
    ] as const) {
      const after = { ...before, carefulDays: { ...before.carefulDays, notice: 13 } };
      expect(settlePolicy(wish, day(from), policies, imported)).toEqual({ kind: "settled", before, after });
    }
  });

  test.each([
    [0, imported],
    [1, first],
    [2, second],
  ])("takes all of version %i", (former, after) => {
    expect(settlePolicy(PolicyChange.parse({ former }), today, policies, imported)).toEqual({
      ...{ kind: "settled", before: first, after },
    });
  });

  test.each([
    [{ former: 3 }, [["former", "unknown-version"]]],
    [{ part: { noticeDay: 3 } }, [["noticeDay", "unknown-field"]]],
    [
      { part: { carefulDays: { notices: 3, venues: 1 } } },
      [
        ["carefulDays.notices", "unknown-field"],
        ["carefulDays.venues", "unknown-field"],
      ],
    ],
    [{ part: { noticeDays: "ten" } }, [["noticeDays", "invalid"]]],
    [{ part: { carefulDays: { notice: -1 } } }, [["carefulDays.notice", "invalid"]]],
    [{ part: { noticeDays: 1001 } }, [["noticeDays", "too-large"]]],
    [
      { part: { carefulDays: { notice: 5000 }, ladder: { report: { every: [14, 1001] } } } },
      [
        ["carefulDays.notice", "too-large"],
        ["ladder.report.every.1", "too-large"],
      ],
    ],
    [{ part: { slots: ["08:00"] } }, [["slots", "deployment"]]],
    [
      { part: { zone: "Asia/Aqtobe", slots: ["08:00"] } },
      [
        ["zone", "deployment"],
        ["slots", "deployment"],
      ],
    ],
  ])("is refused for each thing that is wrong with it: %j", (wish, issues) => {
    expect(issuesOf(settlePolicy(PolicyChange.parse(wish), today, policies, imported))).toEqual(issues);
  });

  test("may be a thousand days, and no former version with other slots", () => {
    expect(issuesOf(settlePolicy({ part: { noticeDays: 1000 } }, today, policies, imported))).toBe("settled");
    const other = policyWith({ slots: ["08:00"] });
    expect(issuesOf(settlePolicy({ former: 0 }, today, policies, other))).toEqual([["slots", "deployment"]]);
  });

  test.each([{}, { part: {}, former: 1 }, { former: -1 }, { former: 1.5 }, { part: 3 }])("is none as %j", (wish) => {
    expect(PolicyChange.safeParse(wish).success).toBe(false);
  });
});

describe("a wish about the calendar", () => {
  const off = (on: string, ru = "Выходной") => ({ day: on, kind: "dayoff", ru, kk: "Демалыс" });
  const calendarOf = (...days: object[]) => CalendarChanges.parse({ days });
  const calendars = versionsOf<CalendarVersion>([
    { calendar: calendarOf(off("2027-03-15"), off("2027-03-17")), from: day("2027-02-01") },
    { calendar: { ...calendarOf(off("2027-05-05")), coversTo: 2032 }, from: day("2027-04-01") },
  ]);
  const settle = (wish: object, from = today) => settleCalendar(CalendarWish.parse(wish), from, calendars);
  const daysOf = (settled: ReturnType<typeof settle>) =>
    settled.kind === "settled" ? settled.after.days.map(({ day: on, ru }) => [on, ru]) : settled.issues;

  test("adds days, puts them in the place of others, in their order, and takes some back", () => {
    const settled = settle({
      days: [off("2027-03-16"), off("2027-03-15", "Другой")],
      restore: ["2027-03-17", "2027-03-20"],
    });
    expect(settled).toMatchObject({ kind: "settled", before: calendars[0]?.calendar });
    expect(daysOf(settled)).toEqual([
      [day("2027-03-15"), "Другой"],
      [day("2027-03-16"), "Выходной"],
    ]);
  });

  test("keeps the last year that the calendar covers, or gives another", () => {
    const late = day("2027-04-01");
    expect(settle({ days: [] }, late)).toMatchObject({ after: { coversTo: 2032 } });
    expect(settle({ coversTo: 2033 }, late)).toMatchObject({ after: { coversTo: 2033 } });
    expect(settle({}, today)).toMatchObject({ after: calendars[0]?.calendar });
    const plain = settle({}, day("2027-01-01"));
    expect(plain).toEqual({ kind: "settled", before: noChanges, after: noChanges });
  });

  test("takes all of another one, or of a version", () => {
    const all = calendarOf(off("2027-06-01"));
    expect(settle({ all: { days: [off("2027-06-01")] } })).toMatchObject({ kind: "settled", after: all });
    expect(settle({ former: 0 })).toMatchObject({ kind: "settled", after: noChanges });
    expect(settle({ former: 2 })).toMatchObject({ kind: "settled", after: calendars[1]?.calendar });
    expect(issuesOf(settle({ former: 3 }))).toEqual([["former", "unknown-version"]]);
  });

  test("is refused where it says a day twice, or lies beyond what the calendar covers", () => {
    expect(issuesOf(settle({ days: [off("2027-03-16"), off("2027-03-16")] }))).toEqual([["days.2.day", "invalid"]]);
    expect(issuesOf(settle({ days: [off("2040-03-16")] }))).toEqual([["days.2.day", "invalid"]]);
    expect(issuesOf(settle({ coversTo: 2020 }))).toContainEqual(["coversTo", "invalid"]);
  });

  test("is none with too many days, or more than one way to say it", () => {
    const days = Array.from({ length: 1001 }, () => off("2027-03-16"));
    const restore = Array.from({ length: 1001 }, () => "2027-03-16");
    for (const wish of [
      { days },
      { restore },
      { former: 1, days: [] },
      { former: -1 },
      { all: { days: [] }, former: 1 },
    ]) {
      expect(CalendarWish.safeParse(wish).success).toBe(false);
    }
    expect(CalendarWish.safeParse({ days: days.slice(1), restore: restore.slice(1) }).success).toBe(true);
  });

  test("is said by its days, so that one more is one difference", () => {
    const [calendar] = calendars.map((version) => version.calendar);
    expect(calendarSaid(calendar ?? noChanges)).toStrictEqual({
      "2027-03-15": { kind: "dayoff", ru: "Выходной", kk: "Демалыс" },
      "2027-03-17": { kind: "dayoff", ru: "Выходной", kk: "Демалыс" },
    });
    expect(calendarSaid({ ...noChanges, coversTo: 2031 })).toEqual({ coversTo: 2031 });
    expect(policySaid(defaultPolicy)).toEqual(defaultPolicy);
  });
});

describe("the terms of a version", () => {
  test.each([
    ["2027-03-03", "Приказ", [["from", "in-the-past"]]],
    ["2027-03-04", "Приказ", null],
    ["2027-03-05", " \t", [["reason", "blank"]]],
    ["2027-03-05", "", [["reason", "blank"]]],
  ])("from %s for %j", (from, reason, issues) => {
    const refused = refuseTerms({ from: day(from), reason }, today);
    expect(refused && issuesOf(refused)).toEqual(issues);
    if (refused) expect(refused.issues[0]?.message).toMatch(/./);
  });
});

test("settings say the same whatever the order of their keys", () => {
  expect(saysTheSame({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(saysTheSame({ a: 1 }, { a: 2 })).toBe(false);
});
