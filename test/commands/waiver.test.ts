import { describe, expect, it } from "vitest";
import type { Dossier } from "../../core/dossier/dossier.ts";
import { cancelled, drawnUp, empty, from, type Step, table, textOf } from "./support.ts";

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
    [...subject("notice", "m1"), []],
    [...subject("notice", "m2"), ["subject: unknown-subject"]],
    [...subject("notice", "m1", cancelled), ["subject: unknown-subject"]],
    [...subject("notice", "dossier"), ["subject: unknown-subject"]],
    [...subject("reply", "A-1"), []],
    [...subject("reply", "A-2"), ["subject: unknown-subject"]],
    [...subject("decision", "m1/d1"), []],
    [...subject("decision", "d1"), ["subject: unknown-subject"]],
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
  table([
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
});
