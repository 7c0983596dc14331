import { type Day, dayOf } from "../calendar/day.ts";
import type { LocalTime } from "../calendar/zone.ts";
import { asOf } from "../dossier/as-of.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Meeting } from "../dossier/meeting.ts";
import type { Notice } from "../dossier/notice.ts";
import { announcedBy } from "../order608/obligations/notice.ts";
import type { Bilingual } from "../register/locale.ts";

/** A meeting as its valid notices have announced it, and nothing else of it (p. 8(2)). */
export interface PublicMeeting {
  readonly body: string;
  readonly campaign: number;
  /** The meeting's id in its dossier. */
  readonly meeting: string;
  readonly date: Day;
  /** Null while no valid notice has named it. */
  readonly startsAt: string | null;
  readonly place: Bilingual | null;
  /** The notices that say how questions are sent. */
  readonly questions: readonly Notice[];
  /** The latest valid notice. */
  readonly published: Notice;
  /** It was announced and will not take place. */
  readonly isCancelled: boolean;
  /** Rises with every notice and with a cancellation, so that a calendar knows which word is the last. */
  readonly revision: number;
}

/**
 * What the population was told of a body's meetings by now; those whose date nobody announced are not listed. Meetings that
 * were cancelled after they had been announced are: who noted them must learn of it.
 */
export const announcedMeetings = (dossier: Dossier, { now }: { readonly now: LocalTime }): readonly PublicMeeting[] =>
  asOf(dossier, now).meetings.flatMap((meeting) => announced(meeting, dossier) ?? []);

function announced(meeting: Meeting, dossier: Dossier): PublicMeeting | null {
  const parts = new Set<string>();
  const questions: Notice[] = [];
  let published: Notice | undefined;
  for (const notice of meeting.notices) {
    const own = announcedBy(notice, meeting);
    if (own.length === 0) continue;
    for (const part of own) parts.add(part);
    if (own.includes("questions")) questions.push(notice);
    if (!published || notice.publishedOn >= published.publishedOn) published = notice;
  }
  if (!published || !parts.has("date")) return null;
  return {
    ...{ body: dossier.body, campaign: dossier.campaign, meeting: meeting.id, date: meeting.date },
    startsAt: parts.has("startsAt") ? meeting.startsAt : null,
    place: parts.has("place") ? meeting.place : null,
    ...{ questions, published },
    isCancelled: meeting.status === "cancelled",
    revision: revisionOf(meeting),
  };
}

/** More notices than a meeting ever has, so that a day always counts for more. */
const MANY = 100;

/** By the day of the last word and by how many there were: void notices count too, for those who read them. */
function revisionOf({ notices, cancelledOn }: Meeting): number {
  const cancelled = cancelledOn === undefined ? [] : [cancelledOn];
  const days = [...notices.map(({ publishedOn }) => publishedOn), ...cancelled];
  return (Math.max(...days) - dayOf(FIRST_YEAR, 1, 1)) * MANY + days.length;
}

/** The Order took effect in August of this year. */
const FIRST_YEAR = 2023;
