import * as z from "zod";
import { DayText } from "../../calendar/day.ts";
import type { Meeting } from "../meeting.ts";
import type { Decision } from "../protocol.ts";
import { Reference } from "./input.ts";
import { issue } from "./refusal.ts";
import { defineMeetingCommand, once } from "./subject.ts";

const checkOnce = once("doneOn");

const decisionOf = ({ protocol }: Meeting, wanted: string): Decision | undefined =>
  protocol?.decisions?.find(({ id }) => id === wanted);

/** The signatures stand: completing a decision does not change what the protocol says. */
export const completeDecision = defineMeetingCommand({
  name: "complete-decision",
  summary: "Records that a decision of the protocol was carried out (Order 608, p. 19).",
  input: z.strictObject({ meeting: Reference, decision: Reference, doneOn: DayText }),
  fact: ({ decision }) => ["protocol", "decisions", decision],
  check: (meeting, input) => {
    const decision = decisionOf(meeting, input.decision);
    if (decision) return checkOnce(decision);
    return [issue("decision", "unknown-decision", "names no decision of this meeting's protocol")];
  },
  change: ({ protocol, ...meeting }, { decision, doneOn }) => ({
    ...meeting,
    ...(protocol && {
      protocol: {
        ...protocol,
        decisions: (protocol.decisions ?? []).map((known) => (known.id === decision ? { ...known, doneOn } : known)),
      },
    }),
  }),
});
