import { describe, expect, it } from "vitest";
import { Dossier, type DossierText } from "../../core/dossier/dossier.ts";
import { drawnUp, from, planned, received, type Step, sign, table, textOf } from "./support/steps.ts";

type MeetingText = DossierText["meetings"][number];

/** A dossier as a file brings it: with what no command would have recorded yet. */
function imported(dossier: Dossier, more: Partial<MeetingText>): Dossier {
  const text = textOf(dossier);
  return Dossier.parse({ ...text, meetings: text.meetings.map((meeting) => ({ ...meeting, ...more })) });
}

const [appeal] = textOf(received).meetings[0]?.appeals ?? [];
if (!appeal) throw new Error("There is an appeal.");
const answered = imported(received, { appeals: [{ ...appeal, repliedOn: "2027-03-25" }] });
const { protocol: itsProtocol } = textOf(drawnUp).meetings[0] ?? {};
const drawnLater = imported(received, { protocol: { ...itsProtocol, drawnUpOn: "2027-03-24", signatures: [] } });
const reply = (repliedOn: string): Step => ["reply-appeal", { appeal: "A-1", repliedOn }, "2027-03-20"];
const held = imported(planned, { status: "held" });
const off = imported(planned, { status: "cancelled", cancelledOn: "2027-03-10" });
const cancel = (cancelledOn: string, when: string): Step => ["cancel-meeting", { meeting: "m1", cancelledOn }, when];

describe("what a file dates in the future has not happened", () => {
  table([
    ["so it is recorded on the day it happens", answered, reply("2027-03-20"), []],
    ["so it cannot be in the future", answered, reply("2027-03-21"), ["repliedOn: in-the-future"]],
    ["so a meeting can be cancelled that a file calls held", held, cancel("2027-03-01", "2027-03-01"), []],
    [
      "so a meeting is not held before it begins",
      held,
      ["confirm-held", { meeting: "m1" }, "2027-03-12 14:59"],
      ["meeting: not-begun"],
    ],
    ["so a meeting can be moved", off, ["move-meeting", { meeting: "m1", startsAt: "16:00" }, "2027-03-09"], []],
    ["so a meeting can be cancelled before", off, cancel("2027-03-09", "2027-03-09"), []],
    ["so a meeting is cancelled although a file has its protocol", drawnLater, cancel("2027-03-01", "2027-03-01"), []],
    [
      "so a meeting is moved beyond the day of the protocol that a file has",
      drawnLater,
      ["move-meeting", { meeting: "m1", date: "2027-03-26" }, "2027-03-01"],
      [],
    ],
    [
      "so a meeting is owed what it is waived of, until it is cancelled",
      off,
      [
        "waive",
        { obligation: "notice", subject: "m1", reason: "Карантин", from: "2027-03-09" },
        "2027-03-09",
        "superior",
      ],
      [],
    ],
    ["but from its day on it has", off, cancel("2027-03-10", "2027-03-10"), ["meeting: already-cancelled"]],
    [
      "and so it has of a reply",
      answered,
      ["reply-appeal", { appeal: "A-1", repliedOn: "2027-03-25" }, "2027-03-25"],
      ["repliedOn: already-recorded"],
    ],
  ]);

  it("so a meeting that is moved to another day is held there once somebody confirms it", () => {
    const status = (step: Step) => textOf(from(held, step)).meetings[0]?.status;
    expect(status(["move-meeting", { meeting: "m1", date: "2027-03-09" }, "2027-03-09 16:00"])).toBe("planned");
    expect(status(["move-meeting", { meeting: "m1", startsAt: "16:00" }, "2027-03-09 16:00"])).toBe("held");
  });

  it("and what is recorded takes its place", () => {
    const [found] = textOf(from(answered, reply("2027-03-19"))).meetings[0]?.appeals ?? [];
    expect(found?.repliedOn).toBe("2027-03-19");
    const moved = from(off, ["move-meeting", { meeting: "m1", startsAt: "16:00" }, "2027-03-09"]);
    expect(textOf(moved).meetings[0]).toMatchObject({ status: "planned", startsAt: "16:00" });
  });
});

describe("what a file dates in the future and nobody records anew stays", () => {
  const second = { ...appeal, number: "A-2", repliedOn: "2027-03-30" };
  const records = { number: "7", registeredOn: "2027-03-26" };
  const { protocol } = textOf(drawnUp).meetings[0] ?? {};
  const whole = imported(received, {
    ...{ protocol: { ...protocol, drawnUpOn: "2027-03-24", signatures: [] }, records },
    appeals: [{ ...appeal, repliedOn: "2027-03-25", registeredOn: "2027-03-26" }, second],
  });

  it("the other appeal's reply, this one's later facts, the protocol and the records of the same meeting", () => {
    const before = textOf(whole).meetings[0];
    const [first, ...others] = before?.appeals ?? [];
    expect(textOf(from(whole, reply("2027-03-19"))).meetings).toEqual([
      { ...before, appeals: [{ ...first, repliedOn: "2027-03-19" }, ...others] },
    ]);
  });

  it("what the file says of another meeting, when one is cancelled; of that one nothing that cannot be", () => {
    const other = {
      ...textOf(held).meetings[0],
      id: "m2",
      date: "2027-03-15",
      appeals: [{ ...second, number: "A-3", receivedOn: "2027-03-15" }],
    };
    const two = Dossier.parse({
      ...textOf(held),
      meetings: [...textOf(imported(whole, { status: "held" })).meetings, other],
    });
    const after = textOf(from(two, cancel("2027-03-01", "2027-03-01"))).meetings;
    expect(after[0]).toMatchObject({ id: "m1", status: "cancelled", appeals: [] });
    expect(after[0]?.protocol).toBeUndefined();
    expect(after[1]).toEqual(other);
  });
});

describe("what a file brings in stays as it is", () => {
  const later = imported(received, { appeals: [{ ...appeal, receivedAt: "18:00" }] });
  const { protocol } = textOf(drawnUp).meetings[0] ?? {};
  if (!protocol) throw new Error("There is a protocol.");
  const complete: Step = ["complete-decision", { meeting: "m1", decision: "d1", doneOn: "2027-03-14" }, "2027-03-20"];
  const one = { name: "Ким А.", signedOn: "2027-03-12" };
  const alone = imported(drawnUp, {
    protocol: {
      ...protocol,
      signatures: [
        { ...one, role: "head" },
        { ...one, role: "secretary" },
      ],
    },
  });
  table([
    [
      "an appeal of a later hour, when it is registered",
      later,
      ["register-appeal", { appeal: "A-1", registeredOn: "2027-03-12" }, "2027-03-12 16:00"],
      [],
    ],
    [
      "two signatures of one person, when something is taken back",
      from(alone, complete),
      ["correct", { path: "meetings/m1/protocol/decisions/d1/doneOn", reason: "Опечатка" }, "2027-03-20"],
      [],
    ],
    ["two signatures of one person, when a decision is done", alone, complete, []],
    [
      "a signature of the head, when another signs",
      imported(drawnUp, { protocol: { ...protocol, signatures: [{ ...one, role: "head" }] } }),
      sign("secretary", "Ли В."),
      [],
    ],
  ]);
});
