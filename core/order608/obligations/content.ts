import { plusDays } from "../../calendar/day.ts";
import { before, defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";

/** Sections that every report must cover; p. 6(10) holds what the situation asks for and is optional. */
const REQUIRED = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The report covers p. 6(1)–6(9) (Order 608, p. 6). */
export const content = defineObligation({
  id: "content",
  clause: "6",
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const ready = before(meeting.date, meeting.content, ({ readyOn }) => readyOn);
    const covered = new Set(ready?.sections);
    const missing = REQUIRED.filter((section) => !covered.has(section)).map((section) => `section:${section}`);
    return {
      derivation: dueFromMeeting(meeting.date, 1, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.content)),
      metOn: ready && missing.length === 0 ? ready.readyOn : null,
      missing,
      beyondCure: meeting.date,
    };
  },
});
