import * as z from "zod";
import { DayText, formatDay } from "../../calendar/day.ts";
import { Appeal } from "../appeal.ts";
import type { Command } from "./command.ts";
import { Label, Reference } from "./input.ts";
import { issue } from "./refusal.ts";
import { alreadyRecorded, defineAppealCommand, defineMeetingCommand, once } from "./subject.ts";

const { kind, receivedOn, receivedAt, answered, competence, route } = Appeal.shape;

const receiveAppeal = defineMeetingCommand({
  name: "receive-appeal",
  summary:
    "Records a complaint, proposal or remark raised at the meeting, by its number only (Order 608, p. 13, 16, 17).",
  input: z.strictObject({
    meeting: Reference,
    number: Label,
    kind,
    receivedOn,
    receivedAt,
    answered,
    competence,
    route,
  }),
  fact: ({ number }) => ["appeals", number],
  check: (_meeting, { number }, _context, { meetings }) =>
    meetings.some(({ appeals }) => appeals.some((known) => known.number === number))
      ? [issue("number", "duplicate", `"${number}" is the number of another appeal of this dossier`, { name: number })]
      : [],
  change: (meeting, { meeting: _id, ...appeal }) => ({ ...meeting, appeals: [...meeting.appeals, appeal] }),
});

const registerAppeal = defineAppealCommand({
  name: "register-appeal",
  summary: "Records the day on which an appeal was registered (APPC 64(3)).",
  input: z.strictObject({ appeal: Reference, registeredOn: DayText }),
  check: once("registeredOn"),
  change: (appeal, { registeredOn }) => ({ ...appeal, registeredOn }),
});

const extendAppeal = defineAppealCommand({
  name: "extend-appeal",
  summary: "Records the decision to extend the term of the reply (APPC 76(3)).",
  input: z.strictObject({ appeal: Reference, decidedOn: DayText, until: DayText }),
  fact: ["extension"],
  check: ({ extension }, { decidedOn, until }) => {
    if (extension) return [alreadyRecorded("appeal")];
    return until < decidedOn
      ? [
          issue("until", "before-decided", "lies before `decidedOn`; give the new last day", {
            ...{ day: formatDay(until), since: formatDay(decidedOn) },
          }),
        ]
      : [];
  },
  change: (appeal, { decidedOn, until }) => ({ ...appeal, extension: { decidedOn, until } }),
});

const notifyExtension = defineAppealCommand({
  name: "notify-extension",
  summary: "Records that the initiator was notified of the extension (APPC 76(3)).",
  input: z.strictObject({ appeal: Reference, notifiedOn: DayText }),
  fact: ["extension"],
  check: ({ extension }) =>
    extension
      ? once("notifiedOn")(extension)
      : [issue("appeal", "no-extension", "the term of this appeal was not extended; use `extend-appeal` first")],
  change: ({ extension, ...appeal }, { notifiedOn }) => ({
    ...appeal,
    ...(extension && { extension: { ...extension, notifiedOn } }),
  }),
});

const transferAppeal = defineAppealCommand({
  name: "transfer-appeal",
  summary: "Records that a complaint was sent with its file to the body that decides on it (APPC 91(4)).",
  input: z.strictObject({ appeal: Reference, transferredOn: DayText }),
  check: once("transferredOn"),
  change: (appeal, { transferredOn }) => ({ ...appeal, transferredOn }),
});

const replyAppeal = defineAppealCommand({
  name: "reply-appeal",
  summary: "Records the reply to an appeal (Order 608, p. 16; APPC 76, 99).",
  input: z.strictObject({ appeal: Reference, repliedOn: DayText }),
  check: once("repliedOn"),
  change: (appeal, { repliedOn }) => ({ ...appeal, repliedOn }),
});

const redirectAppeal = defineAppealCommand({
  name: "redirect-appeal",
  summary: "Records that an appeal was sent to the competent state body (Order 608, p. 17; APPC 65).",
  input: z.strictObject({ appeal: Reference, redirectedOn: DayText }),
  check: once("redirectedOn"),
  change: (appeal, { redirectedOn }) => ({ ...appeal, redirectedOn }),
});

const notifyInitiator = defineAppealCommand({
  name: "notify-initiator",
  summary: "Records that the initiator was told of the redirection (Order 608, p. 17; APPC 65).",
  input: z.strictObject({ appeal: Reference, initiatorNotifiedOn: DayText }),
  check: once("initiatorNotifiedOn"),
  change: (appeal, { initiatorNotifiedOn }) => ({ ...appeal, initiatorNotifiedOn }),
});

export const appealCommands: readonly Command[] = [
  receiveAppeal,
  registerAppeal,
  extendAppeal,
  notifyExtension,
  transferAppeal,
  replyAppeal,
  redirectAppeal,
  notifyInitiator,
];
