import { plusDays } from "../../calendar/day.ts";
import { InvitationGroup } from "../../dossier/meeting.ts";
import { underOneAct } from "../about.ts";
import { orderClause } from "../clauses/sentence.ts";
import { before, defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";
import * as phrases from "./phrases.ts";

/** Akimat and the groups of p. 11 are invited to this date (Order 608, p. 4 and 11). */
export const invitation = defineObligation({
  id: "invitation",
  clause: "4, 11",
  clauses: [orderClause("4"), orderClause("11")],
  governing: (missing) => [orderClause(isOnlyAkimat(missing) ? "4" : "11")],
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const sent = before(meeting.date, meeting.invitation, ({ sentOn }) => sentOn);
    const invited = new Set(sent?.forDate === meeting.date ? sent.groups : null);
    const missing = InvitationGroup.options.filter((group) => !invited.has(group));
    return {
      derivation: dueFromMeeting(meeting.date, 1, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.invitation)),
      metOn: sent && missing.length === 0 ? sent.sentOn : null,
      missing,
      beyondCure: meeting.date,
    };
  },
  facts: [["invitation"]],
  recordedBy: "record-invitation",
  ladder: {
    stages: [
      { at: "target-3wd", to: ["officer"] },
      { at: "target", to: ["officer", "head"] },
      { at: "breach", to: ["officer", "head"] },
    ],
  },
  short: { kk: "Шақыру", ru: "Приглашение", en: "Invitation" },
  full: { kk: "Есепке шақыру", ru: "Приглашение на отчет", en: "Invitation to the report" },
  missing: underOneAct(
    {
      "local-executive": {
        kk: "жергілікті атқарушы органның өкілдері",
        ru: "представители местного исполнительного органа",
        en: "representatives of the local executive body (akimat)",
      },
      maslikhat: { kk: "мәслихаттардың депутаттары", ru: "депутаты маслихатов", en: "maslikhat deputies" },
      public: { kk: "жұртшылық өкілдері", ru: "представители общественности", en: "representatives of the public" },
      health: {
        kk: "денсаулық сақтау органдарының өкілдері",
        ru: "представители органов здравоохранения",
        en: "representatives of health-care bodies",
      },
      labour: {
        kk: "еңбек және халықты әлеуметтік қорғау органдарының өкілдері",
        ru: "представители органов труда и социальной защиты населения",
        en: "representatives of bodies of labour and social protection of the population",
      },
      education: {
        kk: "білім және ғылым органдарының өкілдері",
        ru: "представители органов образования и науки",
        en: "representatives of bodies of education and science",
      },
      agriculture: {
        kk: "ауыл шаруашылығының өкілдері",
        ru: "представители сельского хозяйства",
        en: "representatives of agriculture",
      },
      housing: {
        kk: "тұрғын үй-коммуналдық шаруашылықтың өкілдері",
        ru: "представители жилищно-коммунального хозяйства",
        en: "representatives of housing and communal services",
      },
      organisations: {
        kk: "меншіктің барлық нысандарындағы ұйымдар мен кәсіпорындардың өкілдері",
        ru: "представители организаций и предприятий всех форм собственности",
        en: "representatives of organisations and enterprises of all forms of ownership",
      },
      media: {
        kk: "бұқаралық ақпарат құралдарының өкілдері",
        ru: "представители средств массовой информации",
        en: "representatives of the mass media",
      },
    },
    {
      kk: "жетіспейтін қатысушылардың есепке шақырылуын",
      ru: "приглашение на отчет недостающих участников",
      en: "that the missing participants are invited to the report",
    },
  ),
  described: {
    subject: phrases.meeting,
    due: phrases.dayBefore,
    target: phrases.careful("invitation"),
    metWhen: "all ten groups were invited to this date; met on the day the invitation was sent",
    beyondCure: phrases.meetingDay,
    notes: ["An invitation to another date is none: moving the meeting voids it."],
  },
});

/** P. 4 speaks of the local executive body, p. 11 of all others. */
const isOnlyAkimat = (missing: readonly string[]): boolean => missing.length === 1 && missing[0] === "local-executive";
