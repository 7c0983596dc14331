import type { Day } from "../calendar/day.ts";
import { minutesOf } from "../calendar/time.ts";
import type { LocalTime } from "../calendar/zone.ts";
import { type Appeal, LATER_FACTS } from "./appeal.ts";
import type { Dossier } from "./dossier.ts";
import type { Meeting } from "./meeting.ts";
import type { Protocol } from "./protocol.ts";

/** Whether a meeting's hour has come, in the body's own time. */
export function hasBegun(meeting: Meeting, now: LocalTime): boolean {
  return now.day > meeting.date || (now.day === meeting.date && now.minutes >= minutesOf(meeting.startsAt));
}

/**
 * What had happened by a moment (SPEC 3, "As of"): facts dated after its day do not count, and what is born at a meeting
 * exists from its start on. Plans stay. `now` is in the body's zone; its minutes are {@link END_OF_DAY} for a whole day.
 */
export function asOf(dossier: Dossier, now: LocalTime): Dossier {
  const meetings = dossier.meetings.map((meeting) => meetingAsOf(meeting, now));
  const { schedule, ...rest } = dossier;
  return schedule && schedule.approvedOn <= now.day ? { ...dossier, meetings } : { ...rest, meetings };
}

/** Fields are copied one by one: a spread of all but some takes longer than every rule that looks at them. */
function meetingAsOf(meeting: Meeting, now: LocalTime): Meeting {
  const today = now.day;
  if (isAllBefore(meeting, today)) return meeting;
  const { id, date, startsAt, place, cancelledOn, expectedParticipants } = meeting;
  const { invitation, venue, content, readiness, protocol, records } = meeting;
  const begun = hasBegun(meeting, now);
  /** Whether something dated `on` that belongs to the meeting itself has happened. */
  const happened = (on: Day): boolean => on <= today && (on !== date || begun);
  const status = statusAsOf(meeting, today, begun);
  const notices = meeting.notices.filter(({ publishedOn }) => publishedOn <= today);
  const appeals = meeting.appeals.filter(({ receivedOn }) => happened(receivedOn));
  const seen: Meeting = { id, date, startsAt, place, status, notices, appeals: appealsAsOf(appeals, happened) };
  if (cancelledOn !== undefined && status === "cancelled") seen.cancelledOn = cancelledOn;
  if (expectedParticipants !== undefined) seen.expectedParticipants = expectedParticipants;
  if (invitation && invitation.sentOn <= today) seen.invitation = invitation;
  if (venue && venue.checkedOn <= today) seen.venue = venue;
  if (content && content.readyOn <= today) seen.content = content;
  if (readiness && readiness.checkedOn <= today) seen.readiness = readiness;
  if (protocol && happened(protocol.drawnUpOn)) seen.protocol = protocolAsOf(protocol, happened);
  if (records && happened(records.registeredOn)) seen.records = records;
  return seen;
}

/** Whether everything recorded of a meeting is dated before a day: then nothing is hidden and nothing need be copied. */
function isAllBefore(meeting: Meeting, today: Day): boolean {
  const { status, date, cancelledOn, invitation, venue, content, readiness, protocol, records } = meeting;
  const past = (on: Day): boolean => on < today;
  return (
    (status !== "held" || past(date)) &&
    (cancelledOn === undefined || past(cancelledOn)) &&
    (!invitation || past(invitation.sentOn)) &&
    (!venue || past(venue.checkedOn)) &&
    (!content || past(content.readyOn)) &&
    (!readiness || past(readiness.checkedOn)) &&
    (!records || past(records.registeredOn)) &&
    (!protocol || (past(protocol.drawnUpOn) && isProtocolSeen(protocol, past))) &&
    meeting.notices.every(({ publishedOn }) => past(publishedOn)) &&
    meeting.appeals.every((appeal) => past(appeal.receivedOn) && isAppealSeen(appeal, past))
  );
}

const isProtocolSeen = ({ decisions = [], signatures }: Protocol, happened: (on: Day) => boolean): boolean =>
  decisions.every(({ doneOn }) => doneOn === undefined || happened(doneOn)) &&
  signatures.every(({ signedOn }) => happened(signedOn));

function isAppealSeen(appeal: Appeal, happened: (on: Day) => boolean): boolean {
  const seen = (on: Day | undefined): boolean => on === undefined || happened(on);
  const { extension } = appeal;
  return (
    LATER_FACTS.every((fact) => seen(appeal[fact])) &&
    (!extension || (happened(extension.decidedOn) && seen(extension.notifiedOn)))
  );
}

function statusAsOf({ status, cancelledOn }: Meeting, today: Day, begun: boolean): Meeting["status"] {
  if (status === "held") return begun ? "held" : "planned";
  return cancelledOn === undefined || cancelledOn > today ? "planned" : status;
}

function protocolAsOf(protocol: Protocol, happened: (on: Day) => boolean): Protocol {
  if (isProtocolSeen(protocol, happened)) return protocol;
  const signatures = protocol.signatures.filter(({ signedOn }) => happened(signedOn));
  const seen: Protocol = { ...protocol, signatures };
  if (protocol.decisions) {
    seen.decisions = protocol.decisions.map(({ doneOn, ...decision }) =>
      doneOn !== undefined && happened(doneOn) ? { ...decision, doneOn } : decision,
    );
  }
  return seen;
}

const appealsAsOf = (appeals: readonly Appeal[], happened: (on: Day) => boolean): Appeal[] =>
  appeals.map((appeal) => (isAppealSeen(appeal, happened) ? appeal : appealAsOf(appeal, happened)));

function appealAsOf(appeal: Appeal, happened: (on: Day) => boolean): Appeal {
  const { number, kind, receivedOn, receivedAt, answered, competence, route, extension } = appeal;
  const seen: Appeal = { number, kind, receivedOn, answered, competence };
  if (receivedAt !== undefined) seen.receivedAt = receivedAt;
  if (route !== undefined) seen.route = route;
  for (const fact of LATER_FACTS) {
    const on = appeal[fact];
    if (on !== undefined && happened(on)) seen[fact] = on;
  }
  if (extension && happened(extension.decidedOn)) {
    const { notifiedOn, ...decided } = extension;
    seen.extension = notifiedOn !== undefined && happened(notifiedOn) ? extension : decided;
  }
  return seen;
}
