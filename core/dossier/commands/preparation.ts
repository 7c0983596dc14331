import { Content, Invitation, type Meeting, Readiness, VenueCheck } from "../meeting.ts";
import type { Command, CommandContext } from "./command.ts";
import { Label, Reference } from "./input.ts";
import type { Issue } from "./refusal.ts";
import { alreadyRecorded, defineMeetingCommand } from "./subject.ts";

/** Preparation grows, so a new record replaces the old one; from the meeting's day on that is a correction. */
function untilTheDay(part: "invitation" | "venue" | "content" | "readiness") {
  return (meeting: Meeting, _input: unknown, { now }: CommandContext): Issue[] =>
    meeting[part] === undefined || now.day < meeting.date ? [] : [alreadyRecorded("meeting")];
}

const recordInvitation = defineMeetingCommand({
  name: "record-invitation",
  summary: "Records who has been invited to which date, all groups together (Order 608, p. 4 and 11).",
  input: Invitation.extend({ meeting: Reference }),
  fact: () => ["invitation"],
  check: untilTheDay("invitation"),
  change: (meeting, { meeting: _id, ...invitation }) => ({ ...meeting, invitation }),
});

const recordVenueCheck = defineMeetingCommand({
  name: "record-venue-check",
  summary: "Records the check of the place: hygiene and capacity (Order 608, p. 9).",
  input: VenueCheck.extend({ meeting: Reference, place: Label }),
  fact: () => ["venue"],
  check: untilTheDay("venue"),
  change: (meeting, { meeting: _id, ...venue }) => ({ ...meeting, venue }),
});

const recordContent = defineMeetingCommand({
  name: "record-content",
  summary: "Records which sections of p. 6 the prepared report covers, all together (Order 608, p. 6).",
  input: Content.extend({ meeting: Reference }),
  fact: () => ["content"],
  check: untilTheDay("content"),
  change: (meeting, { meeting: _id, ...content }) => ({ ...meeting, content }),
});

const recordReadiness = defineMeetingCommand({
  name: "record-readiness",
  summary:
    "Records that the report is in person, cleared of state secrets, public order planned (Order 608, p. 2, 3, 21).",
  input: Readiness.extend({ meeting: Reference }),
  fact: () => ["readiness"],
  check: untilTheDay("readiness"),
  change: (meeting, { meeting: _id, ...readiness }) => ({ ...meeting, readiness }),
});

export const preparationCommands: readonly Command[] = [
  recordInvitation,
  recordVenueCheck,
  recordContent,
  recordReadiness,
];
