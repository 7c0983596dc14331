import type { LocalTime } from "../../../core/calendar/zone.ts";
import { routeOf } from "../../../core/dossier/appeal.ts";
import { hasBegun } from "../../../core/dossier/as-of.ts";
import type { CommandName } from "../../../core/dossier/commands/command-name.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import type { Meeting } from "../../../core/dossier/meeting.ts";
import { kindOfSubject, type ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import { obligationOf } from "../../../core/order608/obligations/all.ts";
import type { RecordQuery } from "../record/paths.ts";

/** A form that is the next step for a finding. */
export interface NextAction {
  readonly command: CommandName;
  readonly query: RecordQuery;
}

interface Known {
  readonly dossier: Dossier | null;
  readonly now: LocalTime;
}

const to = (command: CommandName, query: RecordQuery = {}): NextAction => ({ command, query });

const isOn = ({ status }: Meeting): boolean => status !== "cancelled";
const isOpen = ({ state }: Finding): boolean =>
  state === "due" || state === "overdue" || state === "upcoming" || state === "breached";

/** The one thing to do next about an open finding; null when there is nothing that could be recorded now. */
export function nextAction(finding: Finding, known: Known): NextAction | null {
  if (!isOpen(finding)) return null;
  const closer = closerLooks[finding.obligation];
  if (closer) return closer(finding, known);
  const { recordedBy } = obligationOf(finding.obligation);
  return recordedBy === undefined ? null : toSubject(recordedBy, finding, known);
}

/** Obligations whose next step depends on what is missing, or on where the meeting stands. */
const closerLooks: Readonly<Partial<Record<ObligationId, (finding: Finding, known: Known) => NextAction | null>>> = {
  schedule: ({ missing }) => (missing.includes("approval") ? to("approve-schedule") : to("plan-meeting")),
  report: (_, known) => forReport(known),
  venue: forVenue,
  protocol: forProtocol,
  redirection: ({ missing, subject }) =>
    to(missing.includes("redirection") ? "redirect-appeal" : "notify-initiator", { appeal: subject }),
};

/** The form of a command, about what the finding is about. */
function toSubject(command: CommandName, { obligation, subject }: Finding, { dossier }: Known): NextAction | null {
  switch (kindOfSubject[obligation]) {
    case "dossier":
      return to(command);
    case "meeting":
      return to(command, { meeting: subject });
    case "appeal":
      return to(command, { appeal: subject });
    case "decision": {
      const meeting = dossier?.meetings.find(({ id }) => subject.startsWith(`${id}/`));
      return meeting ? to(command, { meeting: meeting.id, decision: subject.slice(meeting.id.length + 1) }) : null;
    }
  }
}

/** A meeting whose hour has come is confirmed, one that lies ahead is waited for, else one is planned. */
function forReport({ dossier, now }: Known): NextAction | null {
  const meetings = (dossier?.meetings ?? []).filter(isOn);
  const begun = meetings.find((meeting) => meeting.status === "planned" && hasBegun(meeting, now));
  if (begun) return to("confirm-held", { meeting: begun.id });
  return meetings.some(({ date, status }) => status === "planned" && date >= now.day) ? null : to("plan-meeting");
}

/** The number of those expected is part of the plan, which stands from the meeting's day on. */
function forVenue({ subject, missing }: Finding, { dossier, now }: Known): NextAction {
  const meeting = dossier?.meetings.find(({ id }) => id === subject);
  const isOnlyExpected = missing.length === 1 && missing[0] === "expected";
  const mayMove = meeting !== undefined && now.day < meeting.date;
  return to(isOnlyExpected && mayMove ? "move-meeting" : "record-venue-check", { meeting: subject });
}

function forProtocol({ subject, missing }: Finding, { dossier, now }: Known): NextAction | null {
  const meeting = dossier?.meetings.find(({ id }) => id === subject);
  if (!meeting || !hasBegun(meeting, now)) return null;
  const [first] = missing;
  const onlySignatures = missing.every((code) => code === "secretary" || code === "head");
  return onlySignatures && first !== undefined
    ? to("sign-protocol", { meeting: subject, role: first })
    : to("draw-up-protocol", { meeting: subject });
}

/** What else can be done about a finding, besides the next step. */
export function otherActions(finding: Finding, { dossier, now }: Known): readonly NextAction[] {
  const { obligation, subject, state } = finding;
  const waiver = { obligation, subject };
  const meeting = dossier?.meetings.find(({ id }) => id === subject);
  return [
    ...(obligation === "reply" && isOpen(finding) ? forReply(subject, dossier) : []),
    ...(obligation === "protocol" && meeting && hasBegun(meeting, now)
      ? [to("receive-appeal", { meeting: subject })]
      : []),
    ...(state === "waived" ? [to("end-waiver", waiver)] : isOpen(finding) ? [to("waive", waiver)] : []),
  ];
}

/** The term of a complaint is never extended (APPC 99). */
function forReply(number: string, dossier: Dossier | null): readonly NextAction[] {
  const appeal = dossier?.meetings.flatMap(({ appeals }) => appeals).find((known) => known.number === number);
  return appeal && !appeal.extension && routeOf(appeal) !== "complaint"
    ? [to("extend-appeal", { appeal: number })]
    : [];
}

/** What can be done with a meeting itself: until its day it is moved or cancelled, afterwards appeals are entered. */
export function meetingActions(meeting: Meeting, now: LocalTime): readonly NextAction[] {
  const query = { meeting: meeting.id };
  if (!isOn(meeting)) return [];
  if (now.day < meeting.date) {
    return meeting.status === "held" ? [] : [to("move-meeting", query), to("cancel-meeting", query)];
  }
  return hasBegun(meeting, now) ? [to("receive-appeal", query)] : [];
}
