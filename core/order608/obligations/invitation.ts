import { plusDays } from "../../calendar/day.ts";
import { InvitationGroup } from "../../dossier/meeting.ts";
import { before, defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";

/** Akimat and the groups of p. 11 are invited to this date (Order 608, p. 4 and 11). */
export const invitation = defineObligation({
  id: "invitation",
  clause: "4, 11",
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const sent = before(meeting.date, meeting.invitation, ({ sentOn }) => sentOn);
    const invited = new Set(sent?.forDate === meeting.date ? sent.groups : []);
    const missing = InvitationGroup.options.filter((group) => !invited.has(group));
    return {
      derivation: dueFromMeeting(meeting.date, 1, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.invitation)),
      metOn: sent && missing.length === 0 ? sent.sentOn : null,
      missing,
      beyondCure: meeting.date,
    };
  },
});
