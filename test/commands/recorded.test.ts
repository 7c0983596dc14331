import { describe, expect, it } from "vitest";
import { day, formatDay } from "../../core/calendar/day.ts";
import { createWorkdays } from "../../core/calendar/workdays.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { type RecordedDays, recordChanges, recordedLate } from "../../core/dossier/recorded.ts";
import { after, DRAW_UP, from, planned, RECEIVE, type Step, sign, textOf } from "./support/steps.ts";

const shown = (days: RecordedDays) =>
  Object.fromEntries(Object.entries(days).map(([path, on]) => [path, formatDay(on)]));

/** The recorded days after steps, each recorded on its own day. */
function recordedAfter(...steps: Step[]): { dossier: Dossier; days: RecordedDays } {
  return steps.reduce<{ dossier: Dossier; days: RecordedDays }>(
    ({ dossier, days }, step) => {
      const next = from(dossier, step);
      return { dossier: next, days: recordChanges(dossier, next, days, day(step[2].slice(0, 10))) };
    },
    { dossier: after(), days: {} },
  );
}

const publish = (publishedOn: string, when: string): Step => [
  "publish-notice",
  { meeting: "m1", publishedOn, channel: "press", outlet: "Газета", announces: {} },
  when,
];
const correct = (path: string, value: unknown, when: string): Step => [
  "correct",
  { path, value, reason: "Опечатка" },
  when,
];
const CAMPAIGN: Step[] = [
  ["approve-schedule", { approvedOn: "2027-01-15" }, "2027-01-16"],
  ["plan-meeting", { date: "2027-03-12", startsAt: "15:00", place: { ru: "а", kk: "б" } }, "2027-02-01"],
  publish("2027-02-02", "2027-02-02"),
  ["confirm-held", { meeting: "m1" }, "2027-03-12 16:00"],
  RECEIVE,
  DRAW_UP,
  sign("secretary", "Ким А."),
  ["sign-protocol", { meeting: "m1", role: "head", name: "Иванов Б.", signedOn: "2027-03-12" }, "2027-03-16"],
  ["reply-appeal", { appeal: "A-1", repliedOn: "2027-03-17" }, "2027-03-18"],
  ["complete-decision", { meeting: "m1", decision: "d1", doneOn: "2027-03-18" }, "2027-03-19"],
];

describe("the day on which a fact was recorded", () => {
  it("is known for each by its path", () => {
    expect(shown(recordedAfter(...CAMPAIGN).days)).toEqual({
      schedule: "2027-01-16",
      "meetings/m1": "2027-02-01",
      "meetings/m1/notices/0": "2027-02-02",
      "meetings/m1/status": "2027-03-12",
      "meetings/m1/appeals/A-1": "2027-03-12",
      "meetings/m1/protocol": "2027-03-12",
      "meetings/m1/protocol/signatures/secretary": "2027-03-12",
      "meetings/m1/protocol/signatures/head": "2027-03-16",
      "meetings/m1/appeals/A-1/repliedOn": "2027-03-18",
      "meetings/m1/protocol/decisions/d1/doneOn": "2027-03-19",
    });
  });

  it("is today for what was changed, and goes with what was removed", () => {
    const { days } = recordedAfter(...CAMPAIGN, correct("meetings/m1/protocol/participants", 181, "2027-03-20"));
    expect(shown(days)).toMatchObject({
      "meetings/m1/protocol": "2027-03-20",
      "meetings/m1/protocol/decisions/d1/doneOn": "2027-03-19",
      "meetings/m1/appeals/A-1": "2027-03-12",
    });
    expect(Object.keys(days).filter((path) => path.includes("signatures"))).toEqual([]);
  });

  it("stays with a notice when an earlier one is removed", () => {
    const steps: Step[] = [
      ...CAMPAIGN,
      publish("2027-02-03", "2027-03-15"),
      ["correct", { path: "meetings/m1/notices/0", reason: "Опечатка" }, "2027-03-20"],
    ];
    const { days } = recordedAfter(...steps);
    expect(shown(days)).toMatchObject({ "meetings/m1/notices/0": "2027-03-15" });
    expect(days).not.toHaveProperty(["meetings/m1/notices/1"]);
  });

  it("is not known for what came from a file, until it is changed", () => {
    const days = recordChanges(planned, from(planned, publish("2027-02-02", "2027-02-02")), {}, day("2027-02-02"));
    expect(shown(days)).toEqual({ "meetings/m1/notices/0": "2027-02-02" });
  });

  it("escapes slashes in appeal numbers", () => {
    const appeal = { kind: "remark", receivedOn: "2027-03-12", answered: "full", competence: "police" };
    const { days } = recordedAfter(
      ...CAMPAIGN,
      ["receive-appeal", { meeting: "m1", number: "A/7~", ...appeal }, "2027-03-13"],
      ["register-appeal", { appeal: "A/7~", registeredOn: "2027-03-13" }, "2027-03-14"],
      correct("meetings/m1/appeals/A~17~0/kind", "proposal", "2027-03-15"),
    );
    expect(shown(days)).toMatchObject({
      "meetings/m1/appeals/A~17~0": "2027-03-15",
      "meetings/m1/appeals/A~17~0/registeredOn": "2027-03-14",
    });
  });

  it("does not depend on the order of keys, and tells two signatures of one role apart", () => {
    const { dossier, days } = recordedAfter(...CAMPAIGN);
    const text = textOf(dossier);
    const [meeting] = text.meetings;
    const protocol = meeting?.protocol;
    if (!meeting || !protocol) throw new Error("The campaign has a protocol.");
    const extra = { role: "head", name: "Ли В.", signedOn: "2027-03-13" } as const;
    const imported = Dossier.parse({
      ...text,
      meetings: [{ ...meeting, protocol: { ...protocol, signatures: [...protocol.signatures, extra] } }],
    });
    const reversed = { ...Object.fromEntries(Object.entries(imported).reverse()), ...imported };
    expect(shown(recordChanges(dossier, reversed, days, day("2027-03-21")))).toEqual({
      ...shown(days),
      "meetings/m1/protocol/signatures/2": "2027-03-21",
    });
  });
});

describe("recorded late", () => {
  const workdays = createWorkdays();
  const policy = { recordedLateWorkingDays: 1 };
  const lateOf = (recordedOn: string): readonly string[] =>
    recordedLate(planned, {}, workdays, policy).concat(
      recordedLate(
        from(planned, ["confirm-held", { meeting: "m1" }, "2027-03-12 15:00"]),
        { "meetings/m1": day("2027-06-01"), "meetings/m1/status": day(recordedOn) },
        workdays,
        policy,
      ),
    );

  // 12 March 2027 is a Friday, Monday the 15th is Constitution Day.
  it.each([
    ["2027-03-12", []],
    ["2027-03-14", []],
    ["2027-03-16", []],
    ["2027-03-17", ["meetings/m1/status"]],
  ])("recorded on %s: %j", (recordedOn, late) => {
    expect(lateOf(recordedOn)).toEqual(late);
  });

  it("is every fact of a campaign that came more than one working day after its date", () => {
    const { dossier, days } = recordedAfter(
      ...CAMPAIGN,
      correct("meetings/m1/appeals/A-1/kind", "remark", "2027-03-20"),
    );
    expect(recordedLate(dossier, days, workdays, policy)).toEqual(["meetings/m1/appeals/A-1"]);
    expect(recordedLate(dossier, days, workdays, { recordedLateWorkingDays: 0 })).toEqual([
      "schedule",
      "meetings/m1/protocol/signatures/head",
      "meetings/m1/protocol/decisions/d1/doneOn",
      "meetings/m1/appeals/A-1",
      "meetings/m1/appeals/A-1/repliedOn",
    ]);
  });

  it("is not said of a year that the calendar does not cover, and other errors are not hidden", () => {
    const short = createWorkdays([], { from: 2024, to: 2026 });
    const held = from(planned, ["confirm-held", { meeting: "m1" }, "2027-03-12 15:00"]);
    const days = { "meetings/m1/status": day("2027-06-01") };
    expect(recordedLate(held, days, short, policy)).toEqual([]);
    const broken = {
      ...short,
      addWorkingDays: () => {
        throw new RangeError("broken");
      },
    };
    expect(() => recordedLate(held, days, broken, policy)).toThrow("broken");
  });
});
