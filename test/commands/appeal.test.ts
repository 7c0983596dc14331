import { describe, expect, it } from "vitest";
import {
  appealOf,
  cancelled,
  from,
  give,
  planned,
  received,
  rulesOf,
  type Step,
  table,
  textOf,
} from "./support/steps.ts";

const receive = (fields: object, when = "2027-03-12 16:00"): Step => [
  "receive-appeal",
  { ...appealOf("Ж-2027-000123"), ...fields },
  when,
];

describe("receiving", () => {
  table([
    ["at the meeting", planned, receive({ receivedAt: "16:00", route: "complaint" }), []],
    ["the week after", planned, receive({ receivedOn: "2027-03-16" }, "2027-03-16"), []],
    ["before it begins", planned, receive({}, "2027-03-12 14:59"), ["meeting: not-begun"]],
    ["dated before it", planned, receive({ receivedOn: "2027-03-11" }), ["receivedOn: before-meeting"]],
    ["tomorrow", planned, receive({ receivedOn: "2027-03-13" }), ["receivedOn: in-the-future"]],
    ["in an hour", planned, receive({ receivedAt: "17:00" }), ["receivedAt: in-the-future"]],
    [
      "late on the day before, recorded in the morning",
      planned,
      receive({ receivedAt: "17:00" }, "2027-03-13 09:00"),
      [],
    ],
    ["a number twice", received, receive({ number: "A-1" }), ["number: duplicate"]],
    [
      "a number of another meeting",
      from(received, [
        "plan-meeting",
        { date: "2027-03-12", startsAt: "10:00", place: { ru: "а", kk: "б" } },
        "2027-03-12",
      ]),
      receive({ number: "A-1", meeting: "m2" }),
      ["number: duplicate"],
    ],
    ["a citizen's IIN", planned, receive({ number: "900101 300123" }), ["number: personal-data"]],
    ["a citizen's name", planned, receive({ initiator: "И." }), ["initiator: unknown-field"]],
    ["a meeting that was cancelled", cancelled, receive({}), ["meeting: already-cancelled"]],
  ]);
});

const events = [
  ["register-appeal", "registeredOn"],
  ["transfer-appeal", "transferredOn"],
  ["reply-appeal", "repliedOn"],
  ["redirect-appeal", "redirectedOn"],
  ["notify-initiator", "initiatorNotifiedOn"],
] as const;

describe.each(events)("%s", (name, dated) => {
  const on = (date: string, appeal = "A-1"): Step => [name, { appeal, [dated]: date }, "2027-03-20"];
  table([
    ["on the day it was received", received, on("2027-03-12"), []],
    ["today", received, on("2027-03-20"), []],
    ["tomorrow", received, on("2027-03-21"), [`${dated}: in-the-future`]],
    ["before it was received", received, on("2027-03-11"), [`${dated}: before-received`]],
    ["twice", from(received, on("2027-03-15")), on("2027-03-16"), [`${dated}: already-recorded`]],
    ["an unknown one", received, on("2027-03-15", "A-9"), ["appeal: unknown-appeal"]],
  ]);
});

describe("extending", () => {
  const extend = (decidedOn: string, until: string): Step => [
    "extend-appeal",
    { appeal: "A-1", decidedOn, until },
    "2027-03-20",
  ];
  const notify = (notifiedOn: string): Step => ["notify-extension", { appeal: "A-1", notifiedOn }, "2027-03-25"];
  const extended = from(received, extend("2027-03-20", "2027-05-01"));
  table([
    ["until a day to come", received, extend("2027-03-20", "2027-05-01"), []],
    ["decided tomorrow", received, extend("2027-03-21", "2027-05-01"), ["decidedOn: in-the-future"]],
    ["decided before it was received", received, extend("2027-03-11", "2027-05-01"), ["decidedOn: before-received"]],
    ["until the day of the decision", received, extend("2027-03-20", "2027-03-20"), []],
    ["until a day before the decision", received, extend("2027-03-20", "2027-03-19"), ["until: before-decided"]],
    ["twice", extended, extend("2027-03-20", "2027-05-02"), ["appeal: already-recorded"]],
    ["and telling of it", extended, notify("2027-03-22"), []],
    ["and telling of it before", extended, notify("2027-03-19"), ["notifiedOn: before-decided"]],
    ["and telling of it tomorrow", extended, notify("2027-03-26"), ["notifiedOn: in-the-future"]],
    [
      "and telling of it twice",
      from(extended, notify("2027-03-22")),
      notify("2027-03-23"),
      ["notifiedOn: already-recorded"],
    ],
    ["and telling of none", received, notify("2027-03-22"), ["appeal: no-extension"]],
    ["and telling of one of no appeal", planned, notify("2027-03-22"), ["appeal: unknown-appeal"]],
  ]);
});

it("touches the named appeal only", () => {
  const two = from(received, receive({ number: "B/2" }));
  const replied = from(two, ["reply-appeal", { appeal: "B/2", repliedOn: "2027-03-15" }, "2027-03-15"]);
  expect(textOf(replied).meetings[0]?.appeals.map(({ number, repliedOn }) => [number, repliedOn])).toEqual([
    ["A-1", undefined],
    ["B/2", "2027-03-15"],
  ]);
});

it("does not take a fact of an imported meeting that has not begun", () => {
  const early = from(received, ["reply-appeal", { appeal: "A-1", repliedOn: "2027-03-15" }, "2027-03-15"]);
  const step: Step = ["register-appeal", { appeal: "A-1", registeredOn: "2027-03-12" }, "2027-03-12 10:00"];
  expect(rulesOf(give(early, step))).toEqual(["registeredOn: not-begun"]);
});

it("tells of an extension of a meeting that has not begun by naming the appeal", () => {
  const step: Step = [
    "extend-appeal",
    { appeal: "A-1", decidedOn: "2027-03-12", until: "2027-05-01" },
    "2027-03-12 10:00",
  ];
  expect(rulesOf(give(received, step))).toEqual(["appeal: not-begun"]);
});
