import { describe, expect, it } from "vitest";
import { standing } from "../support/evaluate.ts";
import { type AppealText, dossierOf, heldOn, raisedOn } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const raised = (on: string, more: Partial<AppealText> = {}) =>
  dossierOf([heldOn(on, { appeals: [raisedOn(on, more)] })], { campaign: Number(on.slice(0, 4)) });
const registered = (more: Partial<AppealText> = {}) => raised("2027-03-12", { registeredOn: "2027-03-12", ...more });
const extended = (decidedOn: string, until: string, more: Partial<AppealText> = {}) =>
  registered({ extension: { decidedOn, until }, ...more });

describe("the notice of an extension (APPC 76(3))", () => {
  const notified = (notifiedOn: string) =>
    registered({ extension: { decidedOn: "2027-04-08", until: "2027-05-14", notifiedOn } });

  passesThrough("extension-notice A-1", extended("2027-04-08", "2027-05-14"), [
    ["2027-04-08", "upcoming"],
    ["2027-04-11", "upcoming"],
    ["2027-04-12", "due"],
    ["2027-04-13", "due"],
    ["2027-04-14", "overdue"],
  ]);

  judges("extension-notice A-1", [
    [
      "is due 3 working days after the decision",
      extended("2027-04-08", "2027-05-14"),
      "2027-04-08",
      { due: "2027-04-13", target: "2027-04-13", missing: ["extension-notice"] },
    ],
    [
      "given on the due day is met",
      notified("2027-04-13"),
      "2027-04-14",
      { state: "met", metOn: "2027-04-13", missing: [] },
    ],
    ["given the day after is late", notified("2027-04-14"), "2027-04-14", { state: "late", metOn: "2027-04-14" }],
    [
      "over New Year leaps over the holidays",
      raised("2027-12-17", { registeredOn: "2027-12-17", extension: { decidedOn: "2027-12-30", until: "2028-02-01" } }),
      "2027-12-31",
      { due: "2028-01-06" },
    ],
    [
      "may be due on 29 February",
      raised("2028-02-10", { registeredOn: "2028-02-10", extension: { decidedOn: "2028-02-24", until: "2028-04-03" } }),
      "2028-02-29",
      { due: "2028-02-29" },
    ],
  ]);

  it.each([
    ["before the decision", extended("2027-04-08", "2027-05-14"), "2027-04-07"],
    ["of an extension decided too late", extended("2027-04-09", "2027-05-14"), "2027-05-01"],
    ["of one that is too long", extended("2027-04-08", "2027-06-09"), "2027-05-01"],
    ["on the route of a complaint", extended("2027-04-08", "2027-05-14", { route: "complaint" }), "2027-05-01"],
    ["of what is not for the police", extended("2027-04-08", "2027-05-14", { competence: "other" }), "2027-05-01"],
    ["of what was answered in full", extended("2027-04-08", "2027-05-14", { answered: "full" }), "2027-05-01"],
    ["without an extension", registered(), "2027-05-01"],
  ])("is not demanded %s", (_, facts, on) => {
    expect(standing(facts, on).findings).not.toHaveProperty("extension-notice A-1");
  });
});
