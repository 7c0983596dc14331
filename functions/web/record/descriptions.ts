import type { CommandName } from "../../../core/dossier/commands/command-name.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Field, OptionSet, Warning } from "./fields.ts";
import type { LabelKey } from "./texts/labels.ts";

/** How a command is asked for; that all of its input is asked for, and nothing else, is tested. */
export interface Description {
  /** Where on the body's page its finding stands, and whose clauses help; null when the input says it. */
  readonly obligation: ObligationId | null;
  readonly fields: readonly Field[];
  /** Objects that the input must have even when all in them is left out. */
  readonly objects?: readonly string[];
  readonly warning?: Warning;
}

const day = (name: string, label: LabelKey = name as LabelKey): Field => ({ kind: "day", name, label, required: true });
const optionalDay = (name: string, label: LabelKey): Field => ({ kind: "day", name, label });
const one = (name: LabelKey & OptionSet): Field => ({ kind: "one", name, label: name, options: name, required: true });
const tick = (name: LabelKey): Field => ({ kind: "tick", name, label: name, off: "false" });

const meeting: Field = { kind: "about", name: "meeting", label: "meeting", of: "meeting", required: true };
const appeal: Field = { kind: "about", name: "appeal", label: "appeal", of: "appeal", required: true };
const obligation: Field = {
  ...{ kind: "about", name: "obligation", label: "obligation", of: "obligation", required: true },
};
const subject: Field = { kind: "about", name: "subject", label: "subject", of: "subject", required: true };

const planFields = (required: { readonly required?: true }): readonly Field[] => [
  { kind: "day", name: "date", label: "date", ...required },
  { kind: "time", name: "startsAt", label: "startsAt", ...required },
  { kind: "line", name: "place.kk", label: "placeKk", ...required },
  { kind: "line", name: "place.ru", label: "placeRu", ...required },
  { kind: "count", name: "expectedParticipants", label: "expectedParticipants" },
];

/** A command about one appeal that records the day of an event. */
const appealDay = (of: ObligationId, name: LabelKey): Description => ({ obligation: of, fields: [appeal, day(name)] });

const announced: readonly Field[] = [
  { kind: "day", name: "announces.date", label: "announcedDate" },
  { kind: "time", name: "announces.startsAt", label: "announcedTime" },
  { kind: "line", name: "announces.place", label: "announcedPlace" },
  { kind: "tick", name: "announces.schedule", label: "announcesSchedule", off: "absent" },
  { kind: "tick", name: "announces.questions", label: "announcesQuestions", off: "absent" },
];

/** How each command is asked for. */
export const descriptions: Readonly<Record<CommandName, Description>> = {
  "approve-schedule": {
    obligation: "schedule",
    fields: [day("approvedOn"), { kind: "line", name: "number", label: "scheduleNumber" }],
  },
  "plan-meeting": {
    obligation: "report",
    fields: [{ kind: "hidden", name: "id", label: "meeting" }, ...planFields({ required: true })],
    objects: ["place"],
  },
  "move-meeting": { obligation: "report", fields: [{ ...meeting, note: "move" }, ...planFields({})] },
  "cancel-meeting": { obligation: "report", fields: [meeting, day("cancelledOn")], warning: "cancel" },
  "confirm-held": { obligation: "report", fields: [{ ...meeting, note: "held" }] },
  "record-invitation": {
    obligation: "invitation",
    fields: [
      { ...meeting, note: "replaces" },
      day("sentOn"),
      day("forDate"),
      { kind: "many", name: "groups", label: "groups", options: "groups", required: true },
    ],
  },
  "record-venue-check": {
    obligation: "venue",
    fields: [
      ...[meeting, day("checkedOn"), { kind: "line", name: "place", label: "place", required: true } as const],
      ...[tick("hygienic"), { kind: "count", name: "capacity", label: "capacity", required: true } as const],
    ],
  },
  "record-content": {
    obligation: "content",
    fields: [
      { ...meeting, note: "replaces" },
      day("readyOn"),
      { kind: "many", name: "sections", label: "sections", options: "sections", required: true },
    ],
  },
  "record-readiness": {
    obligation: "readiness",
    fields: [meeting, day("checkedOn"), tick("inPerson"), tick("clearedOfSecrets"), tick("orderPlanned")],
  },
  "publish-notice": {
    obligation: "notice",
    fields: [
      ...[meeting, day("publishedOn"), one("channel")],
      { kind: "line", name: "outlet", label: "outlet", required: true },
      { kind: "web", name: "url", label: "url" },
      ...announced,
    ],
    objects: ["announces"],
  },
  "draw-up-protocol": {
    obligation: "protocol",
    fields: [
      ...[meeting, day("drawnUpOn"), { kind: "day", name: "date", label: "date", needed: true } as const],
      { kind: "time", name: "startsAt", label: "startsAt", needed: true },
      { kind: "line", name: "place", label: "place", needed: true },
      { kind: "count", name: "participants", label: "participants", needed: true },
      {
        ...{ kind: "rows", name: "decisions", label: "decisions", note: "privacy", needed: true },
        fields: [
          { kind: "hidden", name: "id", label: "decision" },
          { kind: "prose", name: "text", label: "decision", needed: true },
          { kind: "day", name: "dueOn", label: "dueOn" },
        ],
      },
      { kind: "many", name: "appeals", label: "listedAppeals", options: "appeals", needed: true },
    ],
    warning: "signed",
  },
  "sign-protocol": {
    obligation: "protocol",
    fields: [meeting, one("role"), { kind: "line", name: "name", label: "name", required: true }, day("signedOn")],
  },
  "register-records": {
    obligation: "records",
    fields: [meeting, { kind: "line", name: "number", label: "recordsNumber", required: true }, day("registeredOn")],
  },
  "receive-appeal": {
    obligation: "registration",
    fields: [
      ...[meeting, { kind: "line", name: "number", label: "appealNumber", note: "privacy", required: true } as const],
      ...[one("kind"), day("receivedOn")],
      { kind: "time", name: "receivedAt", label: "receivedAt", note: "receivedAt" },
      ...[one("answered"), one("competence")],
      { kind: "one", name: "route", label: "route", options: "route", note: "route" },
    ],
  },
  "register-appeal": appealDay("registration", "registeredOn"),
  "extend-appeal": { obligation: "reply", fields: [appeal, day("decidedOn"), day("until")] },
  "notify-extension": appealDay("extension-notice", "notifiedOn"),
  "transfer-appeal": appealDay("transfer", "transferredOn"),
  "reply-appeal": appealDay("reply", "repliedOn"),
  "redirect-appeal": appealDay("redirection", "redirectedOn"),
  "notify-initiator": appealDay("redirection", "initiatorNotifiedOn"),
  "complete-decision": {
    obligation: "decision",
    fields: [
      meeting,
      { kind: "about", name: "decision", label: "decision", of: "decision", required: true },
      day("doneOn"),
    ],
  },
  waive: {
    obligation: null,
    fields: [
      ...[obligation, subject, { kind: "prose", name: "reason", label: "reason", required: true } as const],
      ...[day("from"), optionalDay("to", "to")],
    ],
    warning: "waive",
  },
  "end-waiver": { obligation: null, fields: [obligation, subject, day("to")] },
  correct: {
    obligation: null,
    fields: [
      { kind: "hidden", name: "path", label: "path", required: true },
      { kind: "hidden", name: "value", label: "value" },
      { kind: "prose", name: "reason", label: "reason", note: "privacy", required: true },
    ],
  },
};
