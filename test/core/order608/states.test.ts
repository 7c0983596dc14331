import { describe, expect, it } from "vitest";
import { day } from "../../../core/calendar/day.ts";
import { isCommandName } from "../../../core/dossier/commands/command-name.ts";
import { Dossier, type DossierText } from "../../../core/dossier/dossier.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { defaultPolicy, policyWith } from "../../../core/order608/default-policy.ts";
import { evaluateBody } from "../../../core/order608/evaluate.ts";
import { obligations } from "../../../core/order608/obligations/all.ts";
import { moment, standing, workdays } from "../support/evaluate.ts";
import { aBody, dossierOf, fullNotice, heldOn, meetingOn, place, protocolOf, raisedOn } from "../support/facts.ts";
import { judges } from "../support/table.ts";

const waiver = (
  obligation: ObligationId,
  subject: string,
  from: string,
  to?: string,
): DossierText["waivers"][number] => ({
  obligation,
  subject,
  reason: "Чрезвычайное положение",
  by: "MIA",
  from,
  ...(to && { to }),
});
const waived = (from: string, to?: string) =>
  dossierOf([meetingOn("2027-03-12")], { waivers: [waiver("notice", "m1", from, to)] });

describe("a waiver", () => {
  judges("notice m1", [
    ["does not cover the day before it", waived("2027-03-05", "2027-03-08"), "2027-03-04", { state: "overdue" }],
    ["covers its first day", waived("2027-03-05", "2027-03-08"), "2027-03-05", { state: "waived" }],
    ["covers its last day", waived("2027-03-05", "2027-03-08"), "2027-03-08", { state: "waived" }],
    ["does not cover the day after", waived("2027-03-05", "2027-03-08"), "2027-03-09", { state: "overdue" }],
    ["without an end covers every later day", waived("2027-03-05"), "2027-12-31", { state: "waived" }],
    [
      "comes before any other state and hides nothing that is missing",
      waived("2027-03-05"),
      "2027-03-12",
      { state: "waived", metOn: null, missing: ["date", "place", "questions", "schedule", "startsAt"] },
    ],
    [
      "leaves the day on which it was met after all",
      {
        ...waived("2027-03-05"),
        meetings: [meetingOn("2027-03-12", { notices: [fullNotice("2027-03-03", "2027-03-12")] })],
      },
      "2027-03-12",
      { state: "waived", metOn: "2027-03-03", missing: [] },
    ],
    [
      "covers only its own obligation",
      { ...waived("2027-03-05"), waivers: [waiver("venue", "m1", "2027-01-01")] },
      "2027-03-05",
      { state: "overdue" },
    ],
    [
      "covers only its own subject",
      { ...waived("2027-03-05"), waivers: [waiver("notice", "m2", "2027-01-01")] },
      "2027-03-05",
      { state: "overdue" },
    ],
    [
      "may be one of several",
      {
        ...waived("2027-03-05"),
        waivers: [waiver("notice", "m1", "2027-01-01", "2027-01-02"), waiver("notice", "m1", "2027-03-05")],
      },
      "2027-03-05",
      { state: "waived" },
    ],
  ]);
});

const everything = dossierOf([
  heldOn("2027-03-12", {
    protocol: protocolOf("2027-03-12", { decisions: [{ id: "d1", text: "Осветить двор" }], appeals: ["A-1"] }),
    appeals: [
      raisedOn("2027-03-12", { competence: "mixed", extension: { decidedOn: "2027-03-16", until: "2027-05-14" } }),
      raisedOn("2027-03-13", { number: "A-2", route: "complaint" }),
    ],
  }),
]);

describe("every obligation", () => {
  it("is judged where it is owed, in the order in which a campaign meets them", () => {
    const judged = new Set(standing(everything, "2027-03-19").names.map((name) => name.split(" ")[1]));
    expect([...judged]).toEqual(ObligationId.options);
    expect(obligations.map(({ id }) => id)).toEqual(ObligationId.options);
  });

  it("names the clause that it rests on", () => {
    for (const { id, clause } of obligations) expect(clause, id).toMatch(/^(APPC )?\d/);
  });

  it("is recorded, where one step records it, by a command that there is", () => {
    const steps = obligations.flatMap(({ recordedBy }) => recordedBy ?? []);
    expect(steps.length).toBeGreaterThan(0);
    expect(obligations.filter(({ recordedBy }) => recordedBy !== undefined && !isCommandName(recordedBy))).toEqual([]);
  });

  it("has no problem, holds no reminder and waits for no hour unless its rule says so", () => {
    const dossier = Dossier.parse(dossierOf([meetingOn("2027-03-12")]));
    const circumstances = { now: moment("2027-03-01"), workdays, policy: defaultPolicy };
    const { findings, settled, failed } = evaluateBody(aBody(), [dossier], circumstances);
    const of = (id: ObligationId) => findings.find(({ obligation }) => obligation === id);
    const plain = { problems: [], remindersHeld: false, notBefore: null };
    expect(of("notice")).toMatchObject(plain);
    expect(of("protocol")).toMatchObject({ ...plain, notBefore: { day: day("2027-03-12"), minutes: 17 * 60 } });
    expect(of("report")).toMatchObject({ ...plain, remindersHeld: true });
    expect({ settled, failed }).toEqual({ settled: [], failed: [] });
  });

  it("lacks something exactly as long as it is not met", () => {
    const appeal = raisedOn("2027-03-12", {
      ...{ kind: "complaint", route: "complaint", registeredOn: "2027-03-12", repliedOn: "2027-03-18" },
      transferredOn: "2027-03-16",
    });
    const extended = raisedOn("2027-03-12", {
      number: "A-2",
      registeredOn: "2027-03-12",
      extension: { decidedOn: "2027-03-16", until: "2027-05-14", notifiedOn: "2027-03-17" },
    });
    const small = { checkedOn: "2027-03-01", place: place.ru, hygienic: false, capacity: 10 };
    const verdicts = [
      dossierOf([], { schedule: { approvedOn: "2027-01-20" } }),
      dossierOf([heldOn("2027-03-12", { appeals: [appeal, extended], venue: small })]),
      everything,
    ].flatMap((dossier) => Object.values(standing(dossier, "2027-03-19").findings));
    expect(verdicts.filter(({ metOn }) => metOn !== null).length).toBeGreaterThan(5);
    expect(verdicts.filter(({ metOn, missing }) => (metOn === null) !== missing.length > 0)).toEqual([]);
  });

  it("has a subject that the meeting, the appeal or the decision names", () => {
    expect(standing(everything, "2027-03-19").names).toEqual(
      expect.arrayContaining([
        "2027 notice m1",
        "2027 reply A-1",
        "2027 transfer A-2",
        "2027 decision m1/d1",
        "2027 report dossier",
      ]),
    );
  });

  it("is owed for no cancelled meeting", () => {
    const cancelled = dossierOf([meetingOn("2027-03-12", { status: "cancelled", cancelledOn: "2027-03-05" })]);
    expect(standing(cancelled, "2027-03-05").names).toEqual(["2027 schedule dossier", "2027 report dossier"]);
    expect(standing(cancelled, "2027-03-04").names).toContain("2027 notice m1");
  });

  it("shows the days left until it is due, negative once it is past", () => {
    const left = (on: string) => standing(dossierOf([]), on).findings["report dossier"]?.daysLeft;
    expect([left("2027-03-30"), left("2027-03-31"), left("2027-04-01")]).toEqual([1, 0, -1]);
  });
});

describe("the due state", () => {
  judges("report dossier", [
    [
      "begins with the earliest reminder of the ladder in force",
      dossierOf([]),
      "2027-03-01",
      { state: "due" },
      policyWith({ ladder: { report: { stages: [{ at: "target-40", to: ["head"] }] } } }),
    ],
    [
      "moves to the working day before with its stage",
      dossierOf([]),
      "2027-03-12",
      { state: "due" },
      policyWith({ ladder: { report: { stages: [{ at: "target-16", to: ["head"] }] } } }),
    ],
    [
      "does not begin a day before that",
      dossierOf([]),
      "2027-03-11",
      { state: "upcoming" },
      policyWith({ ladder: { report: { stages: [{ at: "target-16", to: ["head"] }] } } }),
    ],
    [
      "is the due day alone where no stage reminds",
      dossierOf([]),
      "2027-03-30",
      { state: "upcoming" },
      policyWith({ ladder: { report: { stages: [{ at: "due+1wd", to: ["head"] }] } } }),
    ],
  ]);

  judges("report dossier", [
    [
      "is there on the due day, though nothing but escalations follows",
      dossierOf([]),
      "2027-03-31",
      { state: "due" },
      policyWith({ ladder: { report: { stages: [{ at: "due+1wd", to: ["head"] }] } } }),
    ],
    [
      "begins with the earliest reminder, wherever the ladder lists it",
      dossierOf([]),
      "2027-03-10",
      { state: "due" },
      policyWith({
        ladder: {
          report: {
            stages: [
              { at: "target-11", to: ["head"] },
              { at: "target-21", to: ["head"] },
              { at: "target-1", to: ["head"] },
            ],
          },
        },
      }),
    ],
  ]);

  judges("venue m1", [
    [
      "is the due day even without any stage",
      dossierOf([meetingOn("2027-03-12")]),
      "2027-03-11",
      { state: "due" },
      policyWith({ ladder: { venue: { stages: [] } } }),
    ],
    [
      "and not the day before it",
      dossierOf([meetingOn("2027-03-12")]),
      "2027-03-10",
      { state: "upcoming" },
      policyWith({ ladder: { venue: { stages: [] } } }),
    ],
  ]);
});
