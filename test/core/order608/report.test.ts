import { describe, expect, it } from "vitest";
import { standing } from "../support/evaluate.ts";
import { dossierOf, heldOn, meetingOn } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

describe("the report (p. 4)", () => {
  passesThrough("report dossier", dossierOf([]), [
    ["2027-01-01", "upcoming"],
    ["2027-03-09", "upcoming"],
    ["2027-03-10", "due"],
    ["2027-03-31", "due"],
    ["2027-04-01", "overdue"],
    ["2027-12-31", "overdue"],
  ]);

  judges("report dossier", [
    [
      "needs a held meeting by the end of March",
      dossierOf([]),
      "2027-03-19",
      { due: "2027-03-31", target: "2027-03-31", missing: ["held-meeting"], metOn: null, daysLeft: 12 },
    ],
    [
      "held on the last day is met",
      dossierOf([heldOn("2027-03-31")]),
      "2027-04-05",
      { state: "met", metOn: "2027-03-31", missing: [] },
    ],
    [
      "held the day before is met",
      dossierOf([heldOn("2027-03-30")]),
      "2027-04-05",
      { state: "met", metOn: "2027-03-30" },
    ],
    [
      "held the day after is late",
      dossierOf([heldOn("2027-04-01")]),
      "2027-04-05",
      { state: "late", metOn: "2027-04-01" },
    ],
    ["held in summer is late, never breached", dossierOf([heldOn("2027-07-01")]), "2027-07-02", { state: "late" }],
    [
      "held on 1 January is met",
      dossierOf([heldOn("2027-01-01")]),
      "2027-01-01",
      { state: "met", metOn: "2027-01-01" },
    ],
    [
      "held on 31 December is not of this year",
      dossierOf([heldOn("2026-12-31")]),
      "2027-04-05",
      { state: "overdue", metOn: null },
    ],
    [
      "is met on the earliest of several",
      dossierOf([heldOn("2027-04-12"), heldOn("2027-03-12", { id: "m2" }), heldOn("2026-12-31", { id: "m3" })]),
      "2027-05-01",
      { state: "met", metOn: "2027-03-12" },
    ],
    [
      "held on 29 February is met",
      dossierOf([heldOn("2028-02-29")], { campaign: 2028 }),
      "2028-03-01",
      { metOn: "2028-02-29" },
    ],
    ["held later today is not held yet", dossierOf([heldOn("2027-03-31")]), "2027-03-31T14:59", { state: "due" }],
    [
      "is met from the moment the meeting begins",
      dossierOf([heldOn("2027-03-31")]),
      "2027-03-31T15:00",
      { state: "met" },
    ],
    [
      "planned and past is not held: somebody must confirm it",
      dossierOf([meetingOn("2027-03-12")]),
      "2027-04-01",
      { state: "overdue" },
    ],
    [
      "held twice is met on the earlier day, in whatever order they are recorded",
      dossierOf([heldOn("2027-03-05", { id: "m2" }), heldOn("2027-03-12")]),
      "2027-03-19",
      { state: "met", metOn: "2027-03-05" },
    ],
    [
      "cancelled is not held",
      dossierOf([meetingOn("2027-03-12", { status: "cancelled", cancelledOn: "2027-03-12" })]),
      "2027-04-01",
      { state: "overdue", missing: ["held-meeting"] },
    ],
  ]);

  it("is seen to be missing where no dossier exists at all", () => {
    expect(standing([], "2027-04-01").findings["report dossier"]).toMatchObject({ state: "overdue", campaign: 2027 });
  });

  it("ends with its campaign's year", () => {
    expect(standing(dossierOf([]), "2028-01-01").names).toEqual(["2028 schedule dossier", "2028 report dossier"]);
  });
});
