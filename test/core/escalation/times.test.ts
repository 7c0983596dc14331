import { describe, expect, it, test } from "vitest";
import { policyWith } from "../../../core/order608/default-policy.ts";
import { departmentText, districtText, dossierOf, fullNotice, meetingOn, ministryText } from "../support/facts.ts";
import { factsWith } from "../support/refused.ts";
import { slotsIn, sweepAll, toldOf, worldOf } from "../support/sweeps.ts";

const protocolLines = (date: string, startsAt: string, more: { zone?: string; policy?: unknown } = {}) => {
  const bodies = [ministryText, departmentText, { ...districtText, zone: more.zone ?? "Asia/Almaty" }];
  const facts = {
    bodies,
    dossiers: [dossierOf([meetingOn(date, { startsAt })], { campaign: Number(date.slice(0, 4)) })],
  };
  const lines = sweepAll(worldOf(facts, { policy: policyWith(more.policy ?? {}) }), slotsIn(date, date));
  return toldOf(lines, "officer@pb-1.example", "PB-1 protocol m1").map((line) => line.slice(11));
};

describe("a stage of the protocol with a time of day", () => {
  test.each([
    ["10:00", ["18:00 due@18:00", "21:00 due@21:00"], "long before both"],
    ["16:00", ["18:00 due@18:00", "21:00 due@21:00"], "two hours before the first exactly"],
    ["16:01", ["21:00 due@21:00"], "one minute less: the first waits and gives way to the second"],
    ["18:00", ["21:00 due@21:00"], "two hours before the end of the day"],
    ["19:00", ["21:00 due@21:00"], "two hours before the last slot exactly"],
    ["19:01", [], "past the last slot: not that day"],
    ["23:30", [], "past midnight: not that day"],
  ])("of a meeting at %s comes at %j: %s", (startsAt, expected) => {
    expect(protocolLines("2027-03-12", startsAt)).toEqual(expected);
  });

  it("comes on the very day, were it a Saturday or a holiday", () => {
    expect(protocolLines("2027-03-13", "10:00")).toEqual(["18:00 due@18:00", "21:00 due@21:00"]);
    expect(protocolLines("2027-03-15", "10:00")).toEqual(["18:00 due@18:00", "21:00 due@21:00"]);
  });

  it("waits as many hours as the policy says", () => {
    expect(protocolLines("2027-03-12", "16:01", { policy: { protocolHours: 1.5 } })).toEqual([
      "18:00 due@18:00",
      "21:00 due@21:00",
    ]);
    expect(protocolLines("2027-03-12", "18:00", { policy: { protocolHours: 0 } })).toEqual([
      "18:00 due@18:00",
      "21:00 due@21:00",
    ]);
    expect(protocolLines("2027-03-12", "10:00", { policy: { protocolHours: 9 } })).toEqual(["21:00 due@21:00"]);
  });

  it("waits by the body's clocks, which were an hour behind in Aqtobe until March 2024", () => {
    const zone = "Asia/Aqtobe";
    expect(protocolLines("2024-02-20", "15:00", { zone })).toEqual(["18:00 due@18:00", "21:00 due@21:00"]);
    expect(protocolLines("2024-02-20", "15:01", { zone })).toEqual(["21:00 due@21:00"]);
    expect(protocolLines("2024-02-20", "18:01", { zone })).toEqual([]);
    expect(protocolLines("2024-03-12", "15:01", { zone })).toEqual(["18:00 due@18:00", "21:00 due@21:00"]);
  });

  it("comes at its own time without any slot before it", () => {
    const policy = {
      slots: ["08:00", "12:30", "20:00"],
      ladder: { protocol: { stages: [{ at: "due@12:30", to: ["officer"] }] } },
    };
    const lines = sweepAll(
      worldOf(factsWith([dossierOf([meetingOn("2027-03-12", { startsAt: "09:00" })])]), { policy: policyWith(policy) }),
      ["2027-03-12T08:00", "2027-03-12T12:30", "2027-03-12T20:00"],
    );
    expect(toldOf(lines, "officer@pb-1.example", "PB-1 protocol m1")).toEqual(["2027-03-12T12:30 due@12:30"]);
  });
});

describe("a stage without a time of day", () => {
  it("comes at 09:00, so not in an earlier slot", () => {
    const policy = policyWith({ slots: ["08:00", "10:00"] });
    const world = worldOf(factsWith([dossierOf([meetingOn("2027-03-12")])]), { policy });
    const lines = sweepAll(world, ["2027-03-01T08:00", "2027-03-01T10:00"]);
    expect(toldOf(lines, "officer@pb-1.example", "PB-1 notice m1")).toEqual([
      "2027-03-01T08:00 target-1 late",
      "2027-03-01T10:00 target",
    ]);
  });
});

describe("a time of day after the last slot", () => {
  const policy = policyWith({ ladder: { notice: { stages: [{ at: "target@22:00", to: ["officer"] }] } } });
  const world = worldOf(factsWith([dossierOf([meetingOn("2027-03-12")])]), { policy });
  const told = (slot: string) => toldOf(sweepAll(world, [slot]), "officer@pb-1.example", "PB-1 notice m1");

  it("is carried by the next working day's first slot, and is late after it", () => {
    expect(told("2027-03-01T21:00")).toEqual([]);
    expect(told("2027-03-02T09:00")).toEqual(["2027-03-02T09:00 target@22:00"]);
    expect(told("2027-03-02T18:00")).toEqual(["2027-03-02T18:00 target@22:00 late"]);
  });

  it("is not late in a sweep later that day, which no slot demanded", () => {
    expect(told("2027-03-01T23:00")).toEqual(["2027-03-01T23:00 target@22:00"]);
  });
});

describe("a time of day on another ladder", () => {
  it("waits for no meeting", () => {
    const policy = policyWith({ ladder: { notice: { stages: [{ at: "target@18:00", to: ["officer"] }] } } });
    const world = worldOf(
      factsWith([dossierOf([meetingOn("2027-03-12", { notices: [fullNotice("2027-03-02", "2027-03-12")] })])]),
      { policy },
    );
    const lines = sweepAll(world, slotsIn("2027-03-01", "2027-03-02"));
    expect(toldOf(lines, "officer@pb-1.example", "PB-1 notice m1")).toEqual(["2027-03-01T18:00 target@18:00"]);
  });
});
