import { policyWith } from "../../../core/order608/default-policy.ts";
import type { BodyText } from "../../../core/register/body.ts";
import { holidays, onDemand } from "./change.ts";
import type { Scenario } from "./enumerate.ts";
import { contact, department, factsOf, ministry, withoutRecords } from "./facts.ts";
import type { Change } from "./machine.ts";
import { load } from "./world.ts";

// In 2024 there is no earlier campaign, so that a history is short. A report that nobody has held is told of on Monday
// 1 April and, to the ministry too, on Wednesday the 3rd. The evening slots write again what was refused.

const staff = () => ministry([contact("staff", "staff@mia.example")]);
const officer = () => contact("officer", "officer@dp-1.example");
const head = (email = "head@dp-1.example") => contact("head", email);
const EVENINGS = ["2024-04-01T09:00", "2024-04-01T18:00", "2024-04-03T09:00", "2024-04-03T18:00"];
/** The same, and a slot so soon after the first that what a crash has hidden is not seen again before it. */
const FAST = ["2024-04-01T09:00", "2024-04-01T09:04", ...EVENINGS.slice(1)];
const fast = { slots: ["09:00", "09:04", "18:00", "21:00"] };

const withBodies = (bodies: readonly BodyText[], policy: unknown = {}) => factsOf(bodies, 2024, { policy });

/** An import that leaves these bodies, and the policy as it is. */
export const imported = (at: string, bodies: readonly BodyText[], policy: unknown = {}): Change => ({
  at,
  make: (world) => load(withBodies(bodies, policy), world.ports),
});

/** Sweeps on demand as a slot comes, while what a crash has hidden is still hidden, and after it is seen again. */
const onDemandBeside: Scenario = {
  facts: withBodies([staff(), department("DP-1", [officer()])]),
  slots: ["2024-04-01T09:00", "2024-04-01T18:00"],
  changes: [
    onDemand("2024-04-01T09:00", "09:00", "at-once"),
    onDemand("2024-04-01T09:03", "09:00", "soon"),
    onDemand("2024-04-01T09:07", "09:00", "later"),
  ],
};

/** Another head takes office between two slots that come fast. */
const headReplaced: Scenario = {
  facts: withBodies([staff(), department("DP-1", [head()])], fast),
  slots: FAST,
  changes: [imported("2024-04-01T09:02", [staff(), department("DP-1", [head("next@dp-1.example")])], fast)],
  instead: { "head@dp-1.example": "next@dp-1.example" },
};

/** The head of two departments, whose letters the first one's scope writes, stays head of the second one only. */
const addressMoves: Scenario = {
  facts: withBodies([staff(), department("DP-1", [head()]), department("DP-2", [head()])], fast),
  slots: FAST,
  changes: [
    imported(
      "2024-04-01T09:02",
      [staff(), department("DP-1", [head("next@dp-1.example")]), department("DP-2", [head()])],
      fast,
    ),
  ],
  instead: { "head@dp-1.example": "next@dp-1.example" },
};

/** The head of a department becomes one of the ministry's staff too, whose scope writes all letters to that address. */
const addressRises: Scenario = {
  facts: withBodies([staff(), department("DP-1", [head()])], fast),
  slots: FAST,
  changes: [
    imported(
      "2024-04-01T09:02",
      [ministry([contact("staff", "staff@mia.example"), contact("staff", head().email)]), department("DP-1", [head()])],
      fast,
    ),
  ],
};

const ADDED = {
  ladder: {
    report: {
      stages: [
        { at: "due+2wd", to: ["officer", "head"] },
        { at: "due+3wd", to: ["officer", "ministry"] },
      ],
    },
  },
};

/** The ladder loses the stage that was told last, gains one that has come already, and another is told to the ministry. */
const ladderChanges: Scenario = {
  facts: withBodies([staff(), department("DP-1", [officer()])], {
    ladder: {
      report: {
        stages: [
          { at: "due+1wd", to: ["officer"] },
          { at: "due+3wd", to: ["officer"] },
        ],
      },
    },
  }),
  slots: [...EVENINGS.slice(0, 2), "2024-04-02T18:00", ...EVENINGS.slice(2)],
  changes: [imported("2024-04-02T12:00", [staff(), department("DP-1", [officer(), head()])], ADDED)],
  ladder: policyWith(ADDED).ladder,
};

const undated = { body: "DP-1", campaign: 2024, meetings: [], waivers: [] };
const scheduled = (policy: unknown) =>
  factsOf([staff(), department("DP-1", [officer()])], 2024, { dossiers: [undated], policy });

/** The schedule becomes due a week earlier, so that its ladder starts anew: after all slots in which the old one can be written. */
const dueDayChanges: Scenario = {
  facts: scheduled({}),
  slots: [
    "2024-01-18T09:00",
    "2024-01-18T18:00",
    "2024-01-19T09:00",
    "2024-01-19T18:00",
    "2024-01-26T09:00",
    "2024-01-26T18:00",
  ],
  changes: [{ at: "2024-01-18T22:00", make: (world) => load(scheduled({ scheduleDue: "01-25" }), world.ports) }],
};

/** A stage that is near moves by a new holiday; after it was told, the day of its telling becomes one too. */
const calendarChanges: Scenario = {
  facts: withBodies([staff(), department("DP-1", [officer()])]),
  slots: [...EVENINGS, "2024-04-04T09:00", "2024-04-04T18:00", "2024-04-05T09:00", "2024-04-05T18:00"],
  changes: [holidays("2024-04-02T12:00", "2024-04-03"), holidays("2024-04-04T19:00", "2024-04-03", "2024-04-04")],
};

const RECORDS = { ladder: { records: { stages: [{ at: "due+1wd", to: ["officer"] }], every: [] } } };

/** The records of Friday's meeting are due on Monday, told of on Tuesday; then Monday becomes a holiday, and Tuesday the due day. */
export const dueDayMoves: Scenario = {
  facts: factsOf([staff(), department("DP-1", [officer()])], 2024, {
    dossiers: [withoutRecords("DP-1", "2024-04-05")],
    policy: RECORDS,
  }),
  slots: ["2024-04-09T09:00", "2024-04-09T18:00", "2024-04-10T09:00", "2024-04-10T18:00"],
  changes: [holidays("2024-04-09T22:00", "2024-04-08")],
  ladder: policyWith(RECORDS).ladder,
};

/** A body ends between two slots, and its head becomes the head of the one that takes its place. */
const bodyEnds: Scenario = {
  facts: withBodies([staff(), department("DP-1", [head()])], fast),
  slots: FAST,
  changes: [
    imported(
      "2024-04-01T09:02",
      [
        staff(),
        { ...department("DP-1", [head()]), activeTo: "2024-04-01" },
        { ...department("DP-2", [head()]), activeFrom: "2024-04-02" },
      ],
      fast,
    ),
  ],
  instead: { "head@dp-1.example": "staff@mia.example" },
};

/** Facts, policy or calendar change in the middle of a ladder, by name. */
export const changing = {
  dueDayMoves,
  bodyEnds,
  onDemandBeside,
  headReplaced,
  addressMoves,
  addressRises,
  ladderChanges,
  dueDayChanges,
  calendarChanges,
};
