import * as z from "zod";
import { DayText } from "../../calendar/day.ts";
import { Meeting } from "../meeting.ts";
import { type Command, defineCommand } from "./command.ts";
import { BilingualLabel, NewId, nextFree, Reference } from "./input.ts";
import { issue, refuse } from "./refusal.ts";
import { defineMeetingCommand } from "./subject.ts";

const { date, startsAt, expectedParticipants } = Meeting.shape;

const planMeeting = defineCommand({
  name: "plan-meeting",
  summary: "Plans a meeting for today or later (Order 608, p. 4 and 8(1)); without an id it gets the next free one.",
  input: z.strictObject({ id: NewId.exactOptional(), date, startsAt, place: BilingualLabel, expectedParticipants }),
  apply: (dossier, { id: given, ...plan }) => {
    const taken = new Set(dossier.meetings.map((meeting) => meeting.id));
    if (given !== undefined && taken.has(given)) {
      return refuse([
        issue("id", "duplicate", `"${given}" is the id of another meeting; leave it out for the next free one`, {
          name: given,
        }),
      ]);
    }
    const id = given ?? nextFree("m", taken);
    const meeting: Meeting = { id, ...plan, status: "planned", notices: [], appeals: [] };
    return { after: { ...dossier, meetings: [...dossier.meetings, meeting] }, fact: ["meetings", id] };
  },
});

const moveMeeting = defineMeetingCommand({
  name: "move-meeting",
  summary:
    "Changes date, time, place or expected participants until the day before the meeting; notices, invitation and " +
    "venue check for the old date or place stay and no longer count (Order 608, p. 8(2), 9, 11).",
  input: z.strictObject({
    meeting: Reference,
    date: date.exactOptional(),
    startsAt: startsAt.exactOptional(),
    place: BilingualLabel.exactOptional(),
    expectedParticipants,
  }),
  fact: () => [],
  // A file may say that it is held on its day; on another day somebody has to confirm it.
  change: (meeting, { meeting: _id, ...plan }) => ({
    ...{ ...meeting, ...plan },
    status: (plan.date ?? meeting.date) === meeting.date ? meeting.status : "planned",
  }),
});

const cancelMeeting = defineMeetingCommand({
  name: "cancel-meeting",
  summary: "Cancels a planned meeting until the day before it.",
  input: z.strictObject({ meeting: Reference, cancelledOn: DayText }),
  fact: () => [],
  change: (meeting, { cancelledOn }) => ({ ...meeting, status: "cancelled", cancelledOn }),
});

const confirmHeld = defineMeetingCommand({
  name: "confirm-held",
  summary: "Confirms, once it has begun, that a meeting was held (Order 608, p. 4).",
  input: z.strictObject({ meeting: Reference }),
  fact: () => ["status"],
  check: ({ status }) =>
    status === "held" ? [issue("meeting", "already-held", "the meeting is confirmed as held")] : [],
  change: (meeting) => ({ ...meeting, status: "held" }),
});

export const meetingCommands: readonly Command[] = [planMeeting, moveMeeting, cancelMeeting, confirmHeld];
