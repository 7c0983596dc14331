import { describe, expect, it, test } from "vitest";
import { asOf } from "../../../core/dossier/as-of.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { moment } from "../support/evaluate.ts";
import {
  type AppealText,
  dossierOf,
  heldOn,
  type MeetingText,
  meetingOn,
  noticeOf,
  protocolOf,
  raisedOn,
} from "../support/facts.ts";

const M = "2027-03-12";
const LATER = "2027-03-20";
const seen = (meeting: MeetingText, at: string): MeetingText | undefined =>
  Dossier.encode(asOf(Dossier.parse(dossierOf([meeting])), moment(at))).meetings[0];

const signature = { role: "head", name: "Б. Б.", signedOn: M } as const;
const decision = { id: "d1", text: "Осветить двор" };
const done = { ...decision, doneOn: M };
const drawnUp = protocolOf(M, { decisions: [done, { ...decision, id: "d2" }] });
/** A meeting of which all was done on its day. */
const past = heldOn(M, {
  expectedParticipants: 100,
  invitation: { sentOn: M, forDate: M, groups: [] },
  protocol: drawnUp,
  records: { number: "7", registeredOn: M },
  appeals: [raisedOn(M), raisedOn(M, { number: "A-2", receivedAt: "15:30", route: "complaint", registeredOn: M })],
});
const { records: _filed, ...unfiled } = past;
const { invitation: _sent, ...uninvited } = past;
const { protocol: _drawn, ...unwritten } = past;
const second = (more: Partial<AppealText>): MeetingText => ({
  ...past,
  appeals: past.appeals.map((appeal) => (appeal.number === "A-2" ? { ...appeal, ...more } : appeal)),
});
const extension = { decidedOn: "2027-03-18", until: "2027-05-14" };

describe("of a meeting of which all else is past, is not known before its day", () => {
  test.each<[what: string, whole: MeetingText, before: MeetingText]>([
    ["an invitation", { ...past, invitation: { sentOn: LATER, forDate: M, groups: [] } }, uninvited],
    ["a venue check", { ...past, venue: { checkedOn: LATER, place: "Клуб", hygienic: true, capacity: 9 } }, past],
    ["the content", { ...past, content: { readyOn: LATER, sections: [1] } }, past],
    [
      "the readiness",
      { ...past, readiness: { checkedOn: LATER, inPerson: true, clearedOfSecrets: true, orderPlanned: true } },
      past,
    ],
    ["a notice", { ...past, notices: [noticeOf(M, {}), noticeOf(LATER, {})] }, { ...past, notices: [noticeOf(M, {})] }],
    ["the protocol", { ...past, protocol: { ...drawnUp, drawnUpOn: LATER, signatures: [] } }, unwritten],
    [
      "a signature",
      { ...past, protocol: { ...drawnUp, signatures: [signature, { ...signature, signedOn: LATER }] } },
      { ...past, protocol: { ...drawnUp, signatures: [signature] } },
    ],
    [
      "the completion of a decision",
      { ...past, protocol: { ...drawnUp, decisions: [done, { ...decision, id: "d2", doneOn: LATER }] } },
      { ...past, protocol: { ...drawnUp, decisions: [done, { ...decision, id: "d2" }] } },
    ],
    ["the filing of records", { ...past, records: { number: "7", registeredOn: LATER } }, unfiled],
    ["an appeal", { ...past, appeals: [...past.appeals, raisedOn(LATER, { number: "A-3" })] }, past],
    ["the transfer of an appeal", second({ transferredOn: LATER }), past],
    ["the reply to an appeal", second({ repliedOn: LATER }), past],
    ["the redirection of an appeal", second({ redirectedOn: LATER }), past],
    ["what the initiator was told", second({ initiatorNotifiedOn: LATER }), past],
    ["the extension of an appeal", second({ extension: { ...extension, decidedOn: LATER } }), past],
    [
      "what the initiator was told of the extension",
      second({ extension: { ...extension, notifiedOn: LATER } }),
      second({ extension }),
    ],
    ["that it was held", heldOn(LATER), meetingOn(LATER)],
    [
      "that it was cancelled",
      meetingOn("2027-03-25", { status: "cancelled", cancelledOn: LATER }),
      meetingOn("2027-03-25"),
    ],
  ])("%s", (_what, whole, before) => {
    expect(seen(whole, "2027-03-19")).toEqual(before);
    expect(seen(whole, LATER)).toEqual(whole);
    expect(seen(whole, "2027-03-21")).toEqual(whole);
  });
});

it("what is not decided yet is no fact to come: a protocol without decisions stays as it is", () => {
  const { decisions: _none, ...undecided } = drawnUp;
  const signedLater = { ...undecided, signatures: [{ ...signature, signedOn: LATER }] };
  expect(seen({ ...past, protocol: signedLater }, "2027-03-19")).toEqual({
    ...past,
    protocol: { ...undecided, signatures: [] },
  });
});
