import { describe, expect, it } from "vitest";
import { Dossier } from "../../core/dossier/dossier.ts";
import { cancelled, empty, from, give, PLAN, place, plan, planned, type Row, table, textOf } from "./support/steps.ts";

const held = from(planned, ["confirm-held", { meeting: "m1" }, "2027-03-12 15:00"]);
const move = (given: typeof planned, fields: object, when: string, refused: string[]): Row => [
  `${JSON.stringify(fields)} on ${when}`,
  given,
  ["move-meeting", { meeting: "m1", ...fields }, when],
  refused,
];
const cancel = (given: typeof planned, cancelledOn: string, when: string, refused: string[]): Row => [
  `${cancelledOn} recorded on ${when}`,
  given,
  ["cancel-meeting", { meeting: "m1", cancelledOn }, when],
  refused,
];

describe("the schedule", () => {
  const approved = from(empty, ["approve-schedule", { approvedOn: "2027-01-15" }, "2027-01-15"]);
  table([
    ["today", empty, ["approve-schedule", { approvedOn: "2027-01-15", number: "№ 12" }, "2027-01-15"], []],
    ["long ago", empty, ["approve-schedule", { approvedOn: "2026-12-15" }, "2027-01-15"], []],
    [
      "tomorrow",
      empty,
      ["approve-schedule", { approvedOn: "2027-01-16" }, "2027-01-15"],
      ["approvedOn: in-the-future"],
    ],
    [
      "twice",
      approved,
      ["approve-schedule", { approvedOn: "2027-01-16" }, "2027-01-16"],
      ["approvedOn: already-recorded"],
    ],
    ["no such day", empty, ["approve-schedule", { approvedOn: "2027-02-29" }, "2027-03-01"], ["approvedOn: invalid"]],
    ["no day", empty, ["approve-schedule", {}, "2027-03-01"], ["approvedOn: required"]],
    ["no object", empty, ["approve-schedule", "2027-01-15", "2027-03-01"], [": invalid"]],
    [
      "an unknown field",
      empty,
      ["approve-schedule", { approvedOn: "2027-01-15", by: "x" }, "2027-01-15"],
      ["by: unknown-field"],
    ],
    [
      "a number of 201 characters",
      empty,
      ["approve-schedule", { approvedOn: "2027-01-15", number: "x".repeat(201) }, "2027-01-15"],
      ["number: too-long"],
    ],
  ]);
});

describe("planning", () => {
  table([
    ["for today", empty, ["plan-meeting", plan, "2027-03-12 16:00"], []],
    ["for yesterday", empty, ["plan-meeting", plan, "2027-03-13"], ["date: in-the-past"]],
    ["with an id", empty, ["plan-meeting", { ...plan, id: "spring-1" }, "2027-02-01"], []],
    ["with an id that is taken", planned, ["plan-meeting", { ...plan, id: "m1" }, "2027-02-01"], ["id: duplicate"]],
    ["with a slash in its id", empty, ["plan-meeting", { ...plan, id: "m/1" }, "2027-02-01"], ["id: invalid"]],
    [
      "with fewer than nobody expected",
      empty,
      ["plan-meeting", { ...plan, expectedParticipants: -1 }, "2027-02-01"],
      ["expectedParticipants: invalid"],
    ],
    [
      "in a place with a phone number",
      empty,
      ["plan-meeting", { ...plan, place: { ...place, kk: "Клуб, 8 701 123 45 67" } }, "2027-02-01"],
      ["place.kk: personal-data"],
    ],
  ]);

  it("gives the next free id", () => {
    const three = from(planned, ["plan-meeting", { ...plan, id: "m2" }, "2027-02-01"], PLAN);
    expect(three.meetings.map(({ id }) => id)).toEqual(["m1", "m2", "m3"]);
  });
});

describe("moving", () => {
  table([
    move(planned, { date: "2027-03-20" }, "2027-03-11 23:59", []),
    move(planned, { date: "2027-03-11" }, "2027-03-11", []),
    move(planned, { date: "2027-03-10" }, "2027-03-11", ["date: in-the-past"]),
    move(planned, { startsAt: "10:00", expectedParticipants: 50 }, "2027-03-11", []),
    move(planned, { date: "2027-03-20" }, "2027-03-12 00:00", ["date: frozen"]),
    move(planned, { place: { ru: "а", kk: "б" }, startsAt: "11:00" }, "2027-03-12 09:00", [
      "startsAt: frozen",
      "place: frozen",
    ]),
    move(planned, { expectedParticipants: 10 }, "2027-03-13", ["expectedParticipants: frozen"]),
    move(planned, { date: "2027-03-12" }, "2027-03-01", ["meeting: nothing-to-change"]),
    move(planned, {}, "2027-03-01", ["meeting: nothing-to-change"]),
    move(cancelled, { date: "2027-03-20" }, "2027-03-01", ["meeting: already-cancelled"]),
    move(empty, { date: "2027-03-20" }, "2027-03-01", ["meeting: unknown-meeting"]),
  ]);

  it("keeps what was prepared for the old date", () => {
    const invited = from(
      planned,
      [
        "record-invitation",
        { meeting: "m1", sentOn: "2027-02-10", forDate: "2027-03-12", groups: ["media"] },
        "2027-02-10",
      ],
      ["move-meeting", { meeting: "m1", date: "2027-03-20" }, "2027-02-11"],
    );
    expect(textOf(invited).meetings[0]).toMatchObject({
      date: "2027-03-20",
      startsAt: "15:00",
      invitation: { forDate: "2027-03-12" },
    });
  });
});

describe("cancelling", () => {
  table([
    cancel(planned, "2027-03-11", "2027-03-11 23:59", []),
    cancel(planned, "2027-03-01", "2027-03-11", []),
    cancel(planned, "2027-03-12", "2027-03-11", ["cancelledOn: in-the-future"]),
    cancel(planned, "2027-03-12", "2027-03-12 09:00", ["cancelledOn: frozen"]),
    cancel(planned, "2027-03-11", "2027-03-13", ["cancelledOn: frozen"]),
    cancel(cancelled, "2027-03-01", "2027-03-01", ["meeting: already-cancelled"]),
    cancel(held, "2027-03-12", "2027-03-12 16:00", ["meeting: already-held"]),
  ]);
});

describe("confirming", () => {
  table([
    ["at its hour", planned, ["confirm-held", { meeting: "m1" }, "2027-03-12 15:00"], []],
    ["a week later", planned, ["confirm-held", { meeting: "m1" }, "2027-03-19 09:00"], []],
    ["a minute before", planned, ["confirm-held", { meeting: "m1" }, "2027-03-12 14:59"], ["meeting: not-begun"]],
    ["the day before", planned, ["confirm-held", { meeting: "m1" }, "2027-03-11 16:00"], ["meeting: not-begun"]],
    ["twice", held, ["confirm-held", { meeting: "m1" }, "2027-03-12 16:00"], ["meeting: already-held"]],
    ["a cancelled one", cancelled, ["confirm-held", { meeting: "m1" }, "2027-03-13"], ["meeting: already-cancelled"]],
  ]);
});

it("says in one sentence which field breaks which rule", () => {
  expect(give(planned, ["move-meeting", { meeting: "m1", startsAt: "16:00" }, "2027-03-12"])).toEqual({
    kind: "refused",
    issues: [
      {
        path: "startsAt",
        rule: "frozen",
        message:
          "`startsAt`: is frozen since 2027-03-12, the day of the meeting; what differed stands in its protocol.",
        details: { day: "2027-03-12" },
      },
    ],
  });
});

it("cannot make what an import would refuse, and says which fact breaks which file rule", () => {
  const text = textOf(planned);
  const received = { receivedOn: "2027-02-20", kind: "remark", answered: "none", competence: "police" } as const;
  const appeals = [{ number: "A-1", ...received }];
  const imported = Dossier.parse({ ...text, meetings: text.meetings.map((meeting) => ({ ...meeting, appeals })) });
  expect(give(imported, ["cancel-meeting", { meeting: "m1", cancelledOn: "2027-03-01" }, "2027-03-01"])).toEqual({
    kind: "refused",
    issues: [
      {
        path: "meeting",
        rule: "file-rule",
        message: "`meeting`: `meetings/m1/appeals` breaks a file rule: a cancelled meeting has no appeals.",
        details: { fact: "meetings/m1/appeals" },
      },
    ],
  });
});

it("leaves other meetings as they are, and one that was cancelled hinders nothing when its day has come", () => {
  const two = from(cancelled, PLAN, ["confirm-held", { meeting: "m2" }, "2027-03-12 15:00"]);
  expect(textOf(two).meetings.map(({ id, status }) => [id, status])).toEqual([
    ["m1", "cancelled"],
    ["m2", "held"],
  ]);
});
