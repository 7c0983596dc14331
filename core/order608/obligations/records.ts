import { defineObligation, meetingsOf, workingDaysAfter } from "../obligation.ts";

/** The staff unit registers the report's materials (Order 608, p. 18). */
export const records = defineObligation({
  id: "records",
  clause: "18",
  subjects: (watched) => meetingsOf(watched).filter(({ value }) => value.status === "held"),
  judge: (meeting, { policy, workdays }) => ({
    derivation: workingDaysAfter(meeting.date, "meeting", policy.recordsWorkingDays, workdays),
    metOn: meeting.records?.registeredOn ?? null,
    missing: meeting.records ? [] : ["records"],
  }),
});
