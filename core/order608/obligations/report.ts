import { type Day, dayOf } from "../../calendar/day.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { orderClause } from "../clauses/sentence.ts";
import { ANY } from "../fact-pattern.ts";
import { defineObligation, fixedDue } from "../obligation.ts";
import * as phrases from "./phrases.ts";

/** The head reports to the population in the first quarter (Order 608, p. 4). */
export const report = defineObligation({
  id: "report",
  clause: "4",
  clauses: [orderClause("4")],
  subjects: ({ dossier }) => [{ key: "dossier", value: dossier }],
  judge: (dossier, { now, workdays }) => {
    const metOn = firstHeldOn(dossier);
    const end = quarterEnd(dossier.campaign);
    return {
      derivation: fixedDue("quarter-end", end, workdays),
      metOn,
      missing: metOn === null ? ["held-meeting"] : [],
      remindersHeld: dossier.meetings.some(
        ({ status, date }) => status === "planned" && date >= now.day && date <= end,
      ),
    };
  },
  facts: [["meetings", ANY, "status"]],
  ladder: {
    stages: [
      { at: "target-21", to: ["officer", "head", "superior"] },
      { at: "target-11", to: ["officer", "head", "superior"] },
      { at: "due+1wd", to: ["officer", "head", "superior"] },
      { at: "due+3wd", to: ["officer", "head", "superior", "ministry"] },
      { at: "due+10wd", to: ["officer", "head", "superior", "ministry", "apex"] },
    ],
    every: [14, 14, 28],
  },
  short: { kk: "Есеп", ru: "Отчет", en: "Report" },
  full: {
    kk: "Бастықтың халық алдындағы есебі",
    ru: "Отчет начальника перед населением",
    en: "Report of the head to the population",
  },
  missing: {
    "held-meeting": {
      words: {
        kk: "өткізілген есептік кездесу",
        ru: "проведенная отчетная встреча",
        en: "a reporting meeting that was held",
      },
      act: {
        kk: "бастықтың халық алдындағы есебінің өткізілуін",
        ru: "проведение отчета начальника перед населением",
        en: "that the head reports to the population",
      },
    },
  },
  described: {
    subject: phrases.dossier,
    due: "31 March of the campaign's year",
    metWhen: "a meeting was held on or after 1 January of the campaign's year; met on the earliest such day",
    notes: ["Reminders wait while a meeting is planned between today and 31 March."],
  },
});

/** 31 March of the campaign. */
const quarterEnd = (campaign: number): Day => dayOf(campaign, 3, 31);

/** The earliest day on or after 1 January of the campaign on which a meeting was held. */
export function firstHeldOn({ campaign, meetings }: Dossier): Day | null {
  let first: Day | null = null;
  for (const { status, date } of meetings) {
    if (status === "held" && date >= dayOf(campaign, 1, 1) && (first === null || date < first)) first = date;
  }
  return first;
}
