import { type Day, plusDays } from "../calendar/day.ts";
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
 * Fields are copied one by one: a spread of all but some takes longer than every rule that looks at them.
 */
export function asOf(dossier: Dossier, now: LocalTime): Dossier {
  const { body, campaign, schedule, waivers } = dossier;
  const meetings = dossier.meetings.map((meeting) => meetingAsOf(meeting, now));
  const seen: Dossier = { body, campaign, meetings, waivers };
  if (schedule && schedule.approvedOn <= now.day) seen.schedule = schedule;
  return seen;
}

/** Which of the facts of a meeting have happened: data, since closures that the rules of 250 bodies ask took longer. */
interface Past {
  readonly last: Day;
  /** The day of a meeting that has not begun: nothing of it has happened. */
  readonly except: Day | null;
}

const isPast = (on: Day, { last, except }: Past): boolean => on <= last && on !== except;
const isPastOrUnknown = (on: Day | undefined, past: Past): boolean => on === undefined || isPast(on, past);

function meetingAsOf(meeting: Meeting, now: LocalTime): Meeting {
  const today = now.day;
  if (isAllPast(meeting, { last: plusDays(today, -1), except: null })) return meeting;
  const { id, date, startsAt, place, cancelledOn, expectedParticipants } = meeting;
  const { invitation, venue, content, readiness, protocol, records } = meeting;
  const begun = hasBegun(meeting, now);
  /** What belongs to the meeting itself, of its own day, happens from its start on. */
  const past: Past = { last: today, except: begun ? null : date };
  const status = statusAsOf(meeting, today, begun);
  const notices = meeting.notices.filter(({ publishedOn }) => publishedOn <= today);
  const seen: Meeting = { id, date, startsAt, place, status, notices, appeals: appealsAsOf(meeting.appeals, past) };
  if (cancelledOn !== undefined && status === "cancelled") seen.cancelledOn = cancelledOn;
  if (expectedParticipants !== undefined) seen.expectedParticipants = expectedParticipants;
  if (invitation && invitation.sentOn <= today) seen.invitation = invitation;
  if (venue && venue.checkedOn <= today) seen.venue = venue;
  if (content && content.readyOn <= today) seen.content = content;
  if (readiness && readiness.checkedOn <= today) seen.readiness = readiness;
  if (protocol && isPast(protocol.drawnUpOn, past)) seen.protocol = protocolAsOf(protocol, past);
  if (records && isPast(records.registeredOn, past)) seen.records = records;
  return seen;
}

/** Whether everything recorded of a meeting is past: then nothing is hidden and nothing need be copied. */
function isAllPast(meeting: Meeting, past: Past): boolean {
  const { status, date, cancelledOn, invitation, venue, content, readiness, protocol, records } = meeting;
  return (
    (status !== "held" || isPast(date, past)) &&
    isPastOrUnknown(cancelledOn, past) &&
    isPastOrUnknown(invitation?.sentOn, past) &&
    isPastOrUnknown(venue?.checkedOn, past) &&
    isPastOrUnknown(content?.readyOn, past) &&
    isPastOrUnknown(readiness?.checkedOn, past) &&
    isPastOrUnknown(records?.registeredOn, past) &&
    (!protocol || (isPast(protocol.drawnUpOn, past) && isProtocolPast(protocol, past))) &&
    meeting.notices.every(({ publishedOn }) => isPast(publishedOn, past)) &&
    meeting.appeals.every((appeal) => isPast(appeal.receivedOn, past) && isAppealPast(appeal, past))
  );
}

const isProtocolPast = ({ decisions, signatures }: Protocol, past: Past): boolean =>
  (!decisions || decisions.every(({ doneOn }) => isPastOrUnknown(doneOn, past))) &&
  signatures.every(({ signedOn }) => isPast(signedOn, past));

/** Everything after an appeal's receipt. */
function isAppealPast(appeal: Appeal, past: Past): boolean {
  const { extension } = appeal;
  return (
    LATER_FACTS.every((fact) => isPastOrUnknown(appeal[fact], past)) &&
    (!extension || (isPast(extension.decidedOn, past) && isPastOrUnknown(extension.notifiedOn, past)))
  );
}

function statusAsOf({ status, cancelledOn }: Meeting, today: Day, begun: boolean): Meeting["status"] {
  if (status === "held") return begun ? "held" : "planned";
  return cancelledOn === undefined || cancelledOn > today ? "planned" : status;
}

function protocolAsOf(protocol: Protocol, past: Past): Protocol {
  if (isProtocolPast(protocol, past)) return protocol;
  const signatures = protocol.signatures.filter(({ signedOn }) => isPast(signedOn, past));
  const seen: Protocol = { ...protocol, signatures };
  if (protocol.decisions) {
    seen.decisions = protocol.decisions.map((decision) => {
      if (isPastOrUnknown(decision.doneOn, past)) return decision;
      const { doneOn: _, ...open } = decision;
      return open;
    });
  }
  return seen;
}

const appealsAsOf = (appeals: readonly Appeal[], past: Past): Appeal[] =>
  appeals
    .filter(({ receivedOn }) => isPast(receivedOn, past))
    .map((appeal) => (isAppealPast(appeal, past) ? appeal : appealAsOf(appeal, past)));

function appealAsOf(appeal: Appeal, past: Past): Appeal {
  const { number, kind, receivedOn, receivedAt, answered, competence, route, extension } = appeal;
  const seen: Appeal = { number, kind, receivedOn, answered, competence };
  if (receivedAt !== undefined) seen.receivedAt = receivedAt;
  if (route !== undefined) seen.route = route;
  for (const fact of LATER_FACTS) {
    const on = appeal[fact];
    if (on !== undefined && isPast(on, past)) seen[fact] = on;
  }
  if (extension && isPast(extension.decidedOn, past)) {
    const { notifiedOn, ...decided } = extension;
    seen.extension = isPastOrUnknown(notifiedOn, past) ? extension : decided;
  }
  return seen;
}
