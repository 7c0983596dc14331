import { plusDays } from "../../calendar/day.ts";
import { orderClause, type Sentence } from "../clauses/sentence.ts";
import { before, defineObligation, dueFromMeeting, meetingsOf } from "../obligation.ts";
import * as phrases from "./phrases.ts";

const CONDITIONS = ["inPerson", "clearedOfSecrets", "orderPlanned"] as const;

/** In person, cleared of state secrets, public order planned (Order 608, p. 2, 3 and 21). */
export const readiness = defineObligation({
  id: "readiness",
  clause: "2, 3, 21",
  clauses: [orderClause("2"), orderClause("3"), orderClause("21")],
  governing: demanding,
  subjects: meetingsOf,
  judge: (meeting, { policy, workdays }) => {
    const check = before(meeting.date, meeting.readiness, ({ checkedOn }) => checkedOn);
    const missing = check ? CONDITIONS.filter((condition) => !check[condition]) : (["check"] as const);
    return {
      derivation: dueFromMeeting(meeting.date, 1, workdays),
      target: workdays.onOrBefore(plusDays(meeting.date, -policy.carefulDays.readiness)),
      metOn: check && missing.length === 0 ? check.checkedOn : null,
      missing,
      beyondCure: meeting.date,
    };
  },
  facts: [["readiness"]],
  recordedBy: "record-readiness",
  ladder: {
    stages: [
      { at: "target-3wd", to: ["officer"] },
      { at: "target", to: ["officer", "head"] },
      { at: "breach", to: ["officer", "head"] },
    ],
  },
  short: { kk: "Дайындық", ru: "Готовность", en: "Readiness" },
  full: { kk: "Есепті өткізуге дайындық", ru: "Готовность к проведению отчета", en: "Readiness for the report" },
  missing: {
    check: {
      words: {
        kk: "есепке дайындықты тексеру",
        ru: "проверка готовности к отчету",
        en: "a check of readiness for the report",
      },
      act: {
        kk: "есепке дайындықтың тексерілуін",
        ru: "проверку готовности к отчету",
        en: "that readiness for the report is checked",
      },
    },
    inPerson: {
      words: {
        kk: "бастықтың бетпе-бет сөз сөйлеуі",
        ru: "очное выступление начальника",
        en: "the head's address in person",
      },
      act: {
        kk: "бастықтың бетпе-бет сөз сөйлеуін",
        ru: "очное выступление начальника",
        en: "that the head addresses the population in person",
      },
    },
    clearedOfSecrets: {
      words: {
        kk: "есепте мемлекеттік құпиялардың жоқтығын тексеру",
        ru: "проверка отчета на отсутствие государственных секретов",
        en: "a check that the report holds no state secrets",
      },
      act: {
        kk: "есепте мемлекеттік құпиялардың жоқтығының тексерілуін",
        ru: "проверку отчета на отсутствие государственных секретов",
        en: "that the report is checked for state secrets",
      },
    },
    orderPlanned: {
      words: {
        kk: "қоғамдық тәртіпті және азаматтардың қауіпсіздігін қамтамасыз ету жоспары",
        ru: "план обеспечения общественного порядка и безопасности граждан",
        en: "a plan for public order and the safety of citizens",
      },
      act: {
        kk: "қоғамдық тәртіп пен азаматтардың қауіпсіздігі жөніндегі шаралардың жоспарлануын",
        ru: "планирование мер по обеспечению общественного порядка и безопасности граждан",
        en: "that measures for public order and the safety of citizens are planned",
      },
    },
  },
  described: {
    subject: phrases.meeting,
    due: phrases.dayBefore,
    target: phrases.careful("readiness"),
    metWhen:
      "it was checked that the head speaks in person, the report is cleared of state secrets and public order is planned; met on the day of the check",
    beyondCure: phrases.meetingDay,
  },
});

/** P. 21 stands for public order, and where nothing was checked. */
function demanding(missing: readonly string[]): readonly Sentence[] {
  const found: Sentence[] = [];
  if (missing.includes("inPerson")) found.push(orderClause("2"));
  if (missing.includes("clearedOfSecrets")) found.push(orderClause("3"));
  return found.length === 0 || missing.includes("orderPlanned") ? [...found, orderClause("21")] : found;
}
