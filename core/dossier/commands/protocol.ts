import * as z from "zod";
import { DayText } from "../../calendar/day.ts";
import { type Meeting, Records } from "../meeting.ts";
import { Decision, Protocol, Signature } from "../protocol.ts";
import type { Command } from "./command.ts";
import { Label, nextFree, Prose, Reference } from "./input.ts";
import { type Issue, issue } from "./refusal.ts";
import { alreadyRecorded, defineMeetingCommand, once } from "./subject.ts";

const DrawnDecision = z.strictObject({ id: Label.exactOptional(), text: Prose, dueOn: Decision.shape.dueOn });
type DrawnDecision = z.output<typeof DrawnDecision>;

const { date, startsAt, participants } = Protocol.shape;

const drawUpProtocol = defineMeetingCommand({
  name: "draw-up-protocol",
  summary:
    "Draws up the protocol once the meeting has begun, or draws it up anew, which voids its signatures; decisions " +
    "without an id get the next free one (Order 608, p. 12–14).",
  input: z.strictObject({
    meeting: Reference,
    drawnUpOn: DayText,
    date,
    startsAt,
    place: Label.exactOptional(),
    participants,
    decisions: z.array(DrawnDecision).exactOptional(),
    appeals: z.array(Reference).exactOptional(),
  }),
  fact: () => ["protocol"],
  check: (meeting, { decisions = [], appeals = [] }) => [
    ...duplicateDecisions(decisions),
    ...appeals.flatMap((number, index) =>
      meeting.appeals.some((known) => known.number === number)
        ? []
        : [issue(`appeals.${index}`, "unknown-appeal", "names no appeal of this meeting; receive it first")],
    ),
  ],
  change: (meeting, { meeting: _id, decisions, ...text }) => ({
    ...meeting,
    protocol: { ...text, ...(decisions && { decisions: identified(decisions, meeting) }), signatures: [] },
  }),
});

function duplicateDecisions(decisions: readonly DrawnDecision[]): Issue[] {
  return decisions.flatMap(({ id }, index) =>
    id !== undefined && decisions.findIndex((earlier) => earlier.id === id) < index
      ? [
          issue(`decisions.${index}.id`, "duplicate", `repeats "${id}"; leave it out for the next free one`, {
            name: id,
          }),
        ]
      : [],
  );
}

/**
 * Decisions with their ids; an id of the former protocol is never given to another decision, and one that stayed the
 * same stays completed.
 */
function identified(decisions: readonly DrawnDecision[], { protocol }: Meeting): Decision[] {
  const former = protocol?.decisions ?? [];
  const taken = new Set([...former, ...decisions].flatMap(({ id }) => id ?? []));
  return decisions.map((decision) => {
    const id = decision.id ?? nextFree("d", taken);
    taken.add(id);
    const same = former.find((known) => known.id === id && known.text === decision.text);
    return { ...decision, id, ...(same?.doneOn !== undefined && { doneOn: same.doneOn }) };
  });
}

const signProtocol = defineMeetingCommand({
  name: "sign-protocol",
  summary: "Signs the protocol as secretary or as head, two different people (Order 608, p. 12 and 15).",
  input: Signature.extend({ meeting: Reference, name: Label }),
  fact: ({ role }) => ["protocol", "signatures", role],
  check: ({ protocol }, { role }) => {
    if (!protocol) return [issue("meeting", "no-protocol", "the meeting has no protocol to sign; draw it up first")];
    return protocol.signatures.some((known) => known.role === role) ? [alreadyRecorded("role")] : [];
  },
  change: ({ protocol, ...meeting }, { meeting: _id, ...signature }) => ({
    ...meeting,
    ...(protocol && { protocol: { ...protocol, signatures: [...protocol.signatures, signature] } }),
  }),
});

const registerRecords = defineMeetingCommand({
  name: "register-records",
  summary: "Registers the report's materials with the staff unit (Order 608, p. 18).",
  input: Records.extend({ meeting: Reference, number: Label }),
  fact: () => ["records"],
  check: once("records", "number"),
  change: (meeting, { meeting: _id, ...records }) => ({ ...meeting, records }),
});

export const protocolCommands: readonly Command[] = [drawUpProtocol, signProtocol, registerRecords];
