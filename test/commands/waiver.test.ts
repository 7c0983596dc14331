import { describe, expect, it } from "vitest";
import type { Dossier } from "../../core/dossier/dossier.ts";
import {
  cancelled,
  drawnUp,
  empty,
  from,
  PLAN,
  planned,
  type Row,
  received,
  type Step,
  table,
  textOf,
} from "./support/steps.ts";

const waive = (fields: object, by?: "superior"): Step => [
  "waive",
  { obligation: "report", subject: "dossier", reason: "Карантин", from: "2027-03-20", ...fields },
  "2027-03-20",
  by,
];
const end = (to: string, fields: object = {}, by?: "superior"): Step => [
  "end-waiver",
  { obligation: "report", subject: "dossier", to, ...fields },
  "2027-03-25",
  by,
];
const waived = from(empty, waive({}, "superior"));
const subject = (obligation: string, name: string, given: Dossier = drawnUp): [string, Dossier, Step] => [
  `${obligation} of ${name}`,
  given,
  waive({ obligation, subject: name }, "superior"),
];

describe("waiving", () => {
  table([
    ["by the superior", empty, waive({}, "superior"), []],
    ["one's own obligation", empty, waive({}), ["obligation: own-obligation"]],
    ["from a day that has passed", empty, waive({ from: "2027-03-19" }, "superior"), ["from: in-the-past"]],
    ["from a day to come", empty, waive({ from: "2027-04-01", to: "2027-04-30" }, "superior"), []],
    ["for one day", empty, waive({ to: "2027-03-20" }, "superior"), []],
    ["to a day before its first", empty, waive({ to: "2027-03-19" }, "superior"), ["to: before-from"]],
    ["what is waived", waived, waive({ from: "2027-03-25" }, "superior"), ["from: already-waived"]],
    ["without a reason", empty, waive({ reason: " " }, "superior"), ["reason: invalid"]],
    [
      "for a reason with a phone",
      empty,
      waive({ reason: "звонить +7 701 123-45-67" }, "superior"),
      ["reason: personal-data"],
    ],
    ["what nobody owes", empty, waive({ obligation: "parade" }, "superior"), ["obligation: invalid"]],
    ...["schedule", "report"].map((name): Row => [...subject(name, "dossier"), []]),
    ...["notice", "invitation", "venue", "content", "readiness", "protocol", "records"].map(
      (name): Row => [...subject(name, "m1"), []],
    ),
    ...["registration", "reply", "transfer", "extension-notice", "redirection"].map(
      (name): Row => [...subject(name, "A-1"), []],
    ),
    [...subject("notice", "m2"), ["subject: unknown-subject"]],
    [...subject("notice", "m1", cancelled), ["subject: unknown-subject"]],
    [...subject("notice", "dossier"), ["subject: unknown-subject"]],
    [...subject("reply", "A-2"), ["subject: unknown-subject"]],
    [...subject("decision", "m1/d1"), []],
    [...subject("decision", "d1"), ["subject: unknown-subject"]],
    [...subject("decision", "m1/d1", received), ["subject: unknown-subject"]],
    [...subject("report", "m1"), ["subject: unknown-subject"]],
    ["what is too long to be a subject", empty, waive({ subject: "x".repeat(301) }, "superior"), ["subject: too-long"]],
  ]);

  const april = from(empty, waive({ from: "2027-04-10", to: "2027-04-20" }, "superior"));
  table([
    ["until the day before another", april, waive({ to: "2027-04-09" }, "superior"), []],
    ["until the first day of another", april, waive({ to: "2027-04-10" }, "superior"), ["from: already-waived"]],
    ["around another", april, waive({ to: "2027-05-01" }, "superior"), ["from: already-waived"]],
    ["without an end before another", april, waive({}, "superior"), ["from: already-waived"]],
    ["from the last day of another", april, waive({ from: "2027-04-20" }, "superior"), ["from: already-waived"]],
    ["from the day after another", april, waive({ from: "2027-04-21" }, "superior"), []],
    [
      "another subject at the same time",
      from(planned, PLAN, waive({ obligation: "notice", subject: "m1" }, "superior")),
      waive({ obligation: "notice", subject: "m2" }, "superior"),
      [],
    ],
    [
      "another obligation at the same time",
      april,
      waive({ obligation: "schedule", from: "2027-04-10" }, "superior"),
      [],
    ],
  ]);

  it("names who waived", () => {
    expect(textOf(waived).waivers).toEqual([
      { obligation: "report", subject: "dossier", reason: "Карантин", by: "Staff unit", from: "2027-03-20" },
    ]);
  });

  it("is possible again after its end", () => {
    const ended = from(waived, end("2027-03-31", {}, "superior"));
    const again = from(ended, waive({ from: "2027-04-01" }, "superior"));
    expect(textOf(again).waivers.map(({ from: first, to }) => [first, to])).toEqual([
      ["2027-03-20", "2027-03-31"],
      ["2027-04-01", undefined],
    ]);
  });
});

describe("ending a waiver", () => {
  const later = from(empty, waive({ from: "2027-04-10", to: "2027-04-20" }, "superior"));
  table([
    ["before its first day", later, end("2027-04-09", {}, "superior"), ["subject: no-waiver"]],
    ["on its first day", later, end("2027-04-10", {}, "superior"), []],
    ["a day before its last", later, end("2027-04-19", {}, "superior"), []],
    ["after its last day", later, end("2027-04-21", {}, "superior"), ["subject: no-waiver"]],
    ["today", waived, end("2027-03-25", {}, "superior"), []],
    ["of one's own obligation", waived, end("2027-03-25"), ["obligation: own-obligation"]],
    ["yesterday", waived, end("2027-03-24", {}, "superior"), ["to: in-the-past"]],
    [
      "of another obligation",
      waived,
      end("2027-03-25", { obligation: "schedule" }, "superior"),
      ["subject: no-waiver"],
    ],
    [
      "that has ended",
      from(waived, end("2027-03-25", {}, "superior")),
      end("2027-03-26", {}, "superior"),
      ["subject: no-waiver"],
    ],
  ]);

  it("leaves the other waivers as they are", () => {
    const two = from(waived, waive({ obligation: "schedule" }, "superior"), end("2027-03-31", {}, "superior"));
    expect(textOf(two).waivers.map(({ obligation, to }) => [obligation, to])).toEqual([
      ["report", "2027-03-31"],
      ["schedule", undefined],
    ]);
  });
});
