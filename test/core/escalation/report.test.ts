import { describe, expect, it } from "vitest";
import { dossierOf, heldOn, type MeetingText, meetingOn } from "../support/facts.ts";
import { factsWith } from "../support/refused.ts";
import { candidatesAt, slotsIn, sweepAll, toldOf, worldOf } from "../support/sweeps.ts";

const told = (...meetings: MeetingText[]) =>
  toldOf(
    sweepAll(worldOf(factsWith([dossierOf(meetings)])), slotsIn("2027-03-01", "2027-04-06")),
    "head@dp-1.example",
    "PB-1 report dossier",
  );

describe("the reminders of the report", () => {
  it("come when nothing is planned, to the superior too", () => {
    expect(told()).toEqual([
      "2027-03-10T09:00 target-21",
      "2027-03-19T09:00 target-11",
      "2027-04-01T09:00 due+1wd",
      "2027-04-05T09:00 due+3wd",
    ]);
  });

  it("are held while a meeting is planned by the end of March", () => {
    expect(told(heldOn("2027-03-31"))).toEqual([]);
    const { held } = candidatesAt(worldOf(factsWith([dossierOf([meetingOn("2027-03-31")])])), "2027-03-19T09:00");
    expect(held.get("report-planned")).toBe(1);
  });

  it("come when the meeting planned lies after the end of March", () => {
    expect(told(meetingOn("2027-04-01")).slice(0, 2)).toEqual([
      "2027-03-10T09:00 target-21",
      "2027-03-19T09:00 target-11",
    ]);
  });

  it("come when the day planned has passed without a report, the last of them, late", () => {
    expect(told(meetingOn("2027-03-25"))).toEqual([
      "2027-03-26T09:00 target-11 late",
      "2027-04-01T09:00 due+1wd",
      "2027-04-05T09:00 due+3wd",
    ]);
  });

  it("are held on the day planned as well", () => {
    expect(told(meetingOn("2027-03-31"))).toEqual(["2027-04-01T09:00 due+1wd", "2027-04-05T09:00 due+3wd"]);
  });

  it("come when the meeting planned is cancelled", () => {
    const cancelled = meetingOn("2027-03-26", { status: "cancelled", cancelledOn: "2027-03-18" });
    expect(told(cancelled).slice(0, 2)).toEqual(["2027-03-18T09:00 target-21 late", "2027-03-19T09:00 target-11"]);
  });

  it("are held for one of several meetings", () => {
    expect(told(meetingOn("2027-03-05"), meetingOn("2027-03-31", { id: "m2" })).slice(0, 1)).toEqual([
      "2027-04-01T09:00 due+1wd",
    ]);
  });

  it("are not needed once it is held", () => {
    expect(told(heldOn("2027-03-09"))).toEqual([]);
  });

  it("leave the state as it is: the report is still due", () => {
    const { held } = candidatesAt(worldOf(factsWith([dossierOf([meetingOn("2027-03-31")])])), "2027-03-09T09:00");
    expect(held.get("report-planned")).toBeUndefined();
  });
});
