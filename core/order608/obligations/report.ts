import { type Day, dayOf } from "../../calendar/day.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import { defineObligation, fixedDue } from "../obligation.ts";

/** The head reports to the population in the first quarter (Order 608, p. 4). */
export const report = defineObligation({
  id: "report",
  clause: "4",
  ofDossier: true,
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
