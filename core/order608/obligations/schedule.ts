import { type Day, dayInYear, plusDays } from "../../calendar/day.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { defineObligation, dueFromMeeting, fixedDue, type Judgement } from "../obligation.ts";
import { firstHeldOn } from "./report.ts";

/** Dates are set and the schedule is approved (Order 608, p. 8(1)). */
export const schedule = defineObligation({
  id: "schedule",
  clause: "8(1)",
  ofDossier: true,
  subjects: ({ dossier }) => [{ key: "dossier", value: dossier }],
  judge: (dossier, { policy, workdays }): Judgement => {
    const ends = dayInYear(dossier.campaign, policy.scheduleEnds);
    const reported = firstHeldOn(dossier);
    const beyondCure = reported !== null && reported < ends ? reported : ends;
    const approvedOn = dossier.schedule?.approvedOn;
    const approved = approvedOn !== undefined && approvedOn < beyondCure ? approvedOn : null;
    const missing = [...(approved === null ? ["approval"] : []), ...(dossier.meetings.length === 0 ? ["meeting"] : [])];
    const latest = dayInYear(dossier.campaign, policy.scheduleDue);
    const first = firstMeeting(dossier);
    return {
      derivation:
        first !== null && plusDays(first, -policy.noticeDays) < latest
          ? dueFromMeeting(first, policy.noticeDays, workdays)
          : fixedDue("schedule-due", latest, workdays),
      metOn: missing.length > 0 ? null : approved,
      missing,
      beyondCure,
    };
  },
});

/** The earliest meeting that is not cancelled, on any date: the notice for it must already name the schedule. */
function firstMeeting({ meetings }: Dossier): Day | null {
  let first: Day | null = null;
  for (const { status, date } of meetings) {
    if (status !== "cancelled" && (first === null || date < first)) first = date;
  }
  return first;
}
