import { describe, expect, it } from "vitest";
import { policyWith } from "../../../core/order608/default-policy.ts";
import {
  contact,
  departmentText,
  districtText,
  dossierOf,
  heldOn,
  type MeetingText,
  meetingOn,
  ministryText,
  raisedOn,
} from "../support/facts.ts";
import { factsWith } from "../support/refused.ts";
import { candidatesAt, slotsIn, sweepAll, sweepSlot, toldOf, worldOf } from "../support/sweeps.ts";

const M = "2027-03-12";
const having = (...meetings: MeetingText[]) => worldOf(factsWith([dossierOf(meetings)]));
const officer = "officer@pb-1.example";
const told = (slots: string[], what = "PB-1 notice m1", ...meetings: MeetingText[]) =>
  toldOf(sweepAll(having(...(meetings.length > 0 ? meetings : [meetingOn(M)])), slots), officer, what);

describe("catching up", () => {
  it("writes only the last of the stages that were missed, marked late", () => {
    expect(told(["2027-03-01T18:00"])).toEqual(["2027-03-01T18:00 target late"]);
  });

  it("does not mark late what no earlier slot could have carried", () => {
    expect(told(["2027-03-01T09:00"])).toEqual(["2027-03-01T09:00 target"]);
  });

  it("leaves out reminders once the due day is past", () => {
    expect(told(["2027-03-03T09:00"])).toEqual(["2027-03-03T09:00 due+1wd"]);
    expect(told(["2027-03-05T09:00"])).toEqual(["2027-03-05T09:00 due+1wd late"]);
  });

  it("goes on with the next stage, not with those that were passed over", () => {
    expect(told(["2027-02-26T21:00", "2027-03-01T18:00", "2027-03-02T09:00", "2027-03-12T18:00"])).toEqual([
      "2027-02-26T21:00 target-1 late",
      "2027-03-01T18:00 target late",
      "2027-03-12T18:00 breach late",
    ]);
  });

  it("tells the reasons apart", () => {
    const lines = sweepAll(having(meetingOn(M)), [
      "2027-02-22T09:00",
      "2027-02-26T09:00",
      "2027-03-01T09:00",
      "2027-03-05T09:00",
    ]);
    const reasons = lines
      .filter(({ to, what }) => to === officer && what === "PB-1 notice m1")
      .map(({ reason }) => reason);
    expect(reasons).toEqual(["first", "caught-up", "next-stage", "caught-up"]);
  });

  it("has a reason of its own for a repeat that comes in its time", () => {
    const slots = ["2027-03-18T09:00", "2027-03-25T09:00"];
    const lines = sweepAll(having(meetingOn(M)), slots).filter(
      ({ to, what }) => to === officer && what === "PB-1 protocol m1",
    );
    expect(lines.map(({ stage, reason }) => `${stage} ${reason}`)).toEqual(["due+3wd caught-up", "repeat-1 repeat"]);
  });

  it("tells who takes over a role what that role alone was told", () => {
    const stages = [
      { at: "target-7", to: ["officer"] },
      { at: "target-6", to: ["head"] },
    ];
    const contacts = [contact("officer", officer), contact("head", officer, { from: "2027-02-25" })];
    const world = worldOf(
      {
        bodies: [
          ministryText,
          departmentText,
          { ...districtText, contacts: [contact("head", "old@pb-1.example", { to: "2027-02-24" }), ...contacts] },
        ],
        dossiers: [dossierOf([meetingOn(M)])],
      },
      { policy: policyWith({ ladder: { notice: { stages } } }) },
    );
    const lines = sweepAll(world, ["2027-02-24T09:00", "2027-02-25T09:00", "2027-02-25T18:00"]);
    expect(toldOf(lines, officer, "PB-1 notice m1")).toEqual([
      "2027-02-24T09:00 target-7 late",
      "2027-02-25T09:00 target-6 late",
    ]);
  });

  it("still escalates what is long overdue: only a breach is told for some days alone", () => {
    const policy = policyWith({ ladder: { protocol: { stages: [{ at: "due+1wd", to: ["officer"] }], every: [] } } });
    const lines = sweepAll(worldOf(factsWith([dossierOf([meetingOn(M)])]), { policy }), ["2027-06-18T09:00"]);
    expect(toldOf(lines, officer, "PB-1 protocol m1")).toEqual(["2027-06-18T09:00 due+1wd late"]);
  });

  it("writes the last repeat alone after a long silence", () => {
    expect(told(["2027-04-09T18:00"], "PB-1 protocol m1")).toEqual(["2027-04-09T18:00 repeat-3 late"]);
  });

  it("tells somebody new of the last stage only", () => {
    const bodies = [
      ministryText,
      departmentText,
      {
        ...districtText,
        contacts: [contact("officer", officer), contact("head", "new@pb-1.example", { from: "2027-03-16" })],
      },
    ];
    const lines = sweepAll(
      worldOf({ bodies, dossiers: [dossierOf([meetingOn(M)])] }),
      slotsIn("2027-03-10", "2027-03-31"),
    );
    expect(toldOf(lines, "new@pb-1.example", "PB-1 protocol m1")).toEqual([
      "2027-03-16T09:00 due+1wd",
      "2027-03-18T09:00 due+3wd",
      "2027-03-25T09:00 repeat-1",
    ]);
    expect(toldOf(lines, "new@pb-1.example", "PB-1 notice m1")).toEqual(["2027-03-16T09:00 breach late"]);
  });
});

describe("a late sweep", () => {
  it("carries its own slot's stages, but judges today", () => {
    const memory = new Map();
    // The slot of 9 on the target day, swept three days later, when the notice is overdue: its stage has not come.
    expect(
      sweepSlot(having(meetingOn(M)), "2027-03-01T09:00", memory, "2027-03-04T08:00").filter(
        ({ what }) => what === "PB-1 notice m1",
      ),
    ).toEqual([]);
    // The last slot of the first day overdue, swept after midnight.
    const late = sweepSlot(having(meetingOn(M)), "2027-03-03T21:00", memory, "2027-03-04T00:30");
    expect(toldOf(late, officer, "PB-1 notice m1")).toEqual(["2027-03-03T21:00 due+1wd late"]);
  });

  it("after midnight is quiet when today is", () => {
    const lines = sweepSlot(having(meetingOn(M)), "2027-03-12T21:00", new Map(), "2027-03-13T00:30");
    expect(lines).toEqual([]);
  });
});

describe("a day that is not a working day", () => {
  const saturday = meetingOn("2027-03-13");

  it("carries stages of that very day", () => {
    expect(told(slotsIn("2027-03-13", "2027-03-13"), "PB-1 notice m1", saturday)).toEqual(["2027-03-13T09:00 breach"]);
  });

  it("carries nothing that was missed: that waits for the next working day", () => {
    expect(told(["2027-03-14T09:00", "2027-03-15T21:00", "2027-03-16T09:00"], "PB-1 notice m1", saturday)).toEqual([
      "2027-03-16T09:00 breach late",
    ]);
  });

  it("carries its own stage though an earlier one was missed, which is then passed over", () => {
    const sunday = heldOn("2027-02-28", { appeals: [raisedOn("2027-02-28")] });
    const policyDays = told(["2027-02-28T18:00", "2027-02-28T21:00", "2027-03-01T09:00"], "PB-1 protocol m1", sunday);
    expect(policyDays).toEqual([
      "2027-02-28T18:00 due@18:00",
      "2027-02-28T21:00 due@21:00",
      "2027-03-01T09:00 due+1wd",
    ]);
  });

  it("gives the quiet day as its reason", () => {
    const { held } = candidatesAt(having(meetingOn(M)), "2027-03-13T09:00");
    expect(held.get("quiet-day")).toBeGreaterThan(0);
  });
});
