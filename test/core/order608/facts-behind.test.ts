import { expect, test } from "vitest";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { factsBehind } from "../../../core/order608/facts-behind.ts";
import { dossierOf, fullNotice, heldOn, meetingOn, place, protocolOf, raisedOn } from "../support/facts.ts";

const held = "2027-03-12";
const appeal = raisedOn(held);
const taken = { id: "d1", text: "Свет" };
const parts = {
  notices: [fullNotice("2027-02-20", held)],
  invitation: { sentOn: "2027-02-20", forDate: held, groups: [] },
  venue: { checkedOn: "2027-02-20", place: place.ru, hygienic: true, capacity: 300 },
  expectedParticipants: 200,
  content: { readyOn: "2027-03-01", sections: [1] },
  readiness: { checkedOn: "2027-03-01", inPerson: true, clearedOfSecrets: true, orderPlanned: true },
  protocol: protocolOf(held, { decisions: [taken] }),
  records: { number: "7", registeredOn: "2027-03-15" },
};
const { decisions: _none, ...undecided } = protocolOf("2027-02-26");
const schedule = { approvedOn: "2027-01-15" };
const dossier = dossierOf(
  [
    meetingOn("2027-02-26", { id: "m0", protocol: undecided }),
    heldOn(held, { ...parts, appeals: [raisedOn(held, { number: "A-0" }), appeal] }),
  ],
  { schedule },
);

const first = { id: "m0", date: "2027-02-26", startsAt: "15:00", place, status: "planned" };
const meeting = { ...first, id: "m1", date: held, status: "held" };
const behind = (obligation: ObligationId, subject: string) =>
  factsBehind({ body: "PB-1", campaign: 2027, obligation, subject }, dossier);

test.each([
  ["schedule", "dossier", { schedule, meetings: [first, meeting] }],
  ["report", "dossier", { meetings: [first, meeting] }],
  ["notice", "m1", { meeting, notices: parts.notices }],
  ["invitation", "m1", { meeting, invitation: parts.invitation }],
  ["venue", "m1", { meeting, venue: parts.venue, expectedParticipants: 200 }],
  ["content", "m1", { meeting, content: parts.content }],
  ["readiness", "m1", { meeting, readiness: parts.readiness }],
  ["protocol", "m1", { meeting, protocol: parts.protocol, appeals: ["A-0", "A-1"] }],
  ["records", "m1", { meeting, records: parts.records }],
  ["registration", "A-1", { appeal }],
  ["reply", "A-1", { appeal }],
  ["transfer", "A-1", { appeal }],
  ["extension-notice", "A-1", { appeal }],
  ["redirection", "A-1", { appeal }],
  ["decision", "m1/d1", { meeting, decision: taken }],
] as const)("behind %s of %s stands what it looked at, and nothing else", (obligation, subject, expected) => {
  expect(behind(obligation, subject)).toEqual(expected);
});

test("nothing stands behind what the dossier does not have", () => {
  expect(behind("notice", "m9")).toEqual({});
  expect(behind("decision", "m1/d9")).toEqual({});
  expect(behind("decision", "m0/d1")).toEqual({});
  expect(behind("reply", "A-9")).toEqual({ appeal: undefined });
});
