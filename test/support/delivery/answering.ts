import { day } from "../../../core/calendar/day.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import { policyWith } from "../../../core/order608/default-policy.ts";
import { almaty } from "../memory/clocks.ts";
import { clearOutOfUse } from "./deciding.ts";
import type { Scenario } from "./enumerate.ts";
import { contact, department, factsOf, ministry } from "./facts.ts";
import type { World } from "./world.ts";

// A ladder of three stages that lead to the officer; on Wednesday 3 April, in the middle of it, the mail service answers.

const officer = () => contact("officer", "officer@dp-1.example");
const head = () => contact("head", "head@dp-1.example");
const EVENINGS = ["2024-04-01T09:00", "2024-04-01T18:00", "2024-04-03T09:00", "2024-04-03T18:00"];

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
  facts: factsOf([ministry([contact("staff", "staff@mia.example")]), department("DP-1", [officer(), head()])], 2024, {
    policy: LADDER,
  }),
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
  actions: [{ at: CLEARED, act: ({ ports }) => clearOutOfUse(OFFICER, "user:admin", ports) }],
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

/** The mail service answers in the middle of a ladder, by name. */
export const answering = { bouncing, clearing, complaining, rejecting };
