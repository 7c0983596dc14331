import { describe, expect, it } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { findCandidates } from "../../../core/escalation/candidates.ts";
import { findingName } from "../../../core/escalation/closings.ts";
import { heldAsWhole } from "../../../core/escalation/fire.ts";
import { addToTold, type Told } from "../../../core/escalation/told.ts";
import { policyWith } from "../../../core/order608/default-policy.ts";
import { workdays } from "../support/evaluate.ts";
import { type AppealText, dossierOf, heldOn, meetingOn, raisedOn } from "../support/facts.ts";
import { factsWith } from "../support/refused.ts";
import {
  candidatesAt,
  evaluatedAt,
  type Memory,
  slotOf,
  slotsIn,
  sweepAll,
  sweepSlot,
  toldOf,
  worldOf,
} from "../support/sweeps.ts";

const officer = "officer@pb-1.example";
const raised = (more: Partial<AppealText>) =>
  worldOf(
    factsWith([
      dossierOf([heldOn("2027-03-12", { appeals: [raisedOn("2027-03-12", { registeredOn: "2027-03-12", ...more })] })]),
    ]),
  );

describe("a new due day", () => {
  it("starts the ladder anew", () => {
    const world = raised({ extension: { decidedOn: "2027-04-08", until: "2027-05-14" } });
    expect(toldOf(sweepAll(world, slotsIn("2027-03-12", "2027-05-18")), officer, "PB-1 reply A-1")).toEqual([
      "2027-04-01T09:00 target-5wd",
      "2027-04-06T09:00 target-2wd",
      "2027-05-05T09:00 target-5wd",
      "2027-05-12T09:00 target-2wd",
      "2027-05-14T09:00 target",
      "2027-05-17T09:00 due+1wd",
    ]);
  });

  it("forgets nothing of the old one, should it come back", () => {
    const memory: Memory = new Map();
    const before = worldOf(factsWith([dossierOf([meetingOn("2027-03-12")])]));
    const moved = worldOf(factsWith([dossierOf([meetingOn("2027-03-16")])]));
    const told = (world: typeof before, slot: string) =>
      toldOf(sweepSlot(world, slot, memory), officer, "PB-1 notice m1");
    expect(told(before, "2027-02-26T09:00")).toEqual(["2027-02-26T09:00 target-1"]);
    expect(told(moved, "2027-02-26T18:00")).toEqual(["2027-02-26T18:00 target-7 late"]);
    expect(told(before, "2027-02-26T21:00")).toEqual([]);
  });
});

describe("a ladder that was changed", () => {
  const facts = factsWith([dossierOf([meetingOn("2027-03-12")])]);
  const notice = (...stages: string[]) =>
    policyWith({ ladder: { notice: { stages: stages.map((at) => ({ at, to: ["officer"] })) } } });

  it("goes on after the moment at which a stage that it has lost was written", () => {
    const memory: Memory = new Map();
    sweepSlot(worldOf(facts, { policy: notice("target-6", "target") }), "2027-02-23T09:00", memory);
    const changed = worldOf(facts, { policy: notice("target-7", "target-4", "target") });
    const told = ["2027-02-23T18:00", "2027-02-25T09:00", "2027-03-01T09:00"].flatMap((slot) =>
      toldOf(sweepSlot(changed, slot, memory), officer, "PB-1 notice m1"),
    );
    expect(told).toEqual(["2027-02-25T09:00 target-4", "2027-03-01T09:00 target"]);
  });
});

describe("what a recipient was told", () => {
  const item = { body: "PB-1", campaign: 2027, obligation: "notice", subject: "m1", due: day("2027-03-02") } as const;

  it("is remembered by finding and due day, its end until it is told again", () => {
    const told: Told = new Map();
    addToTold(told, { slot: slotOf("2027-02-22T09:00"), items: [{ ...item, stage: "target-7" }], closed: [] });
    addToTold(told, {
      slot: slotOf("2027-02-23T09:00"),
      items: [],
      closed: [item, { ...item, subject: "never told" }],
    });
    expect([...told.values()].map(({ closed, stages }) => ({ closed, stages: stages.length }))).toEqual([
      { closed: true, stages: 1 },
    ]);
    addToTold(told, { slot: slotOf("2027-02-26T09:00"), items: [{ ...item, stage: "target-1" }], closed: [] });
    expect([...told.values()][0]).toMatchObject({
      closed: false,
      stages: [{ stage: "target-7" }, { stage: "target-1" }],
    });
  });
});

describe("what is not written", () => {
  const reasons = (slot: string, world = worldOf(factsWith([dossierOf([meetingOn("2027-03-12")])]))) =>
    [...candidatesAt(world, slot).held.keys()].sort();

  it("says why", () => {
    expect(reasons("2027-01-05T09:00")).toEqual(["upcoming"]);
    const late = worldOf(factsWith([dossierOf([heldOn("2027-03-12", { startsAt: "17:30" })])]));
    expect(reasons("2027-03-12T18:00", late)).toContain("not-yet");
    expect(reasons("2027-03-12T18:00", late)).toContain("closed");
    expect(reasons("2027-03-30T09:00", late)).toContain("stage-passed");
  });

  it("is counted once: a finding is either written to somebody or held, for one reason", () => {
    const world = worldOf(factsWith([dossierOf([meetingOn("2027-03-12")])]));
    for (const slot of ["2027-02-26T09:00", "2027-03-01T09:00", "2027-03-12T18:00", "2027-03-13T09:00"]) {
      const findings = evaluatedAt(world, slotOf(slot)).flatMap((evaluated) => evaluated.findings);
      const { byRecipient, held } = candidatesAt(world, slot);
      const fires = new Set([...byRecipient.values()].flat().map(({ finding }) => findingName(finding)));
      expect([...held.values()].reduce((sum, count) => sum + count, fires.size)).toBe(findings.length);
    }
  });

  it("waits for a planned meeting only while it is a reminder", () => {
    const [report] = evaluatedAt(worldOf(factsWith([dossierOf([meetingOn("2027-03-31")])])), slotOf("2027-03-19T09:00"))
      .flatMap(({ findings }) => findings)
      .filter(({ obligation, body }) => obligation === "report" && body === "PB-1");
    if (!report) throw new Error("There is no report.");
    expect(heldAsWhole(report)).toBe("report-planned");
    expect(heldAsWhole({ ...report, state: "overdue" })).toBeNull();
    expect(heldAsWhole({ ...report, remindersHeld: false })).toBeNull();
  });

  it("hides no fault that is none of the calendar's years", () => {
    const world = worldOf(factsWith([dossierOf([meetingOn("2027-03-12")])]));
    const broken = (): never => {
      throw new RangeError("broken");
    };
    const bodies = evaluatedAt(world, slotOf("2027-03-01T09:00"));
    const context = { ...world, workdays: { ...workdays, isWorking: broken } };
    expect(() => findCandidates(bodies, context)).toThrow("broken");
  });
});
