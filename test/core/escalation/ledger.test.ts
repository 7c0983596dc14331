import { describe, expect, it, test } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import {
  counts,
  isNotice,
  isWaiting,
  type LetterEntry,
  LetterState,
  letterPath,
  logYear,
  toldBy,
} from "../../../core/escalation/ledger.ts";
import { slotOf } from "../support/sweeps.ts";

const key = { body: "PB-1", campaign: 2027, obligation: "notice", subject: "m1", due: day("2027-03-02") } as const;
const entry = (n: number, stage: string, slot: string, more: Partial<LetterEntry> = {}): LetterEntry => ({
  scope: "DP-1",
  year: 2027,
  recipientKey: "k",
  n,
  owner: "o",
  slot: slotOf(slot),
  level: "officer",
  items: [{ ...key, stage }],
  closed: [],
  file: "f",
  state: "sent",
  attempts: 1,
  lease: null,
  unknownSince: null,
  messageId: null,
  reason: null,
  ...more,
});
const stages = (entries: LetterEntry[]) =>
  [...toldBy(entries).values()].flatMap((told) => told.stages.map(({ stage }) => stage));

describe("the ledger", () => {
  test.each<[LetterState, boolean]>([
    ["queued", true],
    ["sending", true],
    ["sent", true],
    ["delivered", true],
    ["complained", true],
    ["unknown", true],
    ["held", true],
    ["failed", false],
    ["dropped", false],
    ["bounced", false],
  ])("a letter that is %s counts as written: %s", (state, expected) => {
    expect(counts(entry(0, "target", "2027-03-01T09:00", { state }))).toBe(expected);
    expect(stages([entry(0, "target", "2027-03-01T09:00", { state })])).toEqual(expected ? ["target"] : []);
  });

  it("waits while a letter is to leave and it is not known that it has", () => {
    expect(LetterState.options.filter((state) => isWaiting({ state }))).toEqual(["queued", "sending", "unknown"]);
  });

  it("knows letters of another kind by a scope that no body can have", () => {
    expect(isNotice({ scope: "brake_DP-1_2027-04-07_1800" })).toBe(true);
    expect(isNotice({ scope: "DP-1" })).toBe(false);
  });

  it("tells what was written in the order of writing, whatever the order of reading", () => {
    const entries = [
      entry(1, "target", "2027-03-01T09:00"),
      entry(0, "due+1wd", "2028-01-05T09:00", { year: 2028 }),
      entry(0, "target-7", "2027-02-22T09:00"),
    ];
    expect(stages(entries)).toEqual(["target-7", "target", "due+1wd"]);
    expect(stages([...entries].reverse())).toEqual(["target-7", "target", "due+1wd"]);
  });

  it("names a letter by scope, year, recipient and number", () => {
    expect(letterPath(entry(3, "target", "2027-03-01T09:00"))).toBe("DP-1/2027/k/3");
    expect(logYear(slotOf("2027-12-31T21:00"))).toBe(2027);
  });
});
