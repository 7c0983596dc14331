import { expect, test } from "vitest";
import { dossierOf, heldOn, type MeetingText, meetingOn, protocolOf, raisedOn } from "../support/facts.ts";
import { changed, factsOfMeeting, factsWith, refusedIn } from "../support/refused.ts";

const M = "2027-03-12";
const AT = "dossiers.0.meetings.0";
const cancelled = (more: Partial<MeetingText> = {}) =>
  factsOfMeeting(meetingOn(M, { status: "cancelled", cancelledOn: "2027-03-05", ...more }));
const decision = { id: "d1", text: "Осветить двор" };
const empty = (path: string) => changed(factsWith([dossierOf([meetingOn(M)])]), path, " ");
const waiver = {
  obligation: "report",
  subject: "dossier",
  reason: "ЧП",
  by: "MIA",
  from: M,
  to: "2027-03-11",
} as const;

test.each([
  ["a second dossier", factsWith([dossierOf([]), dossierOf([])]), 'dossiers.1.campaign: repeats "PB-1 2027"'],
  ["an unknown body", factsWith([dossierOf([], { body: "PB-9" })]), 'dossiers.0.body: names the unknown body "PB-9"'],
  [
    "a campaign long ago",
    factsWith([dossierOf([], { campaign: 1999 })]),
    "dossiers.0.campaign: is not a campaign's year",
  ],
  [
    "a campaign far away",
    factsWith([dossierOf([], { campaign: 3000 })]),
    "dossiers.0.campaign: is not a campaign's year",
  ],
  [
    "a second meeting of one id",
    factsWith([dossierOf([meetingOn(M), meetingOn(M)])]),
    'dossiers.0.meetings.1.id: repeats "m1"',
  ],
  [
    "a second appeal of one number",
    factsOfMeeting(heldOn(M, { appeals: [raisedOn(M), raisedOn(M)] })),
    `${AT}.appeals.1.number: repeats "A-1"`,
  ],
  [
    "a second decision of one id",
    factsOfMeeting(heldOn(M, { protocol: protocolOf(M, { decisions: [decision, decision] }) })),
    `${AT}.protocol.decisions.1.id: repeats "d1"`,
  ],
  [
    "a waiver that ends too early",
    factsWith([dossierOf([], { waivers: [waiver] })]),
    "dossiers.0.waivers.0.to: lies before `from`",
  ],
  ["an empty text", empty(`${AT}.place.ru`), `${AT}.place.ru: must not be empty`],
  [
    "a cancelled meeting without a day",
    factsOfMeeting(meetingOn(M, { status: "cancelled" })),
    `${AT}.cancelledOn: is required when the meeting is cancelled`,
  ],
  ["its protocol", cancelled({ protocol: protocolOf(M) }), `${AT}.protocol: a cancelled meeting has no protocol`],
  [
    "its records",
    cancelled({ records: { number: "7", registeredOn: M } }),
    `${AT}.records: a cancelled meeting has no records`,
  ],
  ["its appeals", cancelled({ appeals: [raisedOn(M)] }), `${AT}.appeals: a cancelled meeting has no appeals`],
  [
    "a cancellation of a planned meeting",
    factsOfMeeting(meetingOn(M, { cancelledOn: "2027-03-05" })),
    `${AT}.cancelledOn: is given, but the meeting's status is not \`cancelled\``,
  ],
  [
    "a cancellation after the day",
    cancelled({ cancelledOn: "2027-03-13" }),
    `${AT}.cancelledOn: lies after the meeting's date`,
  ],
  [
    "a protocol before the meeting",
    factsOfMeeting(heldOn(M, { protocol: protocolOf(M, { drawnUpOn: "2027-03-11", signatures: [] }) })),
    `${AT}.protocol.drawnUpOn: lies before the meeting's date`,
  ],
  [
    "a signature before the protocol",
    factsOfMeeting(heldOn(M, { protocol: { ...protocolOf(M), drawnUpOn: "2027-03-13" } })),
    `${AT}.protocol.signatures.0.signedOn: lies before the protocol's \`drawnUpOn\``,
    `${AT}.protocol.signatures.1.signedOn: lies before the protocol's \`drawnUpOn\``,
  ],
  [
    "an unknown appeal",
    factsOfMeeting(heldOn(M, { protocol: protocolOf(M, { appeals: ["A-9"] }) })),
    `${AT}.protocol.appeals.0: lists the unknown appeal "A-9"`,
  ],
  [
    "a reply before the appeal",
    factsOfMeeting(heldOn(M, { appeals: [raisedOn(M, { repliedOn: "2027-03-11" })] })),
    `${AT}.appeals.0.repliedOn: lies before \`receivedOn\``,
  ],
  [
    "an extension to a day before its decision",
    factsOfMeeting(
      heldOn(M, { appeals: [raisedOn(M, { extension: { decidedOn: "2027-03-20", until: "2027-03-19" } })] }),
    ),
    `${AT}.appeals.0.extension.until: lies before \`decidedOn\``,
  ],
  [
    "fewer than nobody",
    factsOfMeeting(meetingOn(M, { expectedParticipants: -1 })),
    `${AT}.expectedParticipants: must not be negative`,
  ],
  [
    "fewer than nobody at the meeting",
    factsOfMeeting(heldOn(M, { protocol: protocolOf(M, { participants: -1 }) })),
    `${AT}.protocol.participants: must not be negative`,
  ],
  [
    "sections that p. 6 does not have",
    factsOfMeeting(meetingOn(M, { content: { readyOn: M, sections: [0, 11] } })),
    `${AT}.content.sections.0: is no section of p. 6 (1–10)`,
    `${AT}.content.sections.1: is no section of p. 6 (1–10)`,
  ],
])("a file with %s is told so in words", (_what, facts, ...sentences) => {
  expect(refusedIn(facts)).toEqual(sentences);
});

test("a campaign is one of this millennium", () => {
  const of = (campaign: number) => refusedIn(factsWith([dossierOf([], { campaign })]));
  expect([of(2000), of(2999)]).toEqual([[], []]);
});
