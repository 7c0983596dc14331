import { describe, expect, it } from "vitest";
import { dossierOf, fullNotice, heldOn, type MeetingText, meetingOn, protocolOf } from "../support/facts.ts";
import { factsWith } from "../support/refused.ts";
import { slotsIn, sweepAll, toldOf, worldOf } from "../support/sweeps.ts";

const M = "2027-03-12";
const having = (...meetings: MeetingText[]) => worldOf(factsWith([dossierOf(meetings)]));
const run = (from: string, to: string, ...meetings: MeetingText[]) => sweepAll(having(...meetings), slotsIn(from, to));

describe("the ladder of a notice that is never published", () => {
  const lines = run("2027-02-15", "2027-04-30", meetingOn(M));

  it("reminds the officer, escalates when overdue and once it is beyond cure; two stages of one moment are one", () => {
    expect(toldOf(lines, "officer@pb-1.example", "PB-1 notice m1")).toEqual([
      "2027-02-22T09:00 target-7",
      "2027-02-26T09:00 target-1",
      "2027-03-01T09:00 target",
      "2027-03-03T09:00 due+1wd",
      "2027-03-12T09:00 breach",
    ]);
  });

  it("tells the superior from the first working day overdue, the ministry when nothing can cure it", () => {
    expect(toldOf(lines, "head@dp-1.example", "PB-1 notice m1")).toEqual([
      "2027-03-03T09:00 due+1wd",
      "2027-03-12T09:00 breach",
    ]);
    expect(toldOf(lines, "staff@mia.example", "PB-1 notice m1")).toEqual(["2027-03-12T09:00 breach"]);
    expect(toldOf(lines, "apex@mia.example", "PB-1 notice m1")).toEqual([]);
  });

  it("does not bother officers of other bodies", () => {
    expect(toldOf(lines, "officer@dp-1.example", "PB-1 notice m1")).toEqual([]);
  });
});

describe("a finding that is closed", () => {
  it("is written no more from the day on which it was met", () => {
    const lines = run("2027-02-15", "2027-04-30", meetingOn(M, { notices: [fullNotice("2027-03-03", M)] }));
    expect(toldOf(lines, "officer@pb-1.example", "PB-1 notice m1")).toEqual([
      "2027-02-22T09:00 target-7",
      "2027-02-26T09:00 target-1",
      "2027-03-01T09:00 target",
    ]);
  });

  it("stops repeating once the protocol is signed", () => {
    const late = protocolOf(M, {
      drawnUpOn: "2027-03-31",
      signatures: [
        { role: "head", name: "А. А.", signedOn: "2027-04-01" },
        { role: "secretary", name: "Б. Б.", signedOn: "2027-03-31" },
      ],
    });
    const lines = run("2027-03-12", "2027-06-30", heldOn(M, { protocol: late }));
    expect(toldOf(lines, "officer@pb-1.example", "PB-1 protocol m1").at(-1)).toBe("2027-03-25T09:00 repeat-1");
  });
});

describe("repeats", () => {
  const report = sweepAll(
    worldOf(factsWith()),
    slotsIn("2027-03-01", "2028-02-29").filter((slot) => slot.endsWith("09:00")),
  );

  it("of a missing report come after 14, 14, 28, 28, … days, to the apex, until the campaign ends", () => {
    expect(toldOf(report, "apex@mia.example", "PB-1 report dossier")).toEqual([
      "2027-04-14T09:00 due+10wd",
      "2027-04-28T09:00 repeat-1",
      "2027-05-12T09:00 repeat-2",
      "2027-06-09T09:00 repeat-3",
      "2027-07-07T09:00 repeat-4",
      "2027-08-04T09:00 repeat-5",
      "2027-09-01T09:00 repeat-6",
      "2027-09-29T09:00 repeat-7",
      "2027-10-27T09:00 repeat-8",
      "2027-11-24T09:00 repeat-9",
      "2027-12-22T09:00 repeat-10",
    ]);
  });

  it("go to the roles of the last stage, so to the officer as well", () => {
    expect(toldOf(report, "officer@pb-1.example", "PB-1 report dossier").slice(0, 6)).toEqual([
      "2027-03-10T09:00 target-21",
      "2027-03-19T09:00 target-11",
      "2027-04-01T09:00 due+1wd",
      "2027-04-05T09:00 due+3wd",
      "2027-04-14T09:00 due+10wd",
      "2027-04-28T09:00 repeat-1",
    ]);
  });

  it("move to the next working day, while the following ones are counted from the day before the move", () => {
    const lines = run("2027-02-24", "2027-05-31", meetingOn("2027-02-24"));
    expect(toldOf(lines, "staff@mia.example", "PB-1 protocol m1")).toEqual([
      "2027-03-01T09:00 due+3wd",
      "2027-03-09T09:00 repeat-1",
      "2027-03-16T09:00 repeat-2",
      "2027-03-25T09:00 repeat-3",
      "2027-04-19T09:00 repeat-4",
      "2027-05-17T09:00 repeat-5",
    ]);
  });

  it("do not come for a ladder without gaps", () => {
    const lines = run("2027-03-12", "2027-12-31", meetingOn(M));
    expect(toldOf(lines, "staff@mia.example", "PB-1 venue m1")).toEqual([]);
    expect(toldOf(lines, "officer@pb-1.example", "PB-1 venue m1")).toEqual(["2027-03-12T09:00 breach"]);
  });
});

describe("the stage of a breach", () => {
  const at = (slot: string) => toldOf(sweepAll(having(meetingOn(M)), [slot]), "officer@pb-1.example", "PB-1 notice m1");

  it("can still be written 14 days later, not on the 15th", () => {
    expect(at("2027-03-26T21:00")).toEqual(["2027-03-26T21:00 breach late"]);
    expect(at("2027-03-29T09:00")).toEqual([]);
  });
});
