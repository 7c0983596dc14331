import { describe, expect, it } from "vitest";
import { standing } from "../support/evaluate.ts";
import { dossierOf, heldOn, meetingOn, type ProtocolText, protocolOf } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const held = (date: string, registeredOn?: string) =>
  dossierOf([heldOn(date, registeredOn ? { records: { number: "7", registeredOn } } : {})], {
    campaign: Number(date.slice(0, 4)),
  });

describe("the records (p. 18)", () => {
  passesThrough("records m1", held("2027-03-12"), [
    ["2027-03-12", "upcoming"],
    ["2027-03-15", "upcoming"],
    ["2027-03-16", "due"],
    ["2027-03-17", "overdue"],
  ]);

  judges("records m1", [
    [
      "are due the next working day, over Constitution Day",
      held("2027-03-12"),
      "2027-03-12",
      { due: "2027-03-16", target: "2027-03-16", missing: ["records"] },
    ],
    ["of Friday 13 March 2026 are due on Monday", held("2026-03-13"), "2026-03-13", { due: "2026-03-16" }],
    [
      "registered on the due day are met",
      held("2027-03-12", "2027-03-16"),
      "2027-03-17",
      { state: "met", metOn: "2027-03-16", missing: [] },
    ],
    [
      "registered the day after are late",
      held("2027-03-12", "2027-03-17"),
      "2027-03-17",
      { state: "late", metOn: "2027-03-17" },
    ],
    ["registered on the day itself are met", held("2027-03-12", "2027-03-12"), "2027-03-12", { state: "met" }],
    ["of 28 February 2028 are due on the 29th", held("2028-02-28"), "2028-02-29", { due: "2028-02-29", state: "due" }],
    ["of the last day of February 2027 are due on 1 March", held("2027-02-26"), "2027-02-28", { due: "2027-03-01" }],
    ["of 31 December are due after New Year", held("2027-12-31"), "2027-12-31", { due: "2028-01-05" }],
  ]);

  it("are demanded only once the meeting is confirmed as held", () => {
    expect(standing(dossierOf([meetingOn("2027-03-12")]), "2027-03-19").findings).not.toHaveProperty("records m1");
    expect(standing(held("2027-03-12"), "2027-03-12T14:59").findings).not.toHaveProperty("records m1");
    expect(standing(held("2027-03-12"), "2027-03-12T15:00").findings).toHaveProperty("records m1");
  });
});

const decided = (date: string, decision: Omit<NonNullable<ProtocolText["decisions"]>[number], "id" | "text"> = {}) =>
  dossierOf(
    [heldOn(date, { protocol: protocolOf(date, { decisions: [{ id: "d1", text: "Осветить двор", ...decision }] }) })],
    {
      campaign: Number(date.slice(0, 4)),
    },
  );

describe("a decision (p. 19)", () => {
  passesThrough("decision m1/d1", decided("2027-03-12"), [
    ["2027-04-01", "upcoming"],
    ["2027-04-02", "due"],
    ["2027-04-11", "due"],
    ["2027-04-12", "overdue"],
  ]);

  judges("decision m1/d1", [
    [
      "without a day is due after 30 days, even on a Sunday",
      decided("2027-03-12"),
      "2027-04-01",
      { due: "2027-04-11", target: "2027-04-11", missing: ["completion"] },
    ],
    [
      "with a day is due on it",
      decided("2027-03-12", { dueOn: "2027-03-29" }),
      "2027-03-18",
      { due: "2027-03-29", state: "upcoming" },
    ],
    [
      "with a day is reminded of before the holidays",
      decided("2027-03-12", { dueOn: "2027-03-29" }),
      "2027-03-19",
      { state: "due" },
    ],
    [
      "done on the due day is met",
      decided("2027-03-12", { doneOn: "2027-04-11" }),
      "2027-04-12",
      { state: "met", metOn: "2027-04-11", missing: [] },
    ],
    [
      "done the day after is late",
      decided("2027-03-12", { doneOn: "2027-04-12" }),
      "2027-04-12",
      { state: "late", metOn: "2027-04-12" },
    ],
    [
      "of 30 January 2028 is due on 29 February",
      decided("2028-01-30"),
      "2028-02-29",
      { due: "2028-02-29", state: "due" },
    ],
    ["of 30 January 2027 is due on 1 March", decided("2027-01-30"), "2027-02-28", { due: "2027-03-01" }],
    ["of 2 December is due on New Year", decided("2027-12-02"), "2027-12-31", { due: "2028-01-01", state: "due" }],
    [
      "due on 31 December is overdue on 1 January",
      decided("2027-12-02", { dueOn: "2027-12-31" }),
      "2028-01-01",
      { state: "overdue", daysLeft: -1 },
    ],
    [
      "due on Constitution Day stays due on it",
      decided("2027-02-26", { dueOn: "2027-03-15" }),
      "2027-03-15",
      { due: "2027-03-15", state: "due" },
    ],
  ]);

  it("is known only from the protocol on", () => {
    expect(standing(decided("2027-03-12"), "2027-03-12T14:59").findings).not.toHaveProperty("decision m1/d1");
    expect(standing(decided("2027-03-12"), "2027-03-12T15:00").findings).toHaveProperty("decision m1/d1");
  });
});
