import { describe, expect, it } from "vitest";
import { Dossier } from "../../core/dossier/dossier.ts";
import {
  appealOf,
  cancelled,
  DRAW_UP,
  drawnUp,
  from,
  planned,
  received,
  type Step,
  sign,
  signed,
  table,
  textOf,
} from "./support/steps.ts";

const draw = (fields: object, when = "2027-03-12 17:00"): Step => [
  "draw-up-protocol",
  { meeting: "m1", ...fields },
  when,
];
const done = (fields: object, when = "2027-03-20"): Step => ["complete-decision", { meeting: "m1", ...fields }, when];
const file = (fields: object, when = "2027-03-15"): Step => [
  "register-records",
  { meeting: "m1", number: "12-34", registeredOn: "2027-03-15", ...fields },
  when,
];
const protocolOf = (dossier: typeof signed) => textOf(dossier).meetings[0]?.protocol;

describe("drawing up", () => {
  table([
    ["once the meeting has begun", planned, draw({ drawnUpOn: "2027-03-12" }, "2027-03-12 15:00"), []],
    ["before it", planned, draw({ drawnUpOn: "2027-03-12" }, "2027-03-12 14:59"), ["meeting: not-begun"]],
    ["before its day", planned, draw({ drawnUpOn: "2027-03-11" }), ["drawnUpOn: before-meeting"]],
    ["tomorrow", planned, draw({ drawnUpOn: "2027-03-13" }), ["drawnUpOn: in-the-future"]],
    ["days later", planned, draw({ drawnUpOn: "2027-03-15", date: "2027-03-12" }, "2027-03-15"), []],
    ["about tomorrow", planned, draw({ drawnUpOn: "2027-03-12", date: "2027-03-13" }), ["date: in-the-future"]],
    [
      "with an unknown appeal",
      received,
      draw({ drawnUpOn: "2027-03-12", appeals: ["A-1", "A-2"] }),
      ["appeals.1: unknown-appeal"],
    ],
    [
      "with one id twice",
      planned,
      draw({
        drawnUpOn: "2027-03-12",
        decisions: [
          { id: "d1", text: "а" },
          { id: "d1", text: "б" },
        ],
      }),
      ["decisions.1.id: duplicate"],
    ],
    [
      "with an IIN in a decision",
      planned,
      draw({ drawnUpOn: "2027-03-12", decisions: [{ text: "Помочь заявителю 900101300123" }] }),
      ["decisions.0.text: personal-data"],
    ],
    ["of a cancelled meeting", cancelled, draw({ drawnUpOn: "2027-03-12" }), ["meeting: already-cancelled"]],
  ]);

  it("gives ids that no decision of an earlier text had, and keeps what was completed", () => {
    const completed = from(drawnUp, done({ decision: "d1", doneOn: "2027-03-14" }));
    const decisions = [
      { id: "d1", text: "Установить освещение", dueOn: "2027-04-01" },
      { text: "Отремонтировать дорогу" },
    ];
    const again = from(completed, draw({ drawnUpOn: "2027-03-12", decisions }, "2027-03-20"));
    expect(protocolOf(again)?.decisions).toEqual([
      { id: "d1", text: "Установить освещение", dueOn: "2027-04-01", doneOn: "2027-03-14" },
      { id: "d2", text: "Отремонтировать дорогу" },
    ]);
    const other = from(completed, draw({ drawnUpOn: "2027-03-12", decisions: [{ text: "Другое" }] }, "2027-03-20"));
    expect(protocolOf(other)?.decisions).toEqual([{ id: "d2", text: "Другое" }]);
  });

  it("does not take a decision that now says something else for completed", () => {
    const completed = from(drawnUp, done({ decision: "d1", doneOn: "2027-03-14" }));
    const decisions = [{ id: "d1", text: "Отремонтировать дорогу" }];
    const again = from(completed, draw({ drawnUpOn: "2027-03-12", decisions }, "2027-03-20"));
    expect(protocolOf(again)?.decisions).toEqual(decisions);
  });

  it("gives each of several decisions an id of its own, and keeps those that are given", () => {
    const decisions = [{ text: "Осветить двор" }, { text: "Починить дорогу" }, { id: "мост", text: "Построить мост" }];
    const written = from(planned, draw({ drawnUpOn: "2027-03-12", decisions }));
    expect(protocolOf(written)?.decisions?.map(({ id }) => id)).toEqual(["d1", "d2", "мост"]);
  });

  it("takes no decision for completed that has another id, whatever it says", () => {
    const completed = from(drawnUp, done({ decision: "d1", doneOn: "2027-03-14" }));
    const decisions = [{ id: "d5", text: "Установить освещение" }];
    const again = from(completed, draw({ drawnUpOn: "2027-03-12", decisions }, "2027-03-20"));
    expect(protocolOf(again)?.decisions).toEqual(decisions);
  });

  it("may leave appeals of the meeting out, which the rules then miss", () => {
    const two = from(received, ["receive-appeal", appealOf("A-2"), "2027-03-12 16:00"]);
    const written = from(two, draw({ drawnUpOn: "2027-03-12", appeals: ["A-2"] }));
    expect(protocolOf(written)?.appeals).toEqual(["A-2"]);
  });

  it("anew voids the signatures", () => {
    expect(protocolOf(signed)?.signatures).toHaveLength(2);
    expect(protocolOf(from(signed, DRAW_UP))?.signatures).toEqual([]);
  });
});

describe("signing", () => {
  const byHead = from(drawnUp, sign("head", "Иванов Б."));
  const on = (signedOn: string, when: string): Step => [
    "sign-protocol",
    { meeting: "m1", role: "head", name: "Иванов Б.", signedOn },
    when,
  ];
  table([
    ["in two roles by two people", byHead, sign("secretary", "Ким А."), []],
    ["in two roles by one", byHead, sign("secretary", " иванов  Б. "), ["name: same-person"]],
    ["in two roles by two whose names a space tells apart", byHead, sign("secretary", "ИвановБ."), []],
    ["twice in one role", byHead, sign("head", "Ким А."), ["role: already-recorded"]],
    ["as a guest", byHead, sign("guest", "Ким А."), ["role: invalid"]],
    ["with a phone number", byHead, sign("secretary", "Ким 87011234567"), ["name: personal-data"]],
    ["what is not drawn up", planned, sign("head", "Иванов Б."), ["meeting: no-protocol"]],
    ["before it was drawn up", drawnUp, on("2027-03-11", "2027-03-12"), ["meeting: not-begun"]],
    ["before it was drawn up, recorded later", drawnUp, on("2027-03-11", "2027-03-13"), ["signedOn: before-drawn-up"]],
    ["tomorrow", drawnUp, on("2027-03-14", "2027-03-13"), ["signedOn: in-the-future"]],
  ]);
});

describe("completing a decision", () => {
  const completed = from(signed, done({ decision: "d1", doneOn: "2027-03-14" }));
  table([
    ["an unknown one", signed, done({ decision: "d9", doneOn: "2027-03-14" }), ["decision: unknown-decision"]],
    ["twice", completed, done({ decision: "d1", doneOn: "2027-03-15" }), ["doneOn: already-recorded"]],
    ["tomorrow", signed, done({ decision: "d1", doneOn: "2027-03-21" }), ["doneOn: in-the-future"]],
    ["before the meeting", signed, done({ decision: "d1", doneOn: "2027-03-11" }), ["doneOn: before-meeting"]],
    ["of no protocol", planned, done({ decision: "d1", doneOn: "2027-03-14" }), ["decision: unknown-decision"]],
    [
      "of a protocol without decisions",
      from(planned, draw({ drawnUpOn: "2027-03-12" })),
      done({ decision: "d1", doneOn: "2027-03-14" }),
      ["decision: unknown-decision"],
    ],
  ]);

  it("leaves the others open", () => {
    const two = from(
      planned,
      draw({ drawnUpOn: "2027-03-12", decisions: [{ text: "Осветить двор" }, { text: "Починить дорогу" }] }),
      done({ decision: "d2", doneOn: "2027-03-14" }),
    );
    expect(protocolOf(two)?.decisions?.map(({ doneOn }) => doneOn)).toEqual([undefined, "2027-03-14"]);
  });

  it("leaves the signatures", () => {
    expect(protocolOf(completed)?.signatures).toHaveLength(2);
  });
});

describe("registering records", () => {
  table([
    ["the next working day", planned, file({}), []],
    ["before the meeting begins", planned, file({ registeredOn: "2027-03-10" }, "2027-03-11"), ["meeting: not-begun"]],
    ["dated before the meeting", planned, file({ registeredOn: "2027-03-11" }), ["registeredOn: before-meeting"]],
    ["tomorrow", planned, file({ registeredOn: "2027-03-16" }), ["registeredOn: in-the-future"]],
    ["twice", from(planned, file({})), file({ number: "56" }), ["number: already-recorded"]],
  ]);
});

describe("a protocol that a file dates in the future", () => {
  const [meeting] = textOf(drawnUp).meetings;
  const protocol = { ...protocolOf(drawnUp), drawnUpOn: "2027-03-12", date: "2027-04-01", signatures: [] };
  const imported = Dossier.parse({ ...textOf(drawnUp), meetings: [{ ...meeting, protocol }] });
  table([
    ["of which a decision is done", imported, done({ decision: "d1", doneOn: "2027-03-14" }), []],
    ["that is signed", imported, sign("head", "Ким А."), []],
    ["that is drawn up anew", imported, draw({ drawnUpOn: "2027-03-12", date: "2027-04-01" }), ["date: in-the-future"]],
  ]);
});
