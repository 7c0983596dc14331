import { describe, expect, it } from "vitest";
import { standing } from "../support/evaluate.ts";
import { type AppealText, dossierOf, heldOn, raisedOn } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const raised = (on: string, more: Partial<AppealText> = {}, startsAt = "15:00") =>
  dossierOf([heldOn(on, { startsAt, appeals: [raisedOn(on, more)] })], { campaign: Number(on.slice(0, 4)) });

describe("the registration of an appeal (APPC 64(3))", () => {
  passesThrough("registration A-1", raised("2027-03-12"), [
    ["2027-03-12", "due"],
    ["2027-03-13", "overdue"],
  ]);
  passesThrough("registration A-1", raised("2027-03-12", { receivedAt: "18:00" }), [
    ["2027-03-12", "upcoming"],
    ["2027-03-15", "upcoming"],
    ["2027-03-16", "due"],
    ["2027-03-17", "overdue"],
  ]);

  judges("registration A-1", [
    [
      "received before 18:00 is due the same day",
      raised("2027-03-12", { receivedAt: "17:59" }),
      "2027-03-12",
      { due: "2027-03-12", target: "2027-03-12", missing: ["registration"] },
    ],
    [
      "received at 18:00 is due the next working day, over Constitution Day",
      raised("2027-03-12", { receivedAt: "18:00" }),
      "2027-03-12",
      { due: "2027-03-16" },
    ],
    [
      "received at 18:00 on Friday 13 March 2026 is due on Monday",
      raised("2026-03-13", { receivedAt: "18:00" }),
      "2026-03-13",
      { due: "2026-03-16" },
    ],
    [
      "was received when the meeting began, unless said",
      raised("2027-03-12", {}, "18:30"),
      "2027-03-12",
      { due: "2027-03-16" },
    ],
    [
      "received earlier than the meeting began, as said",
      raised("2027-03-12", { receivedAt: "10:00" }, "18:30"),
      "2027-03-12",
      { due: "2027-03-12" },
    ],
    [
      "received on a Saturday is due on the next working day, whatever the hour",
      raised("2027-03-13", { receivedAt: "09:00" }),
      "2027-03-13",
      { due: "2027-03-16", state: "upcoming" },
    ],
    [
      "received on 28 February 2028 in the evening is due on the 29th",
      raised("2028-02-28", { receivedAt: "19:10" }),
      "2028-02-29",
      { due: "2028-02-29", state: "due" },
    ],
    [
      "received on 26 February 2027 in the evening is due on 1 March",
      raised("2027-02-26", { receivedAt: "19:10" }),
      "2027-02-28",
      { due: "2027-03-01" },
    ],
    [
      "received on 31 December in the evening is due after New Year",
      raised("2027-12-31", { receivedAt: "19:10" }),
      "2027-12-31",
      { due: "2028-01-05" },
    ],
    [
      "registered on the due day is met",
      raised("2027-03-12", { registeredOn: "2027-03-12" }),
      "2027-03-13",
      { state: "met", metOn: "2027-03-12", missing: [] },
    ],
    [
      "registered the day after is late",
      raised("2027-03-12", { registeredOn: "2027-03-13" }),
      "2027-03-13",
      { state: "late", metOn: "2027-03-13" },
    ],
    [
      "registered before the due day is met",
      raised("2027-03-13", { registeredOn: "2027-03-13" }),
      "2027-03-13",
      { state: "met" },
    ],
    [
      "answered in part is still registered",
      raised("2027-03-12", { answered: "partial" }),
      "2027-03-12",
      { state: "due" },
    ],
    [
      "for another body is still registered",
      raised("2027-03-12", { competence: "other" }),
      "2027-03-12",
      { state: "due" },
    ],
  ]);

  it("is not demanded of an appeal answered in full at the meeting", () => {
    const names = standing(
      raised("2027-03-12", { answered: "full", competence: "mixed", route: "complaint" }),
      "2027-03-12",
    ).names;
    expect(names.filter((name) => name.endsWith(" A-1"))).toEqual(["2027 redirection A-1"]);
  });
});
