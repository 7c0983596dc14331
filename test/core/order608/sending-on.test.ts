import { describe, expect, it } from "vitest";
import { standing } from "../support/evaluate.ts";
import { type AppealText, dossierOf, heldOn, raisedOn } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const raised = (on: string, more: Partial<AppealText> = {}) =>
  dossierOf([heldOn(on, { appeals: [raisedOn(on, more)] })], { campaign: Number(on.slice(0, 4)) });
const complained = (more: Partial<AppealText> = {}, on = "2027-03-12") =>
  raised(on, { kind: "complaint", route: "complaint", ...more });
const foreign = (more: Partial<AppealText> = {}, on = "2027-03-12") => raised(on, { competence: "other", ...more });

describe("the transfer of a complaint (APPC 91(4))", () => {
  passesThrough("transfer A-1", complained(), [
    ["2027-03-16", "upcoming"],
    ["2027-03-17", "due"],
    ["2027-03-18", "due"],
    ["2027-03-19", "overdue"],
  ]);

  judges("transfer A-1", [
    [
      "is due 3 working days after receipt, over Constitution Day",
      complained(),
      "2027-03-12",
      { due: "2027-03-18", target: "2027-03-18", missing: ["transfer"] },
    ],
    ["in 2026 is due a day earlier", complained({}, "2026-03-13"), "2026-03-13", { due: "2026-03-18" }],
    [
      "counts from receipt, not from registration",
      complained({ registeredOn: "2027-03-17" }),
      "2027-03-17",
      { due: "2027-03-18" },
    ],
    [
      "on the due day is met",
      complained({ transferredOn: "2027-03-18" }),
      "2027-03-19",
      { state: "met", metOn: "2027-03-18", missing: [] },
    ],
    [
      "on the day after is late",
      complained({ transferredOn: "2027-03-19" }),
      "2027-03-19",
      { state: "late", metOn: "2027-03-19" },
    ],
    [
      "is met by a reply as well",
      complained({ repliedOn: "2027-03-17" }),
      "2027-03-19",
      { state: "met", metOn: "2027-03-17" },
    ],
    [
      "is met on the earlier of both",
      complained({ transferredOn: "2027-03-22", repliedOn: "2027-03-17" }),
      "2027-03-25",
      { metOn: "2027-03-17" },
    ],
    ["may be due on 29 February", complained({}, "2028-02-24"), "2028-02-29", { due: "2028-02-29" }],
    ["over New Year leaps over the holidays", complained({}, "2027-12-31"), "2027-12-31", { due: "2028-01-10" }],
  ]);

  it.each([
    ["by another route", raised("2027-03-12", { kind: "complaint" })],
    ["that is not for the police", complained({ competence: "other" })],
    ["answered in full", complained({ answered: "full" })],
  ])("is not demanded of an appeal %s", (_, facts) => {
    expect(standing(facts, "2027-03-19").findings).not.toHaveProperty("transfer A-1");
  });
});

describe("the redirection of an appeal (p. 17; APPC 65)", () => {
  passesThrough("redirection A-1", foreign(), [
    ["2027-03-16", "upcoming"],
    ["2027-03-17", "due"],
    ["2027-03-18", "due"],
    ["2027-03-19", "overdue"],
  ]);

  const both = { redirectedOn: "2027-03-16", initiatorNotifiedOn: "2027-03-18" };
  judges("redirection A-1", [
    [
      "is due after 3 working days, aimed at 2",
      foreign(),
      "2027-03-12",
      { due: "2027-03-18", target: "2027-03-17", missing: ["initiator-notice", "redirection"] },
    ],
    [
      "needs the initiator told",
      foreign({ redirectedOn: "2027-03-16" }),
      "2027-03-17",
      { state: "due", missing: ["initiator-notice"] },
    ],
    [
      "needs more than telling the initiator",
      foreign({ initiatorNotifiedOn: "2027-03-16" }),
      "2027-03-17",
      { missing: ["redirection"] },
    ],
    ["is met on the later of both", foreign(both), "2027-03-19", { state: "met", metOn: "2027-03-18", missing: [] }],
    [
      "is late when one of both is",
      foreign({ ...both, redirectedOn: "2027-03-19" }),
      "2027-03-19",
      { state: "late", metOn: "2027-03-19" },
    ],
    ["lacks what happens tomorrow", foreign(both), "2027-03-17", { state: "due", missing: ["initiator-notice"] }],
    ["is demanded of a mixed appeal", foreign({ competence: "mixed" }), "2027-03-12", { due: "2027-03-18" }],
    [
      "is demanded even of what was answered in full",
      foreign({ answered: "full" }),
      "2027-03-12",
      { due: "2027-03-18" },
    ],
    [
      "in 2026 is due on the 18th as well",
      foreign({}, "2026-03-13"),
      "2026-03-13",
      { due: "2026-03-18", target: "2026-03-17" },
    ],
    [
      "may be aimed at 29 February",
      foreign({}, "2028-02-25"),
      "2028-02-25",
      { due: "2028-03-01", target: "2028-02-29" },
    ],
    [
      "over New Year leaps over the holidays",
      foreign({}, "2027-12-31"),
      "2027-12-31",
      { due: "2028-01-10", target: "2028-01-06" },
    ],
  ]);

  it("is not demanded of what is for the police alone", () => {
    expect(standing(foreign({ competence: "police" }), "2027-03-19").findings).not.toHaveProperty("redirection A-1");
  });
});
