import type { Day } from "../../calendar/day.ts";
import { plusDays } from "../../calendar/day.ts";
import type { Meeting } from "../../dossier/meeting.ts";
import type { Announcement } from "../../dossier/notice.ts";
import { defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";
import { isSamePlace } from "./place.ts";

const ANNOUNCED = ["date", "startsAt", "place", "schedule", "questions"] as const;

/** Date, time, place, schedule and ways to send questions are published in time (Order 608, p. 8(2)). */
export const notice = defineObligation({
  id: "notice",
  clause: "8(2)",
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const { metOn, missing } = announcedFully(meeting);
    return {
      derivation: dueFromMeeting(meeting.date, policy.noticeDays, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.notice)),
      metOn,
      missing,
      beyondCure: meeting.date,
    };
  },
});

/** What the valid notices before the meeting's day announce together, and the day on which they had said everything. */
function announcedFully(meeting: Meeting): { metOn: Day | null; missing: readonly string[] } {
  const valid = meeting.notices.filter(
    ({ publishedOn, announces }) => publishedOn < meeting.date && isValid(announces, meeting),
  );
  let missing: readonly (typeof ANNOUNCED)[number][] = ANNOUNCED;
  for (const { publishedOn, announces } of valid.sort((a, b) => a.publishedOn - b.publishedOn)) {
    missing = missing.filter((part) => !announces[part]);
    if (missing.length === 0) return { metOn: publishedOn, missing };
  }
  return { metOn: null, missing };
}

/** Whether a notice counts: one that differs from the meeting in anything it names is void as a whole (SPEC 4). */
export function isValid({ date, startsAt, place }: Announcement, meeting: Meeting): boolean {
  return (
    (date === undefined || date === meeting.date) &&
    (startsAt === undefined || startsAt === meeting.startsAt) &&
    (place === undefined || isSamePlace(place, meeting.place))
  );
}
