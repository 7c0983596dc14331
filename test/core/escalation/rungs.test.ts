import { describe, expect, it } from "vitest";
import { day, formatDay } from "../../../core/calendar/day.ts";
import { YearNotCovered } from "../../../core/calendar/workdays.ts";
import { rungsUpTo } from "../../../core/escalation/rungs.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { Ladder } from "../../../core/order608/ladder.ts";
import { workdays } from "../support/evaluate.ts";
import { findingOf } from "../support/findings.ts";

/** A protocol that is overdue since a day. */
const protocolDue = (due: string, more: Partial<Finding> = {}): Finding =>
  findingOf("protocol", "overdue", { due: day(due), target: day(due), ...more });

const ladderOf = (stages: readonly string[], every?: number[]): Ladder => ({
  stages: stages.map((at) => ({ at, to: ["officer"] })),
  ...(every && { every }),
});

/** `stage kind day minutes` of each stage that has come by a moment on the ministry's clocks. */
function come(slot: string, finding: Finding, ladder: Ladder): string[] {
  const [on = "", time = ""] = slot.split("T");
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return rungsUpTo({ day: day(on), minutes, shift: 0 }, finding, ladder, workdays).map(
    ({ stage, kind, repeat, day: comes, minutes: at, to }) =>
      `${stage} ${repeat ? "repeated " : ""}${kind} ${formatDay(comes)} ${at} ${to.join()}`,
  );
}

describe("the stages that have come", () => {
  const due = "2027-03-18";

  it("remind, escalate or tell of a breach, and repeat the last", () => {
    const finding = protocolDue(due, { beyondCure: day("2027-03-20") });
    expect(come("2027-04-06T21:00", finding, ladderOf(["target-1", "due+1wd", "breach", "due+3wd"], [7]))).toEqual([
      "target-1 reminder 2027-03-17 540 officer",
      "due+1wd escalation 2027-03-19 540 officer",
      "breach breach 2027-03-20 540 officer",
      "due+3wd escalation 2027-03-26 540 officer",
      "repeat-1 repeated escalation 2027-04-02 540 officer",
    ]);
  });

  it("stand by their moment, however the ladder lists them", () => {
    const ladder = ladderOf(["due+3wd", "due+1wd@18:00", "due+1wd@10:00", "target-1"]);
    expect(come("2027-03-26T21:00", protocolDue(due), ladder).map((text) => text.split(" ")[0])).toEqual([
      ...["target-1", "due+1wd@10:00", "due+1wd@18:00", "due+3wd"],
    ]);
  });

  it("of one moment stand as the ladder lists them", () => {
    const ladder = ladderOf(["target", "due", "target@09:00"]);
    expect(come(`${due}T09:00`, protocolDue(due), ladder).map((text) => text.split(" ")[0])).toEqual([
      ...["target", "due", "target@09:00"],
    ]);
  });

  it("lack a breach where nothing is beyond cure, and what would repeat it", () => {
    expect(come("2027-06-01T21:00", protocolDue(due), ladderOf(["breach"], [7]))).toEqual([]);
  });

  it("lack the next repeat until its working day and its hour have come", () => {
    const ladder = ladderOf(["due"], [2]);
    const last = (slot: string) => come(slot, protocolDue(due), ladder).at(-1);
    expect(last("2027-03-19T21:00")).toBe("due reminder 2027-03-18 540 officer");
    expect(last("2027-03-20T21:00")).toBe("due reminder 2027-03-18 540 officer");
    expect(last("2027-03-25T08:59")).toBe("due reminder 2027-03-18 540 officer");
    expect(last("2027-03-25T09:00")).toBe("repeat-3 repeated escalation 2027-03-25 540 officer");
  });

  it("are not repeated without gaps", () => {
    expect(come("2027-06-01T21:00", protocolDue(due), ladderOf(["due"], []))).toHaveLength(1);
    expect(come("2027-06-01T21:00", protocolDue(due), ladderOf(["due"]))).toHaveLength(1);
  });

  it("wait for the protocol's hour only where they name an hour themselves", () => {
    const waiting = protocolDue(due, { notBefore: { day: day(due), minutes: 1140 } });
    expect(come(`${due}T21:00`, waiting, ladderOf(["due", "due@18:00"]))).toEqual([
      "due reminder 2027-03-18 540 officer",
      "due@18:00 reminder 2027-03-18 1140 officer",
    ]);
    const overnight = protocolDue(due, { notBefore: { day: day(due), minutes: 1500 } });
    expect(come("2027-03-19T09:00", overnight, ladderOf(["due+1wd@00:30"]))).toEqual([
      "due+1wd@00:30 escalation 2027-03-19 30 officer",
    ]);
  });

  it("after the due day need no calendar of the year before, in which its reminders came", () => {
    const overdue = protocolDue("2024-01-10");
    expect(come("2024-01-11T09:00", overdue, ladderOf(["target-14", "due+1wd"]))).toEqual([
      "due+1wd escalation 2024-01-11 540 officer",
    ]);
    const due = { ...overdue, state: "due" } as const;
    expect(() => come("2024-01-10T09:00", due, ladderOf(["target-14"]))).toThrow(YearNotCovered);
    expect(() => come("2031-01-06T09:00", protocolDue("2030-12-30"), ladderOf(["due+2wd"]))).toThrow(YearNotCovered);
  });

  it("need no calendar of the years in which the others come", () => {
    const last = protocolDue("2030-12-20", { beyondCure: day("2031-01-10") });
    expect(come("2030-12-24T09:00", last, ladderOf(["due+1wd", "due+20wd"], [7]))).toEqual([
      "due+1wd escalation 2030-12-23 540 officer",
    ]);
    expect(come("2030-12-24T09:00", last, ladderOf(["due+1wd", "target+30", "breach"], [7]))).toHaveLength(1);
  });
});
