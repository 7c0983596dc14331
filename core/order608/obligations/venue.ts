import { plusDays } from "../../calendar/day.ts";
import type { Meeting, VenueCheck } from "../../dossier/meeting.ts";
import { orderClause } from "../clauses/sentence.ts";
import { before, defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";
import * as phrases from "./phrases.ts";
import { isSamePlace } from "./place.ts";

type Lacking = "hygiene" | "expected" | "capacity";

/** The place is fit and holds everybody expected (Order 608, p. 9). */
export const venue = defineObligation({
  id: "venue",
  clause: "9",
  clauses: [orderClause("9")],
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const check = before(meeting.date, meeting.venue, ({ checkedOn }) => checkedOn);
    const ofThisPlace = check && isSamePlace(check.place, meeting.place) ? check : undefined;
    const missing = ofThisPlace ? lackingIn(ofThisPlace, meeting) : (["check"] as const);
    return {
      derivation: dueFromMeeting(meeting.date, 1, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.venue)),
      metOn: ofThisPlace && missing.length === 0 ? ofThisPlace.checkedOn : null,
      missing,
      beyondCure: meeting.date,
    };
  },
  facts: [["venue"], ["expectedParticipants"]],
  ladder: {
    stages: [
      { at: "target-3wd", to: ["officer"] },
      { at: "target", to: ["officer", "head"] },
      { at: "breach", to: ["officer", "head"] },
    ],
  },
  short: { kk: "Орын", ru: "Место", en: "Venue" },
  full: {
    kk: "Есепті өткізу орнын тексеру",
    ru: "Проверка места проведения отчета",
    en: "Check of the venue of the report",
  },
  missing: {
    check: {
      words: { kk: "өткізу орнын тексеру", ru: "проверка места проведения", en: "a check of the venue" },
      act: {
        kk: "есепті өткізу орнының тексерілуін",
        ru: "проверку места проведения отчета",
        en: "that the venue of the report is checked",
      },
    },
    hygiene: {
      words: {
        kk: "санитарлық және гигиеналық талаптарға сай болуы",
        ru: "соответствие санитарным и гигиеническим требованиям",
        en: "conformity with sanitary and hygiene requirements",
      },
      act: {
        kk: "өткізу орнының санитарлық және гигиеналық талаптарға сай болуын",
        ru: "соответствие места проведения санитарным и гигиеническим требованиям",
        en: "that the venue meets sanitary and hygiene requirements",
      },
    },
    expected: {
      words: {
        kk: "қатысушылардың болжамды саны",
        ru: "предполагаемое количество участников",
        en: "the expected number of participants",
      },
      act: {
        kk: "қатысушылардың болжамды санының айқындалуын",
        ru: "определение предполагаемого количества участников",
        en: "that the expected number of participants is determined",
      },
    },
    capacity: {
      words: {
        kk: "қатысушылардың болжамды саны сыятын орын",
        ru: "место, вмещающее предполагаемое количество участников",
        en: "a venue that holds the expected number of participants",
      },
      act: {
        kk: "қатысушылардың болжамды саны сыятын орынның таңдалуын",
        ru: "подбор места, вмещающего предполагаемое количество участников",
        en: "that the venue holds the expected number of participants",
      },
    },
  },
  described: {
    subject: phrases.meeting,
    due: phrases.dayBefore,
    target: phrases.careful("venue"),
    metWhen:
      "this place was checked, is hygienic and holds the expected participants, whose number must be given; met on the day of the check",
    beyondCure: phrases.meetingDay,
    notes: ["A check of another place is none: moving the meeting to another place voids it."],
  },
});

function lackingIn({ hygienic, capacity }: VenueCheck, { expectedParticipants }: Meeting): Lacking[] {
  const missing: Lacking[] = hygienic ? [] : ["hygiene"];
  if (expectedParticipants === undefined) return [...missing, "expected"];
  return capacity < expectedParticipants ? [...missing, "capacity"] : missing;
}
