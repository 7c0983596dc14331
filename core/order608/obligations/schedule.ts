import { type Day, dayInYear, plusDays } from "../../calendar/day.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { orderClause } from "../clauses/sentence.ts";
import { ANY } from "../fact-pattern.ts";
import { defineObligation, dueFromMeeting, fixedDue } from "../obligation.ts";
import * as phrases from "./phrases.ts";
import { firstHeldOn } from "./report.ts";

/** Dates are set and the schedule is approved (Order 608, p. 8(1)). */
export const schedule = defineObligation({
  id: "schedule",
  clause: "8(1)",
  clauses: [orderClause("8(1)")],
  subjects: ({ dossier }) => [{ key: "dossier", value: dossier }],
  judge: (dossier, { policy, workdays }) => {
    const ends = dayInYear(dossier.campaign, policy.scheduleEnds);
    const reported = firstHeldOn(dossier);
    const beyondCure = reported !== null && reported < ends ? reported : ends;
    const approvedOn = dossier.schedule?.approvedOn;
    const approved = approvedOn !== undefined && approvedOn < beyondCure ? approvedOn : null;
    const missing = [
      ...(approved === null ? (["approval"] as const) : []),
      ...(dossier.meetings.length === 0 ? (["meeting"] as const) : []),
    ];
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
  facts: [["schedule"], ["meetings", ANY, "cancelledOn"]],
  ladder: {
    stages: [
      { at: "target-14", to: ["officer", "head"] },
      { at: "target-5", to: ["officer", "head"] },
      { at: "target-1", to: ["officer", "head"] },
      { at: "due+1wd", to: ["officer", "head", "superior"] },
      { at: "due+10wd", to: ["officer", "head", "superior", "ministry"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Кесте", ru: "График", en: "Schedule" },
  full: { kk: "Есептер кестесін бекіту", ru: "Утверждение графика отчетов", en: "Approval of the schedule of reports" },
  missing: {
    approval: {
      words: { kk: "бекітілген кесте", ru: "утвержденный график", en: "the approved schedule" },
      act: {
        kk: "есептер кестесінің бекітілуін",
        ru: "утверждение графика отчетов",
        en: "that the schedule of reports is approved",
      },
    },
    meeting: {
      words: { kk: "есептік кездесудің күні", ru: "дата отчетной встречи", en: "the date of a reporting meeting" },
      act: {
        kk: "есепті өткізу күнінің айқындалуын",
        ru: "определение даты проведения отчета",
        en: "that the date of the report is set",
      },
    },
  },
  described: {
    subject: phrases.dossier,
    due: "the earlier of {scheduleDue†} of the campaign's year and {noticeDays} days before the earliest meeting that is not cancelled, whatever its date",
    metWhen:
      "the schedule is approved and there is at least one meeting, of which a cancelled one counts; met on the day of approval",
    beyondCure: "from the day on which the report is met, at the latest from {scheduleEnds†} of the campaign's year",
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
