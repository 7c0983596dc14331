import { describe, expect, it, test } from "vitest";
import { formatDay } from "../../../core/calendar/day.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { joinPath } from "../../../core/dossier/fact-path.ts";
import { matchFacts, recordedFacts } from "../../../core/dossier/recorded-facts.ts";
import { dossierOf, heldOn, meetingOn, noticeOf, protocolOf, raisedOn } from "../support/facts.ts";

const M = "2027-03-12";
const extension = { decidedOn: "2027-03-18", until: "2027-05-14", notifiedOn: "2027-03-19" };
const appeal = raisedOn(M, {
  ...{ receivedAt: "15:20", route: "application", registeredOn: "2027-03-13", extension },
  ...{ transferredOn: "2027-03-14", repliedOn: "2027-03-20" },
  ...{ redirectedOn: "2027-03-15", initiatorNotifiedOn: "2027-03-16" },
});
const protocol = protocolOf(M, {
  drawnUpOn: "2027-03-13",
  decisions: [
    { id: "d1", text: "Осветить двор", dueOn: "2027-04-01", doneOn: "2027-03-30" },
    { id: "d2", text: "Починить дорогу" },
  ],
  appeals: ["A-1"],
  signatures: [
    { role: "secretary", name: "А. А.", signedOn: "2027-03-13" },
    { role: "head", name: "Б. Б.", signedOn: "2027-03-14" },
    { role: "head", name: "В. В.", signedOn: "2027-03-15" },
  ],
});
const prepared = {
  expectedParticipants: 100,
  invitation: { sentOn: "2027-03-01", forDate: M, groups: [] },
  venue: { checkedOn: "2027-03-02", place: "Клуб", hygienic: true, capacity: 100 },
  content: { readyOn: "2027-03-03", sections: [1] },
  readiness: { checkedOn: "2027-03-04", inPerson: true, clearedOfSecrets: true, orderPlanned: false },
  notices: [noticeOf("2027-02-20", {}), noticeOf("2027-02-21", {})],
};
const text = dossierOf(
  [
    heldOn(M, { ...prepared, protocol, records: { number: "7", registeredOn: "2027-03-16" }, appeals: [appeal] }),
    meetingOn("2027-03-19", { id: "m2", status: "cancelled", cancelledOn: "2027-03-05" }),
  ],
  {
    schedule: { approvedOn: "2027-01-15", number: "1" },
    waivers: [{ obligation: "notice", subject: "m1", reason: "ЧП", by: "MIA", from: "2027-01-01" }],
  },
);
const whole = Dossier.parse(text);
const dayOf = (on: Parameters<typeof formatDay>[0] | null): string | null => on && formatDay(on);

/** A fact that is the day itself. */
const itself = (path: string, on: string, follows: string | null) => [path, on, path, follows];

const signature = (name: string, on: string) => {
  const path = `meetings/m1/protocol/signatures/${name}`;
  return [path, on, `${path}/signedOn`, "drawn-up 2027-03-13"];
};

/** Every fact: its path, its day, the field that holds this day, and after what it must come. */
const facts = [
  ["schedule", "2027-01-15", "schedule/approvedOn", null],
  ["meetings/m1", null, "meetings/m1", null],
  itself("meetings/m1/status", M, `meeting ${M}`),
  ["meetings/m1/invitation", "2027-03-01", "meetings/m1/invitation/sentOn", null],
  ["meetings/m1/venue", "2027-03-02", "meetings/m1/venue/checkedOn", null],
  ["meetings/m1/content", "2027-03-03", "meetings/m1/content/readyOn", null],
  ["meetings/m1/readiness", "2027-03-04", "meetings/m1/readiness/checkedOn", null],
  ["meetings/m1/notices/0", "2027-02-20", "meetings/m1/notices/0/publishedOn", null],
  ["meetings/m1/notices/1", "2027-02-21", "meetings/m1/notices/1/publishedOn", null],
  ["meetings/m1/protocol", "2027-03-13", "meetings/m1/protocol/drawnUpOn", `meeting ${M}`],
  signature("secretary", "2027-03-13"),
  signature("head", "2027-03-14"),
  signature("2", "2027-03-15"),
  itself("meetings/m1/protocol/decisions/d1/doneOn", "2027-03-30", `meeting ${M}`),
  ["meetings/m1/records", "2027-03-16", "meetings/m1/records/registeredOn", `meeting ${M}`],
  ["meetings/m1/appeals/A-1", M, "meetings/m1/appeals/A-1/receivedOn", `meeting ${M}`],
  itself("meetings/m1/appeals/A-1/registeredOn", "2027-03-13", `received ${M}`),
  itself("meetings/m1/appeals/A-1/transferredOn", "2027-03-14", `received ${M}`),
  itself("meetings/m1/appeals/A-1/repliedOn", "2027-03-20", `received ${M}`),
  itself("meetings/m1/appeals/A-1/redirectedOn", "2027-03-15", `received ${M}`),
  itself("meetings/m1/appeals/A-1/initiatorNotifiedOn", "2027-03-16", `received ${M}`),
  ["meetings/m1/appeals/A-1/extension", "2027-03-18", "meetings/m1/appeals/A-1/extension/decidedOn", `received ${M}`],
  itself("meetings/m1/appeals/A-1/extension/notifiedOn", "2027-03-19", "decided 2027-03-18"),
  ["meetings/m2", null, "meetings/m2", null],
  itself("meetings/m2/cancelledOn", "2027-03-05", null),
  ["waivers/0", null, "waivers/0", null],
];

describe("the facts of a dossier", () => {
  it("are each known by a path and a day, and by what they follow", () => {
    const found = recordedFacts(whole).map(({ path, on, datedAt, follows }) => [
      ...[joinPath(path), dayOf(on), joinPath(datedAt)],
      follows ? `${follows.event} ${formatDay(follows.on)}` : null,
    ]);
    expect(found).toEqual(facts);
  });

  it("say each their own part of it", () => {
    const values = Object.fromEntries(recordedFacts(whole).map(({ path, value }) => [joinPath(path), value]));
    const [meeting] = whole.meetings;
    const { signatures: _signatures, decisions: _decisions, ...written } = { ...meeting?.protocol };
    expect(values).toMatchObject({
      "meetings/m1/protocol": {
        ...written,
        decisions: [
          { id: "d1", text: "Осветить двор", dueOn: whole.meetings[0]?.protocol?.decisions?.[0]?.dueOn },
          { id: "d2", text: "Починить дорогу" },
        ],
      },
    });
    expect(values["meetings/m1"]).toEqual({
      ...{ date: meeting?.date, startsAt: "15:00", place: meeting?.place, expectedParticipants: 100 },
    });
    expect(values["meetings/m1/protocol"]).not.toHaveProperty("signatures");
    expect(Object.keys(Object(values["meetings/m1/appeals/A-1"])).sort()).toEqual([
      "answered",
      "competence",
      "kind",
      "number",
      "receivedAt",
      "receivedOn",
      "route",
    ]);
    expect(Object.keys(Object(values["meetings/m1/appeals/A-1/extension"]))).toEqual(["decidedOn", "until"]);
  });
});

describe("of two states of a dossier", () => {
  const changedIn = (before: Dossier | null, after: Dossier): string[] =>
    matchFacts(before, after).flatMap(({ fact, unchanged }) => (unchanged ? [] : [joinPath(fact.path)]));

  test("all is new where nothing was", () => {
    expect(changedIn(null, whole)).toEqual(facts.map(([path]) => path));
  });

  test("nothing is new where nothing changed, and a notice is known again under another number", () => {
    expect(changedIn(whole, whole)).toEqual([]);
    const [first, ...others] = text.meetings;
    const fewer = Dossier.parse({
      ...text,
      meetings: [{ ...first, notices: first?.notices.slice(1) }, ...others],
    });
    expect(changedIn(whole, fewer)).toEqual([]);
    expect(changedIn(fewer, whole)).toEqual(["meetings/m1/notices/0"]);
  });

  test("a waiver is known again under another number, and a notice of another meeting is another", () => {
    const [waiver] = text.waivers;
    const two = Dossier.parse({ ...text, waivers: [{ ...waiver, obligation: "venue" }, waiver] });
    expect(changedIn(two, whole)).toEqual([]);
    expect(changedIn(whole, two)).toEqual(["waivers/0"]);
    const [first, second] = text.meetings;
    const told = Dossier.parse({ ...text, meetings: [first, { ...second, notices: prepared.notices }] });
    expect(changedIn(whole, told)).toEqual(["meetings/m2/notices/0", "meetings/m2/notices/1"]);
  });

  test("another last day is another extension, and what was told of it stays", () => {
    const [first, second] = text.meetings;
    const longer = { ...appeal, extension: { ...extension, until: "2027-05-20" } };
    const after = Dossier.parse({ ...text, meetings: [{ ...first, appeals: [longer] }, second] });
    expect(changedIn(whole, after)).toEqual(["meetings/m1/appeals/A-1/extension"]);
  });

  test("a completed decision or another signature changes nothing of what the protocol says", () => {
    const [first, ...others] = text.meetings;
    const open = {
      ...protocol,
      decisions: protocol.decisions?.map(({ doneOn: _done, ...one }) => one),
      signatures: [],
    };
    const before = Dossier.parse({ ...text, meetings: [{ ...first, protocol: open }, ...others] });
    expect(changedIn(before, whole)).toEqual([
      "meetings/m1/protocol/signatures/secretary",
      "meetings/m1/protocol/signatures/head",
      "meetings/m1/protocol/signatures/2",
      "meetings/m1/protocol/decisions/d1/doneOn",
    ]);
  });
});
