import { plusDays } from "../../calendar/day.ts";
import type { Meeting, VenueCheck } from "../../dossier/meeting.ts";
import { before, defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";
import { isSamePlace } from "./place.ts";

/** The place is fit and holds everybody expected (Order 608, p. 9). */
export const venue = defineObligation({
  id: "venue",
  clause: "9",
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const check = before(meeting.date, meeting.venue, ({ checkedOn }) => checkedOn);
    const ofThisPlace = check && isSamePlace(check.place, meeting.place) ? check : undefined;
    const missing = ofThisPlace ? lackingIn(ofThisPlace, meeting) : ["check"];
    return {
      derivation: dueFromMeeting(meeting.date, 1, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.venue)),
      metOn: ofThisPlace && missing.length === 0 ? ofThisPlace.checkedOn : null,
      missing,
      beyondCure: meeting.date,
    };
  },
});

function lackingIn({ hygienic, capacity }: VenueCheck, { expectedParticipants }: Meeting): string[] {
  const missing = hygienic ? [] : ["hygiene"];
  if (expectedParticipants === undefined) return [...missing, "expected"];
  return capacity < expectedParticipants ? [...missing, "capacity"] : missing;
}
