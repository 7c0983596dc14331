import { defineObligation, dueFromMeeting, fixedDue, meetingsOf } from "../obligation.ts";

/** A decision of the protocol is carried out (Order 608, p. 19). */
export const decision = defineObligation({
  id: "decision",
  clause: "19",
  subjects: (watched) =>
    meetingsOf(watched).flatMap(({ value: meeting }) =>
      (meeting.protocol?.decisions ?? []).map((taken) => ({
        key: `${meeting.id}/${taken.id}`,
        value: { meeting, taken },
      })),
    ),
  judge: ({ meeting, taken: { dueOn, doneOn } }, { policy, workdays }) => ({
    derivation:
      dueOn === undefined
        ? dueFromMeeting(meeting.date, -policy.decisionDays, workdays)
        : fixedDue("decision-due", dueOn, workdays),
    metOn: doneOn ?? null,
    missing: doneOn === undefined ? ["completion"] : [],
  }),
});
