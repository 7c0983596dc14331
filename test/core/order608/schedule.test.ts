import { describe, expect, it } from "vitest";
import { policyWith } from "../../../core/order608/default-policy.ts";
import { standing } from "../support/evaluate.ts";
import { dossierOf, heldOn, meetingOn } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const cancelled = meetingOn("2027-03-12", { status: "cancelled", cancelledOn: "2027-02-01" });
const approved = (approvedOn: string, meetings = [meetingOn("2027-03-12")]) =>
  dossierOf(meetings, { schedule: { approvedOn } });
const lateDue = policyWith({ scheduleDue: "03-15" });

describe("the schedule (p. 8(1))", () => {
  passesThrough("schedule dossier", dossierOf([]), [
    ["2027-01-17", "upcoming"],
    ["2027-01-18", "due"],
    ["2027-02-01", "due"],
    ["2027-02-02", "overdue"],
    ["2027-03-31", "overdue"],
    ["2027-04-01", "breached"],
    ["2027-12-31", "breached"],
  ]);

  judges("schedule dossier", [
    [
      "without anything needs approval and a meeting",
      dossierOf([]),
      "2027-02-01",
      { due: "2027-02-01", target: "2027-02-01", missing: ["approval", "meeting"], metOn: null, daysLeft: 0 },
    ],
    [
      "with a meeting needs approval only",
      dossierOf([meetingOn("2027-03-12")]),
      "2027-02-01",
      { missing: ["approval"] },
    ],
    ["approved without a meeting needs one", approved("2027-01-20", []), "2027-02-01", { missing: ["meeting"] }],
    ["approved before its due day is met", approved("2027-01-31"), "2027-02-05", { state: "met", metOn: "2027-01-31" }],
    ["approved on its due day is met", approved("2027-02-01"), "2027-02-05", { state: "met", missing: [] }],
    ["approved the day after is late", approved("2027-02-02"), "2027-02-05", { state: "late", metOn: "2027-02-02" }],
    ["approved tomorrow is not approved yet", approved("2027-02-02"), "2027-02-01", { state: "due", metOn: null }],
    ["a cancelled meeting counts as one", approved("2027-01-20", [cancelled]), "2027-02-01", { state: "met" }],
    ["approved on the last day of March is late", approved("2027-03-31"), "2027-04-05", { state: "late" }],
    [
      "approved on 1 April is beyond cure",
      approved("2027-04-01"),
      "2027-04-05",
      { state: "breached", metOn: null, missing: ["approval"] },
    ],
  ]);

  judges("schedule dossier", [
    [
      "a meeting 10 days after 1 February moves nothing",
      dossierOf([meetingOn("2027-02-11")]),
      "2027-01-02",
      { due: "2027-02-01" },
    ],
    [
      "a meeting one day earlier is due one day earlier",
      dossierOf([meetingOn("2027-02-10")]),
      "2027-01-02",
      { due: "2027-01-31" },
    ],
    [
      "the earliest meeting decides, also when it was recorded first",
      dossierOf([meetingOn("2027-01-29", { id: "m2" }), meetingOn("2027-03-12")]),
      "2027-01-02",
      { due: "2027-01-19", target: "2027-01-19" },
    ],
    [
      "the earliest meeting decides",
      dossierOf([meetingOn("2027-03-12"), meetingOn("2027-01-29", { id: "m2" })]),
      "2027-01-02",
      { due: "2027-01-19", target: "2027-01-19" },
    ],
    [
      "a cancelled meeting does not",
      dossierOf([meetingOn("2027-01-29", { status: "cancelled", cancelledOn: "2027-01-05" })]),
      "2027-01-05",
      { due: "2027-02-01" },
    ],
    [
      "until it is cancelled it does",
      dossierOf([meetingOn("2027-01-29", { status: "cancelled", cancelledOn: "2027-01-05" })]),
      "2027-01-04",
      { due: "2027-01-19" },
    ],
    [
      "a meeting of any date decides, even of the year before",
      dossierOf([meetingOn("2026-12-30")]),
      "2027-01-02",
      { due: "2026-12-20", state: "overdue" },
    ],
    [
      "over New Year",
      dossierOf([meetingOn("2027-01-10")]),
      "2027-01-01",
      { due: "2026-12-31", state: "overdue", daysLeft: -1 },
    ],
    [
      "the due day stays on a holiday",
      dossierOf([meetingOn("2027-01-11")]),
      "2027-01-01",
      { due: "2027-01-01", state: "due" },
    ],
    [
      "of a later policy on 29 February",
      dossierOf([meetingOn("2028-03-10")], { campaign: 2028 }),
      "2028-02-29",
      { due: "2028-02-29", state: "due" },
      lateDue,
    ],
    [
      "of a later policy on 28 February, where there is no 29th",
      dossierOf([meetingOn("2027-03-10")]),
      "2027-02-28",
      { due: "2027-02-28", state: "due" },
      lateDue,
    ],
  ]);

  judges("schedule dossier", [
    [
      "approved the day before the report is late",
      approved("2027-01-28", [heldOn("2027-01-29")]),
      "2027-02-01",
      { due: "2027-01-19", state: "late", metOn: "2027-01-28" },
    ],
    [
      "approved on the day of the report is beyond cure",
      approved("2027-01-29", [heldOn("2027-01-29")]),
      "2027-02-01",
      { state: "breached", metOn: null, missing: ["approval"] },
    ],
    [
      "before the report begins it is still overdue",
      dossierOf([heldOn("2027-01-29")]),
      "2027-01-29T14:59",
      { state: "overdue" },
    ],
    [
      "from its beginning on it is breached",
      dossierOf([heldOn("2027-01-29")]),
      "2027-01-29T15:00",
      { state: "breached" },
    ],
    [
      "a meeting held before the campaign's year is no report and breaches nothing",
      approved("2027-01-05", [heldOn("2026-12-30")]),
      "2027-01-10",
      { due: "2026-12-20", state: "late", metOn: "2027-01-05" },
    ],
    [
      "a report after 1 April changes nothing",
      approved("2027-04-02", [heldOn("2027-04-05")]),
      "2027-05-01",
      { state: "breached" },
    ],
    [
      "a policy may set another end",
      dossierOf([]),
      "2027-03-01",
      { state: "breached" },
      policyWith({ scheduleEnds: "03-01" }),
    ],
  ]);

  it("ends with its campaign's year", () => {
    expect(standing(dossierOf([]), "2027-12-31").names).toContain("2027 schedule dossier");
    expect(standing(dossierOf([]), "2028-01-01").names).not.toContain("2027 schedule dossier");
  });
});
