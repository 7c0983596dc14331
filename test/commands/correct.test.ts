import { describe, expect, it } from "vitest";
import {
  cancelled,
  empty,
  from,
  give,
  plan,
  planned,
  received,
  rulesOf,
  type Step,
  sign,
  signed,
  table,
  textOf,
} from "./support/steps.ts";

const REASON = "Опечатка";
const set = (path: string, value: unknown, when = "2027-03-20", by?: "superior"): Step => [
  "correct",
  { path, value, reason: REASON },
  when,
  by,
];
const remove = (path: string, when = "2027-03-20", by?: "superior"): Step => [
  "correct",
  { path, reason: REASON },
  when,
  by,
];
const replied = from(received, ["reply-appeal", { appeal: "A-1", repliedOn: "2027-03-15" }, "2027-03-15"]);
const approved = from(empty, ["approve-schedule", { approvedOn: "2027-01-15" }, "2027-01-15"]);
const held = from(planned, ["confirm-held", { meeting: "m1" }, "2027-03-12 15:00"]);
const waived = from(empty, [
  "waive",
  { obligation: "report", subject: "dossier", reason: "Карантин", from: "2027-03-20" },
  "2027-03-20",
  "superior",
]);
const A1 = "meetings/m1/appeals/A-1";

describe("changing a fact", () => {
  table([
    ["a day", replied, set(`${A1}/repliedOn`, "2027-03-16"), []],
    ["to a day to come", replied, set(`${A1}/repliedOn`, "2027-03-21"), ["value: in-the-future"]],
    ["to a day before what it follows", replied, set(`${A1}/repliedOn`, "2027-03-11"), ["value: file-rule"]],
    ["to what is no day", replied, set(`${A1}/repliedOn`, 5), ["value: file-rule"]],
    ["to what it is", replied, set(`${A1}/repliedOn`, "2027-03-15"), ["value: nothing-to-change"]],
    ["so that another breaks its rule", replied, set(`${A1}/receivedOn`, "2027-03-16"), ["path: file-rule"]],
    ["a detail that it lacks", replied, set(`${A1}/route`, "complaint"), []],
    ["a field that there is not", replied, set(`${A1}/name`, "И."), ["path: file-rule"]],
    ["one that was not recorded", received, set(`${A1}/repliedOn`, "2027-03-15"), ["path: unknown-fact"]],
    ["a schedule that was not approved", empty, set("schedule", { approvedOn: "2027-01-15" }), ["path: unknown-fact"]],
    [
      "an appeal that was not received",
      received,
      set("meetings/m1/appeals/A-2/kind", "remark"),
      ["path: unknown-fact"],
    ],
    ["something below a text", received, set(`${A1}/kind/x/y`, "remark"), ["path: unknown-fact"]],
    ["a prototype", received, set("__proto__/x", 1), ["path: unknown-fact"]],
    ["to personal data", approved, set("schedule/number", "a.b@example.kz"), ["value: personal-data"]],
    [
      "without a reason",
      approved,
      ["correct", { path: "schedule/approvedOn", value: "2027-01-16" }, "2027-03-20"],
      ["reason: required"],
    ],
    ["what the dossier is about", approved, set("campaign", 2028), ["path: identity"]],
    ["whose dossier it is", approved, set("body", "DP-11"), ["path: identity"]],
    ["a meeting's id", planned, set("meetings/m1/id", "m2"), ["path: identity"]],
    ["an id of what has none", approved, set("schedule/approvedOn/id", "1"), ["path: unknown-fact"]],
    ["all meetings", planned, set("meetings", []), ["path: not-one-fact"]],
    ["all notices", planned, set("meetings/m1/notices", []), ["path: not-one-fact"]],
    ["all appeals", received, set("meetings/m1/appeals", []), ["path: not-one-fact"]],
    ["notices of what has none", approved, set("schedule/approvedOn/notices", []), ["path: unknown-fact"]],
    ["signatures of what is not signed", planned, set("meetings/m1/records/signatures", []), ["path: unknown-fact"]],
    ["all signatures", signed, set("meetings/m1/protocol/signatures", []), ["path: not-one-fact"]],
    ["a meeting that was not held back to planned", held, set("meetings/m1/status", "planned"), []],
    ["planned to held", planned, set("meetings/m1/status", "held"), ["path: unknown-fact"]],
    ["planned to cancelled", planned, set("meetings/m1/status", "cancelled", "2027-03-01"), ["path: file-rule"]],
    ["cancelled to planned", cancelled, set("meetings/m1/status", "planned", "2027-03-01"), ["path: file-rule"]],
    ["the day of a cancellation", cancelled, set("meetings/m1/cancelledOn", "2027-02-01", "2027-02-03"), []],
  ]);
});

describe("what the population was told", () => {
  const approvedToo = from(planned, ["approve-schedule", { approvedOn: "2027-02-01" }, "2027-02-01"]);
  const two = from(planned, ["plan-meeting", { ...plan, date: "2027-03-26" }, "2027-02-01"]);
  table([
    ["may change before the day", planned, set("meetings/m1/startsAt", "16:00", "2027-03-11"), []],
    [
      "not to a day that has passed",
      planned,
      set("meetings/m1/date", "2027-03-10", "2027-03-11"),
      ["value: in-the-past"],
    ],
    [
      "nor of a cancelled meeting",
      cancelled,
      set("meetings/m1/date", "2027-03-20", "2027-03-11"),
      ["path: already-cancelled"],
    ],
    ["is frozen on the day", planned, set("meetings/m1/startsAt", "16:00", "2027-03-12"), ["path: frozen"]],
    ["is frozen even where a file rule speaks too", signed, set("meetings/m1/date", "2027-03-25"), ["path: frozen"]],
    ["is frozen in each language", planned, set("meetings/m1/place/kk", "Клуб", "2027-03-12"), ["path: frozen"]],
    ["is of no meeting that there is not", planned, set("meetings/m9/date", "2027-03-25"), ["path: unknown-fact"]],
    ["is of meetings alone", approvedToo, set("schedule/m1/date", "2027-03-25"), ["path: unknown-fact"]],
    ["is not frozen of a later meeting", two, set("meetings/m2/date", "2027-03-25"), []],
    ["includes how many were expected", planned, set("meetings/m1/expectedParticipants", 5), ["path: frozen"]],
  ]);
});

describe("removing a fact", () => {
  const notices = from(
    planned,
    ...["2027-02-10", "2027-02-11"].map(
      (publishedOn): Step => [
        "publish-notice",
        { meeting: "m1", publishedOn, channel: "press", outlet: "Газета", announces: {} },
        "2027-02-11",
      ],
    ),
  );
  table([
    ["that is a whole protocol", signed, remove("meetings/m1/protocol"), []],
    ["that stands alone", replied, remove(`${A1}/repliedOn`), []],
    ["that the protocol lists", signed, remove(A1), ["path: file-rule"]],
    ["that is a whole meeting", planned, remove("meetings/m1"), ["path: not-removable"]],
    ["that was not recorded", planned, remove("meetings/m1/protocol/date"), ["path: unknown-fact"]],
    ["that is no optional field", approved, remove("schedule/approvedOn"), ["path: file-rule"]],
    ["by an index past the end", notices, remove("meetings/m1/notices/2"), ["path: unknown-fact"]],
  ]);

  it("takes away the one that its index names", () => {
    const left = from(notices, remove("meetings/m1/notices/0"));
    expect(textOf(left).meetings[0]?.notices.map(({ publishedOn }) => publishedOn)).toEqual(["2027-02-11"]);
  });
});

describe("the signatures of a protocol", () => {
  const signaturesAfter = (...steps: Step[]) =>
    textOf(from(signed, ...steps)).meetings[0]?.protocol?.signatures.map(({ name }) => name);

  it("are void when what it says is corrected", () => {
    expect(signaturesAfter(set("meetings/m1/protocol/participants", 181))).toEqual([]);
    expect(signaturesAfter(set("meetings/m1/protocol/decisions/d1/text", "Другое"))).toEqual([]);
  });

  it("stand when a decision's completion or one of them is corrected", () => {
    const done: Step = ["complete-decision", { meeting: "m1", decision: "d1", doneOn: "2027-03-14" }, "2027-03-14"];
    const completion = set("meetings/m1/protocol/decisions/d1/doneOn", "2027-03-13");
    expect(signaturesAfter(done, completion)).toEqual(["Ким А.", "Иванов Б."]);
    expect(signaturesAfter(set("meetings/m1/protocol/signatures/head/name", "Ли В."))).toEqual(["Ким А.", "Ли В."]);
  });

  it("of another meeting's protocol stand", () => {
    const hour = "2027-03-12 18:00";
    const two = from(
      signed,
      ["plan-meeting", plan, "2027-03-12"],
      ["draw-up-protocol", { meeting: "m2", drawnUpOn: "2027-03-12", participants: 9 }, hour],
      ["sign-protocol", { meeting: "m2", role: "head", name: "Ли В.", signedOn: "2027-03-12" }, hour],
      set("meetings/m1/protocol/participants", 181),
    );
    const signatures = textOf(two).meetings.map(({ protocol }) => protocol?.signatures.map(({ name }) => name));
    expect(signatures).toEqual([[], ["Ли В."]]);
  });

  it("stay those of two people", () => {
    const result = give(signed, set("meetings/m1/protocol/signatures/secretary/name", "Иванов Б."));
    expect(rulesOf(result)).toEqual(["path: same-person"]);
  });

  it("can be given again", () => {
    const again = from(signed, remove("meetings/m1/protocol/signatures/head"), sign("head", "Ли В."));
    expect(textOf(again).meetings[0]?.protocol?.signatures).toHaveLength(2);
  });
});

describe("a waiver", () => {
  table([
    ["is corrected by the superior", waived, set("waivers/0/to", "2027-04-01", "2027-03-20", "superior"), []],
    ["is removed by the superior", waived, remove("waivers/0", "2027-03-20", "superior"), []],
    ["is not corrected by the body", waived, set("waivers/0/to", "2027-04-01"), ["path: own-obligation"]],
    ["is not removed by the body", waived, remove("waivers/0"), ["path: own-obligation"]],
  ]);
});
