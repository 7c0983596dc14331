import { day } from "../../../core/calendar/day.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { policyWith } from "../../../core/order608/default-policy.ts";
import type { BodyText } from "../../../core/register/body.ts";
import { clearOutOfUse } from "../../../core/settle.ts";
import { almaty } from "../memory/clocks.ts";
import { holidays, onDemand } from "./change.ts";
import type { Scenario } from "./enumerate.ts";
import { contact, department, factsOf, ministry } from "./facts.ts";
import type { Change } from "./machine.ts";
import { load, type World } from "./world.ts";

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
const imported = (at: string, bodies: readonly BodyText[], policy: unknown = {}): Change => ({
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

const LADDER = {
  ladder: {
    report: {
      stages: [
        { at: "due+1wd", to: ["officer"] },
        { at: "due+3wd", to: ["officer"] },
        { at: "due+4wd", to: ["officer"] },
      ],
    },
  },
};
const OFFICER = officer().email;
const CLOSED = almaty("2024-04-03T00:00");

/** What the mail service says of the officer's letters from 3 April on, in the middle of the ladder. */
const fromThen = (kind: "hard-bounce" | "complaint"): Pick<Scenario, "events"> => ({
  events: ({ recipientKey }, at) =>
    recipientKey === OFFICER && at >= CLOSED ? ["send", kind, "delivery", kind] : ["delivery", "send", "delivery"],
});

const ladder: Scenario = {
  facts: withBodies([staff(), department("DP-1", [officer(), head()])], LADDER),
  slots: [...EVENINGS, "2024-04-04T09:00", "2024-04-04T18:00"],
  ladder: policyWith(LADDER).ladder,
};

/** What was sent to an address from 3 April on. */
const lettersSince = ({ ports }: World, email: string) =>
  ports.ledger
    .all()
    .filter(
      ({ recipientKey, slot, messageId }) => recipientKey === email && slot.day >= day("2024-04-03") && messageId,
    );

const marksIn = async ({ ports }: World): Promise<string[]> =>
  (await ports.outOfUse.all()).map(({ recipientKey }) => recipientKey);

/** The officer's address ends: the next sweep tells the head of it instead, and nothing more goes to the officer. */
const bouncing: Scenario = {
  ...ladder,
  ...fromThen("hard-bounce"),
  instead: { [OFFICER]: head().email },
  check: async (world) => {
    const bounced = lettersSince(world, OFFICER);
    const instead = world.inbox(head().email).flatMap(({ items }) => items);
    const [report] = await world.ports.log.ofSlot({ day: day("2024-04-04"), time: "18:00" });
    return [
      ...((await marksIn(world)).join() === OFFICER ? [] : ["the address is not out of use"]),
      ...(bounced.length === 1 && bounced[0]?.state === "bounced" ? [] : [`${bounced.length} letters came back`]),
      ...(instead.length > 0 && instead.every(({ insteadOf }) => insteadOf === "officer") ? [] : ["nobody instead"]),
      ...(report?.contacts.some(({ role }) => role === "officer") ? [] : ["no finding of the contact"]),
    ];
  },
};

const CLEARED = "2024-04-03T19:30";

/** An administrator puts the address into use again: what came back counts as unwritten, and goes to it once more. */
const clearing: Scenario = {
  ...ladder,
  slots: [...EVENINGS, "2024-04-03T21:00", "2024-04-04T09:00", "2024-04-04T18:00"],
  changes: [{ at: CLEARED, make: ({ ports }) => clearOutOfUse(OFFICER, "user:admin", ports) }],
  events: ({ recipientKey }, at) =>
    recipientKey === OFFICER && at >= CLOSED && at < almaty(CLEARED) ? ["hard-bounce", "send"] : ["send", "delivery"],
  instead: { [head().email]: OFFICER },
  check: async ({ ports }) => {
    const isAgain = ({ recipientKey, slot, items }: LetterEntry) =>
      recipientKey === OFFICER && slot.time === "21:00" && items.some(({ stage }) => stage === "due+3wd");
    return ports.ledger.all().some(isAgain) ? [] : ["not written again"];
  },
};

/** The officer marks a letter as unwanted: it has arrived, and the ladder goes on to the same address. */
const complaining: Scenario = {
  ...ladder,
  ...fromThen("complaint"),
  check: async (world) => {
    const states = new Set(lettersSince(world, OFFICER).map(({ state }) => state));
    return [
      ...((await marksIn(world)).length === 0 ? [] : ["the address is out of use"]),
      ...([...states].join() === "complained" ? [] : [`letters are ${[...states].join()}`]),
    ];
  },
};

/** The service takes the officer's letter of the 3rd and then refuses to deliver it, until noon: it is written afresh. */
const rejecting: Scenario = {
  ...ladder,
  events: ({ recipientKey }, at) =>
    recipientKey === OFFICER && at >= CLOSED && at < almaty("2024-04-03T12:00")
      ? ["reject", "send", "reject"]
      : ["send", "delivery"],
  check: async (world) => ((await marksIn(world)).length === 0 ? [] : ["the address is out of use"]),
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

/** The schedule becomes due a week earlier, so that its ladder starts anew. */
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
  changes: [{ at: "2024-01-18T20:00", make: (world) => load(scheduled({ scheduleDue: "01-25" }), world.ports) }],
};

/** A stage that is near moves by a new holiday; after it was told, the day of its telling becomes one too. */
const calendarChanges: Scenario = {
  facts: withBodies([staff(), department("DP-1", [officer()])]),
  slots: [...EVENINGS, "2024-04-04T09:00", "2024-04-04T18:00", "2024-04-05T09:00", "2024-04-05T18:00"],
  changes: [holidays("2024-04-02T12:00", "2024-04-03"), holidays("2024-04-04T19:00", "2024-04-03", "2024-04-04")],
};

/** Something changes in the middle of a ladder, by name. */
export const changing = {
  onDemandBeside,
  headReplaced,
  addressMoves,
  addressRises,
  bouncing,
  clearing,
  complaining,
  rejecting,
  ladderChanges,
  dueDayChanges,
  calendarChanges,
};
