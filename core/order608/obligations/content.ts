import { plusDays } from "../../calendar/day.ts";
import { underOneAct } from "../about.ts";
import { orderClauseIds } from "../clauses/order-clause.ts";
import { orderClause } from "../clauses/sentence.ts";
import { before, defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";
import * as phrases from "./phrases.ts";

/** Sections that every report must cover; p. 6(10) holds what the situation asks for and is optional. */
const REQUIRED = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The sections in the words of p. 6. */
const SECTIONS = Object.fromEntries(REQUIRED.map((section) => [`section:${section}`, orderClause(`6(${section})`)]));

/** The report covers p. 6(1)–6(9) (Order 608, p. 6). */
export const content = defineObligation({
  id: "content",
  clause: "6",
  clauses: orderClauseIds.filter((id) => id === "6" || id.startsWith("6(")).map(orderClause),
  governing: () => [orderClause("6")],
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
  facts: [["content"]],
  recordedBy: "record-content",
  ladder: {
    stages: [
      { at: "target-3wd", to: ["officer"] },
      { at: "target", to: ["officer", "head"] },
      { at: "breach", to: ["officer", "head"] },
    ],
  },
  short: { kk: "Мазмұн", ru: "Содержание", en: "Content" },
  full: {
    kk: "Есептің мазмұнын дайындау",
    ru: "Подготовка содержания отчета",
    en: "Preparation of the content of the report",
  },
  missing: underOneAct(SECTIONS, {
    kk: "есептің жетіспейтін бөлімдерінің дайындалуын",
    ru: "подготовку недостающих разделов отчета",
    en: "that the missing sections of the report are prepared",
  }),
  described: {
    subject: phrases.meeting,
    due: phrases.dayBefore,
    target: phrases.careful("content"),
    metWhen: "the prepared report covers p. 6(1)–6(9), p. 6(10) is optional; met on the day it was ready",
    beyondCure: phrases.meetingDay,
  },
});
