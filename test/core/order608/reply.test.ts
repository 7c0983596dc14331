import { describe, expect, it } from "vitest";
import { standing } from "../support/evaluate.ts";
import { type AppealText, dossierOf, heldOn, raisedOn } from "../support/facts.ts";
import { judges, passesThrough } from "../support/table.ts";

const raised = (on: string, more: Partial<AppealText> = {}) =>
  dossierOf([heldOn(on, { appeals: [raisedOn(on, more)] })], { campaign: Number(on.slice(0, 4)) });
const registered = (more: Partial<AppealText> = {}) => raised("2027-03-12", { registeredOn: "2027-03-12", ...more });
const extended = (decidedOn: string, until: string, more: Partial<AppealText> = {}) =>
  registered({ extension: { decidedOn, until }, ...more });

describe("the reply to an appeal (p. 16; APPC 76, 99)", () => {
  passesThrough("reply A-1", registered(), [
    ["2027-03-31", "upcoming"],
    ["2027-04-01", "due"],
    ["2027-04-08", "due"],
    ["2027-04-09", "overdue"],
  ]);

  judges("reply A-1", [
    [
      "is due 15 working days after registration",
      registered(),
      "2027-03-12",
      { due: "2027-04-08", target: "2027-04-08", missing: ["reply"], problems: [] },
    ],
    [
      "to a complaint goes the shorter way unless said",
      registered({ kind: "complaint" }),
      "2027-03-12",
      { due: "2027-04-08" },
    ],
    [
      "by the route of a complaint is due after 20",
      registered({ kind: "complaint", route: "complaint" }),
      "2027-03-12",
      { due: "2027-04-15" },
    ],
    [
      "to a remark by the route of a complaint is due after 20",
      registered({ kind: "remark", route: "complaint" }),
      "2027-03-12",
      { due: "2027-04-15" },
    ],
    ["as an application is due after 15", registered({ route: "application" }), "2027-03-12", { due: "2027-04-08" }],
    [
      "unregistered counts from the day registration is due",
      raised("2027-03-12", { receivedAt: "19:00" }),
      "2027-03-31",
      { due: "2027-04-09" },
    ],
    [
      "registered late buys no time",
      raised("2027-03-12", { registeredOn: "2027-03-26" }),
      "2027-03-31",
      { due: "2027-04-08" },
    ],
    [
      "registered before it had to be counts from then",
      raised("2027-03-12", { receivedAt: "19:00", registeredOn: "2027-03-12" }),
      "2027-03-31",
      { due: "2027-04-08" },
    ],
    [
      "in 2026 does not leap over 15 March, which was no holiday yet",
      raised("2026-03-13", { registeredOn: "2026-03-13" }),
      "2026-03-31",
      { due: "2026-04-08" },
    ],
    [
      "may be due on 29 February",
      raised("2028-02-08", { registeredOn: "2028-02-08" }),
      "2028-02-29",
      { due: "2028-02-29", state: "due" },
    ],
    [
      "of the day before is due on 28 February",
      raised("2028-02-07", { registeredOn: "2028-02-07" }),
      "2028-02-29",
      { due: "2028-02-28", state: "overdue" },
    ],
    [
      "over New Year counts neither it nor Christmas",
      raised("2027-12-13", { registeredOn: "2027-12-13" }),
      "2027-12-31",
      { due: "2028-01-06" },
    ],
    [
      "given on the due day is met",
      registered({ repliedOn: "2027-04-08" }),
      "2027-04-09",
      { state: "met", metOn: "2027-04-08", missing: [] },
    ],
    [
      "given the day after is late",
      registered({ repliedOn: "2027-04-09" }),
      "2027-04-09",
      { state: "late", metOn: "2027-04-09" },
    ],
    [
      "given tomorrow is not given yet",
      registered({ repliedOn: "2027-04-08" }),
      "2027-04-07",
      { state: "due", missing: ["reply"] },
    ],
    [
      "to a mixed appeal is due from the police",
      registered({ competence: "mixed" }),
      "2027-03-12",
      { state: "upcoming" },
    ],
  ]);

  judges("reply A-1", [
    [
      "extended is due on the new day",
      extended("2027-04-08", "2027-05-14"),
      "2027-04-08",
      { due: "2027-05-14", target: "2027-05-14", problems: [] },
    ],
    [
      "extended to a day off is due on the next working day",
      extended("2027-04-08", "2027-05-15"),
      "2027-04-08",
      { due: "2027-05-17" },
    ],
    [
      "extended by two months exactly is extended",
      extended("2027-04-08", "2027-06-08"),
      "2027-04-08",
      { due: "2027-06-08" },
    ],
    [
      "extended by a day more is not",
      extended("2027-04-08", "2027-06-09"),
      "2027-04-08",
      { due: "2027-04-08", problems: ["extension-too-long"] },
    ],
    [
      "extended on the due day is extended, a day later it is not",
      extended("2027-04-09", "2027-05-14"),
      "2027-04-09",
      { due: "2027-04-08", state: "overdue", problems: ["extension-after-due"] },
    ],
    [
      "of the complaint route cannot be extended",
      extended("2027-04-08", "2027-05-14", { route: "complaint" }),
      "2027-04-08",
      { due: "2027-04-15", problems: ["extension-not-allowed"] },
    ],
    [
      "names the first of several problems",
      extended("2027-04-20", "2027-09-01", { route: "complaint" }),
      "2027-05-01",
      { problems: ["extension-not-allowed"] },
    ],
    [
      "names a late decision before a long term",
      extended("2027-04-20", "2027-09-01"),
      "2027-05-01",
      { problems: ["extension-after-due"] },
    ],
    [
      "is never due earlier for an extension",
      extended("2027-03-19", "2027-03-30"),
      "2027-03-19",
      { due: "2027-04-08", problems: [] },
    ],
    [
      "is extended from the day of the decision only",
      extended("2027-04-08", "2027-05-14"),
      "2027-04-07",
      { due: "2027-04-08", problems: [] },
    ],
    [
      "a decision measured against the day that late registration does not move",
      raised("2027-03-12", { registeredOn: "2027-03-20", extension: { decidedOn: "2027-04-09", until: "2027-05-14" } }),
      "2027-04-09",
      { problems: ["extension-after-due"] },
    ],
    [
      "two months from 31 December end with February",
      raised("2026-12-18", { registeredOn: "2026-12-18", extension: { decidedOn: "2026-12-31", until: "2027-02-28" } }),
      "2026-12-31",
      { due: "2027-03-01", problems: [] },
    ],
    [
      "and not a day later",
      raised("2026-12-18", { registeredOn: "2026-12-18", extension: { decidedOn: "2026-12-31", until: "2027-03-01" } }),
      "2026-12-31",
      { problems: ["extension-too-long"] },
    ],
    [
      "two months from 31 December 2027 end with 29 February",
      raised("2027-12-17", { registeredOn: "2027-12-17", extension: { decidedOn: "2027-12-31", until: "2028-02-29" } }),
      "2027-12-31",
      { due: "2028-02-29", problems: [] },
    ],
    [
      "met keeps the problem of its extension",
      extended("2027-04-09", "2027-05-14", { repliedOn: "2027-04-09" }),
      "2027-05-01",
      { state: "late", problems: ["extension-after-due"] },
    ],
  ]);

  it("is not demanded of what is not for the police, nor of what was answered in full", () => {
    expect(standing(registered({ competence: "other" }), "2027-03-12").findings).not.toHaveProperty("reply A-1");
    expect(standing(registered({ answered: "full" }), "2027-03-12").findings).not.toHaveProperty("reply A-1");
  });
});
