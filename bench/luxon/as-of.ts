import type { DateTime } from "luxon";
import { minutesOf } from "../../core/calendar/time.ts";
import type { Appeal } from "../../core/dossier/appeal.ts";
import type { Dossier } from "../../core/dossier/dossier.ts";
import type { Meeting } from "../../core/dossier/meeting.ts";
import type { Dated } from "./dated.ts";

/** A moment in a body's zone. */
export interface Moment {
  readonly day: DateTime;
  readonly minutes: number;
}

export const isSameDay = (a: DateTime | undefined, b: DateTime): boolean => a?.toMillis() === b.toMillis();

export const hasBegun = ({ date, startsAt }: Dated<Meeting>, now: Moment): boolean =>
  now.day > date || (isSameDay(date, now.day) && now.minutes >= minutesOf(startsAt));

/** What the compared obligations see of a dossier at a moment. */
export const asOf = (dossier: Dated<Dossier>, now: Moment): Dated<Dossier> => ({
  ...dossier,
  meetings: dossier.meetings.map((meeting) => meetingAsOf(meeting, now)),
});

function meetingAsOf({ protocol, ...meeting }: Dated<Meeting>, now: Moment): Dated<Meeting> {
  const begun = hasBegun(meeting, now);
  const happened = (on: DateTime): boolean => on <= now.day && (begun || !isSameDay(on, meeting.date));
  const seen: Dated<Meeting> = {
    ...meeting,
    status: statusAsOf(meeting, now, begun),
    notices: meeting.notices.filter(({ publishedOn }) => publishedOn <= now.day),
    appeals: meeting.appeals
      .filter(({ receivedOn }) => happened(receivedOn))
      .map((appeal) => appealAsOf(appeal, happened)),
  };
  if (protocol && happened(protocol.drawnUpOn)) {
    seen.protocol = { ...protocol, signatures: protocol.signatures.filter(({ signedOn }) => happened(signedOn)) };
  }
  return seen;
}

function statusAsOf({ status, cancelledOn }: Dated<Meeting>, now: Moment, begun: boolean): Meeting["status"] {
  if (status === "held") return begun ? "held" : "planned";
  return cancelledOn === undefined || cancelledOn > now.day ? "planned" : status;
}

function appealAsOf(appeal: Dated<Appeal>, happened: (on: DateTime) => boolean): Dated<Appeal> {
  const { registeredOn, repliedOn, extension, ...seen } = appeal;
  return {
    ...seen,
    ...(registeredOn && happened(registeredOn) && { registeredOn }),
    ...(repliedOn && happened(repliedOn) && { repliedOn }),
    ...(extension && happened(extension.decidedOn) && { extension }),
  };
}
