import { describe, expect, it, test } from "vitest";
import { Appeal, routeOf } from "../../../core/dossier/appeal.ts";
import { isRule } from "../../../core/dossier/commands/rule.ts";
import { kindOfSubject, ObligationId } from "../../../core/dossier/obligation-id.ts";
import { heldOn, meetingOn, noticeOf, raisedOn } from "../support/facts.ts";
import { factsOfMeeting, refusedIn } from "../support/refused.ts";

const M = "2027-03-12";
const accepted = (facts: unknown) => expect(refusedIn(facts)).toEqual([]);
const raised = (more: object) => factsOfMeeting(heldOn(M, { appeals: [raisedOn(M, more)] }));

describe("a file may use every word of the format", () => {
  test.each(["complaint", "proposal", "remark"])("an appeal is a %s", (kind) => accepted(raised({ kind })));
  test.each(["full", "partial", "none"])("answered at the meeting: %s", (answered) => accepted(raised({ answered })));
  test.each(["police", "other", "mixed"])("of the competence: %s", (competence) => accepted(raised({ competence })));
  test.each(["application", "complaint", "simplified"])("of the route: %s", (route) => accepted(raised({ route })));

  test.each(["press", "broadcast", "web"] as const)("a notice is published by %s", (channel) => {
    accepted(factsOfMeeting(meetingOn(M, { notices: [{ ...noticeOf(M, {}), channel }] })));
  });

  it("an invitation goes to the ten groups of p. 4 and 11", () => {
    const groups = [
      ...(["local-executive", "maslikhat", "public", "health", "labour"] as const),
      ...(["education", "agriculture", "housing", "organisations", "media"] as const),
    ];
    accepted(factsOfMeeting(meetingOn(M, { invitation: { sentOn: M, forDate: M, groups } })));
  });
});

describe("the route of an appeal", () => {
  const routed = (more: object) => routeOf(Appeal.parse(raisedOn(M, more)));

  it("is the one that was named", () => {
    expect(routed({ kind: "complaint", route: "simplified" })).toBe("simplified");
    expect(routed({ kind: "remark", route: "complaint" })).toBe("complaint");
  });

  it("is that of the shorter term where nobody named one", () => {
    expect(["complaint", "proposal", "remark"].map((kind) => routed({ kind }))).toEqual([
      "application",
      "simplified",
      "simplified",
    ]);
  });
});

test("the fifteen obligations are owed for what SPEC 4 says", () => {
  expect(kindOfSubject).toEqual({
    ...{ schedule: "dossier", report: "dossier", notice: "meeting", invitation: "meeting", venue: "meeting" },
    ...{ content: "meeting", readiness: "meeting", protocol: "meeting", registration: "appeal", reply: "appeal" },
    ...{ transfer: "appeal", "extension-notice": "appeal", redirection: "appeal", records: "meeting" },
    decision: "decision",
  });
  expect(ObligationId.options).toEqual(Object.keys(kindOfSubject));
});

test("the code of a rule is told from other words", () => {
  expect(["frozen", "personal-data", "waive", "", undefined, 1].map(isRule)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
