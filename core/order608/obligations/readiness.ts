import { plusDays } from "../../calendar/day.ts";
import { before, defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";

const CONDITIONS = ["inPerson", "clearedOfSecrets", "orderPlanned"] as const;

/** In person, cleared of state secrets, public order planned (Order 608, p. 2, 3 and 21). */
export const readiness = defineObligation({
  id: "readiness",
  clause: "2, 3, 21",
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const check = before(meeting.date, meeting.readiness, ({ checkedOn }) => checkedOn);
    const missing = check ? CONDITIONS.filter((condition) => !check[condition]) : ["check"];
    return {
      derivation: dueFromMeeting(meeting.date, 1, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.readiness)),
      metOn: check && missing.length === 0 ? check.checkedOn : null,
      missing,
      beyondCure: meeting.date,
    };
  },
});
