import { describe, expect, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import { changesBetween } from "../../../core/status/changes.ts";
import { findingOf } from "../support/findings.ts";

const of = (...findings: Finding[]) => [{ body: { id: "PB-1" }, findings }];
const moves = (before: Parameters<typeof changesBetween>[0], after: Parameters<typeof changesBetween>[0]) =>
  changesBetween(before, after, () => false).map(({ obligation, subject, from, to }) => [
    obligation,
    subject,
    from,
    to,
  ]);

describe("what has changed since the day before", () => {
  test("is each finding whose state is another, with its day and meeting", () => {
    const derivation = { kind: "from-meeting", meeting: day("2027-03-29"), days: 10, due: day("2027-03-19") } as const;
    const late = findingOf("notice", "overdue", { derivation });
    const before = of(findingOf("notice", "due", { derivation }), findingOf("venue", "met"));
    expect(changesBetween(before, of(late, findingOf("venue", "met")), (finding) => finding === late)).toEqual([
      {
        ...{ body: "PB-1", campaign: 2027, obligation: "notice", subject: "m1", meeting: day("2027-03-29") },
        ...{ due: day("2027-03-19"), from: "due", to: "overdue", recordedLate: true },
      },
    ]);
  });

  test("is what there was not yet, and what there is no more", () => {
    const before = of(findingOf("reply", "due", { subject: "A-1" }));
    const after = of(findingOf("reply", "upcoming", { subject: "A-2" }));
    expect(moves(before, after)).toEqual([
      ["reply", "A-2", null, "upcoming"],
      ["reply", "A-1", "due", null],
    ]);
    expect(changesBetween(before, of(), () => true)).toMatchObject([{ to: null, recordedLate: false }]);
    expect(moves([], after)).toEqual([["reply", "A-2", null, "upcoming"]]);
  });

  test("tells findings apart by body, campaign, obligation and subject", () => {
    const met = findingOf("reply", "met");
    const others = [{ body: "PB-2" }, { campaign: 2026 }, { obligation: "transfer" }, { subject: "m2" }] as const;
    for (const other of others) {
      expect(changesBetween(of(met), of({ ...met, ...other }, met), () => false)).toMatchObject([{ from: null }]);
    }
  });

  test("comes with the worst first, in the order of the bodies, and with what there is no more last", () => {
    const before = of(findingOf("report", "due"));
    const after = [
      { body: { id: "PB-1" }, findings: [findingOf("notice", "met"), findingOf("venue", "overdue")] },
      { body: { id: "PB-2" }, findings: [findingOf("reply", "overdue", { body: "PB-2" })] },
    ];
    expect(moves(before, after)).toEqual([
      ["venue", "m1", null, "overdue"],
      ["reply", "m1", null, "overdue"],
      ["notice", "m1", null, "met"],
      ["report", "m1", "due", null],
    ]);
  });

  test("is asked anew when either day is another", () => {
    const before = of(findingOf("reply", "due"));
    const after = of(findingOf("reply", "met"));
    expect(moves(before, after)).toEqual([["reply", "m1", "due", "met"]]);
    expect(moves(of(findingOf("reply", "met")), after)).toEqual([]);
    expect(moves(before, of(findingOf("reply", "late")))).toEqual([["reply", "m1", "due", "late"]]);
  });
});
