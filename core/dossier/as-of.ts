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
  const { schedule, ...rest } = dossier;
  return {
    ...rest,
    ...(schedule && schedule.approvedOn <= now.day && { schedule }),
    meetings: dossier.meetings.map((meeting) => meetingAsOf(meeting, now)),
  };
}

function meetingAsOf(meeting: Meeting, now: LocalTime): Meeting {
  if (isAllBefore(meeting, now.day)) return meeting;
  const { status, cancelledOn, invitation, venue, content, readiness, notices, protocol, records, appeals, ...plan } =
    meeting;
  const today = now.day;
  const begun = hasBegun(meeting, now);
  /** Whether something dated `on` that belongs to the meeting itself has happened. */
  const happened = (on: Day): boolean => on <= today && (on !== meeting.date || begun);
  return {
    ...plan,
    ...statusAsOf(status, cancelledOn, today, begun),
    ...(invitation && invitation.sentOn <= today && { invitation }),
    ...(venue && venue.checkedOn <= today && { venue }),
    ...(content && content.readyOn <= today && { content }),
    ...(readiness && readiness.checkedOn <= today && { readiness }),
    notices: notices.filter(({ publishedOn }) => publishedOn <= today),
    ...(protocol && happened(protocol.drawnUpOn) && { protocol: protocolAsOf(protocol, happened) }),
    ...(records && happened(records.registeredOn) && { records }),
    appeals: appeals.filter(({ receivedOn }) => happened(receivedOn)).map((appeal) => appealAsOf(appeal, happened)),
  };
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

function statusAsOf(
  status: Meeting["status"],
  cancelledOn: Day | undefined,
  today: Day,
  begun: boolean,
): Pick<Meeting, "status" | "cancelledOn"> {
  if (status === "held") return { status: begun ? "held" : "planned" };
  if (cancelledOn === undefined || cancelledOn > today) return { status: "planned" };
  return { status, cancelledOn };
}

function protocolAsOf(protocol: Protocol, happened: (on: Day) => boolean): Protocol {
  if (isProtocolSeen(protocol, happened)) return protocol;
  const { decisions, ...rest } = protocol;
  return {
    ...rest,
    ...(decisions && {
      decisions: decisions.map(({ doneOn, ...decision }) =>
        doneOn !== undefined && happened(doneOn) ? { ...decision, doneOn } : decision,
      ),
    }),
    signatures: protocol.signatures.filter(({ signedOn }) => happened(signedOn)),
  };
}

function appealAsOf(appeal: Appeal, happened: (on: Day) => boolean): Appeal {
  if (isAppealSeen(appeal, happened)) return appeal;
  const { registeredOn, transferredOn, repliedOn, redirectedOn, initiatorNotifiedOn, extension, ...rest } = appeal;
  const known = (on: Day | undefined): on is Day => on !== undefined && happened(on);
  return {
    ...rest,
    ...(known(registeredOn) && { registeredOn }),
    ...(known(transferredOn) && { transferredOn }),
    ...(known(repliedOn) && { repliedOn }),
    ...(known(redirectedOn) && { redirectedOn }),
    ...(known(initiatorNotifiedOn) && { initiatorNotifiedOn }),
    ...(extension && known(extension.decidedOn) && { extension: extensionAsOf(extension, known) }),
  };
}

function extensionAsOf(
  { notifiedOn, ...extension }: NonNullable<Appeal["extension"]>,
  known: (on: Day | undefined) => on is Day,
): NonNullable<Appeal["extension"]> {
  return known(notifiedOn) ? { ...extension, notifiedOn } : extension;
}
