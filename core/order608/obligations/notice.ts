import type { Day } from "../../calendar/day.ts";
import { plusDays } from "../../calendar/day.ts";
import type { Meeting } from "../../dossier/meeting.ts";
import type { Announcement, Notice } from "../../dossier/notice.ts";
import { underOneAct } from "../about.ts";
import { orderClause } from "../clauses/sentence.ts";
import { ANY } from "../fact-pattern.ts";
import { defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";
import * as phrases from "./phrases.ts";
import { isSamePlace } from "./place.ts";

const ANNOUNCED = ["date", "startsAt", "place", "schedule", "questions"] as const;
type Announced = (typeof ANNOUNCED)[number];

/** Date, time, place, schedule and ways to send questions are published in time (Order 608, p. 8(2)). */
export const notice = defineObligation({
  id: "notice",
  clause: "8(2)",
  clauses: [orderClause("8(2)")],
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const { metOn, missing } = announcedFully(meeting);
    return {
      derivation: dueFromMeeting(meeting.date, policy.noticeDays, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.notice)),
      metOn,
      missing,
      beyondCure: meeting.date,
    };
  },
  facts: [["notices", ANY]],
  recordedBy: "publish-notice",
  ladder: {
    stages: [
      { at: "target-7", to: ["officer", "head"] },
      { at: "target-3", to: ["officer", "head"] },
      { at: "target-1", to: ["officer", "head"] },
      { at: "target", to: ["officer", "head"] },
      { at: "due+1wd", to: ["officer", "head", "superior"] },
      { at: "breach", to: ["officer", "head", "superior", "ministry"] },
    ],
  },
  short: { kk: "Жариялау", ru: "Публикация", en: "Notice" },
  full: {
    kk: "Есептік кездесу туралы ақпаратты жариялау",
    ru: "Опубликование сведений об отчетной встрече",
    en: "Publication of the reporting meeting",
  },
  missing: underOneAct(
    {
      date: { kk: "кездесудің күні", ru: "дата встречи", en: "date of the meeting" },
      startsAt: { kk: "кездесудің уақыты", ru: "время встречи", en: "time of the meeting" },
      place: { kk: "кездесудің орны", ru: "место встречи", en: "place of the meeting" },
      schedule: { kk: "кесте", ru: "график", en: "the schedule" },
      questions: {
        kk: "мәселелерді (ұсыныстарды) жіберу тәсілдері",
        ru: "способы направления вопросов (предложений)",
        en: "ways to send questions (proposals)",
      },
    },
    {
      kk: "жетіспейтін мәліметтердің өңірлік бұқаралық ақпарат құралдарында жариялануын",
      ru: "опубликование недостающих сведений в региональных средствах массовой информации",
      en: "that the missing information is published in regional mass media",
    },
  ),
  described: {
    subject: phrases.meeting,
    due: "the meeting − {noticeDays} days",
    target: phrases.careful("notice"),
    metWhen:
      "the valid notices together announce date, time, place, the schedule and how to send questions; met on the day on which they had announced all",
    beyondCure: phrases.meetingDay,
    notes: [
      "A notice is valid when each of date, time and place that it names is the meeting's; one that differs voids the whole notice. What it does not name it does not announce.",
      "Places are compared with the place in either language, ignoring case and extra spaces.",
    ],
  },
});

/** What the valid notices announce together, and the day on which they had said everything. */
function announcedFully(meeting: Meeting): { metOn: Day | null; missing: readonly Announced[] } {
  let missing: readonly Announced[] = ANNOUNCED;
  for (const notice of meeting.notices.toSorted((a, b) => a.publishedOn - b.publishedOn)) {
    const said = announcedBy(notice, meeting);
    missing = missing.filter((part) => !said.includes(part));
    if (missing.length === 0) return { metOn: notice.publishedOn, missing };
  }
  return { metOn: null, missing };
}

/** What one notice announces of a meeting: nothing when it is void, or was published on the meeting's day or later. */
export const announcedBy = ({ publishedOn, announces }: Notice, meeting: Meeting): readonly Announced[] =>
  publishedOn < meeting.date && isValid(announces, meeting) ? ANNOUNCED.filter((part) => announces[part]) : [];

/** Whether a notice counts: one that differs from the meeting in anything it names is void as a whole (SPEC 4). */
export function isValid({ date, startsAt, place }: Announcement, meeting: Meeting): boolean {
  return (
    (date === undefined || date === meeting.date) &&
    (startsAt === undefined || startsAt === meeting.startsAt) &&
    (place === undefined || isSamePlace(place, meeting.place))
  );
}
