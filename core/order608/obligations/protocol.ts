import type { Day } from "../../calendar/day.ts";
import { minutesOf } from "../../calendar/time.ts";
import { hasBegun } from "../../dossier/as-of.ts";
import type { Meeting } from "../../dossier/meeting.ts";
import type { Protocol } from "../../dossier/protocol.ts";
import { underOneAct } from "../about.ts";
import { orderClause, type Sentence } from "../clauses/sentence.ts";
import { ANY } from "../fact-pattern.ts";
import { defineObligation, dueFromMeeting, meetingsOf, metOnLatest } from "../obligation.ts";
import * as phrases from "./phrases.ts";

const REQUIRED = ["startsAt", "place", "participants", "decisions"] as const;
const SIGNERS = ["secretary", "head"] as const;

type Lacking = "protocol" | "date" | (typeof REQUIRED | typeof SIGNERS)[number] | `appeal:${string}`;

/** The protocol is complete, drawn up and signed on the day of the meeting (Order 608, p. 12–15). */
export const protocol = defineObligation({
  id: "protocol",
  clause: "12–15",
  clauses: [orderClause("12"), orderClause("13"), orderClause("14"), orderClause("15")],
  governing: demanding,
  subjects: meetingsOf,
  judge: (meeting, { now, policy, workdays }) => {
    const { metOn, missing } = drawnUp(meeting);
    return {
      derivation: dueFromMeeting(meeting.date, 0, workdays),
      metOn,
      missing,
      notBegun: !hasBegun(meeting, now),
      notBefore: { day: meeting.date, minutes: minutesOf(meeting.startsAt) + policy.protocolHours * 60 },
    };
  },
  facts: [["protocol"], ["protocol", "signatures", ANY], ["appeals", ANY]],
  ladder: {
    stages: [
      { at: "due@18:00", to: ["officer", "head"] },
      { at: "due@21:00", to: ["officer", "head"] },
      { at: "due+1wd", to: ["officer", "head", "superior"] },
      { at: "due+3wd", to: ["officer", "head", "superior", "ministry"] },
    ],
    every: [7, 7, 7, 28],
  },
  short: { kk: "Хаттама", ru: "Протокол", en: "Protocol" },
  full: {
    kk: "Есеп хаттамасын ресімдеу және оған қол қою",
    ru: "Оформление и подписание протокола отчета",
    en: "Drawing up and signing the protocol of the report",
  },
  missing: {
    protocol: {
      words: { kk: "есеп хаттамасы", ru: "протокол отчета", en: "the protocol of the report" },
      act: {
        kk: "есеп хаттамасының жасалуын және оған хатшы мен бастықтың қол қоюын",
        ru: "составление протокола отчета и его подписание секретарем и начальником",
        en: "that the protocol of the report is drawn up and signed by the secretary and the head",
      },
    },
    ...underOneAct(
      {
        date: { kk: "есепті өткізу күні", ru: "дата проведения отчета", en: "date of the report" },
        startsAt: { kk: "есепті өткізу уақыты", ru: "время проведения отчета", en: "time of the report" },
        place: { kk: "есепті өткізу орны", ru: "место проведения отчета", en: "place of the report" },
        participants: { kk: "қатысушылар саны", ru: "количество участников", en: "number of participants" },
        decisions: { kk: "қабылданған шешімдер", ru: "принятые решения", en: "decisions taken" },
      },
      {
        kk: "хаттамаға жетіспейтін мәліметтердің енгізілуін",
        ru: "внесение недостающих сведений в протокол",
        en: "that the missing information is entered in the protocol",
      },
    ),
    secretary: {
      words: { kk: "хатшының қолы", ru: "подпись секретаря", en: "the secretary's signature" },
      act: {
        kk: "хаттамаға хатшының қол қоюын",
        ru: "подписание протокола секретарем",
        en: "that the secretary signs the protocol",
      },
    },
    head: {
      words: { kk: "бастықтың қолы", ru: "подпись начальника", en: "the head's signature" },
      act: {
        kk: "хаттамаға бастықтың қол қоюын",
        ru: "подписание протокола начальником",
        en: "that the head signs the protocol",
      },
    },
    "appeal:NUMBER": {
      words: { kk: "№ NUMBER жолданым", ru: "обращение № NUMBER", en: "appeal No. NUMBER" },
      act: {
        kk: "келіп түскен барлық жолданымның хаттамада көрсетілуін",
        ru: "отражение в протоколе всех поступивших обращений",
        en: "that all appeals received stand in the protocol",
      },
    },
  },
  described: {
    subject: phrases.meeting,
    due: "the day of the meeting",
    metWhen:
      "the protocol is drawn up, its date is the meeting's, time, place, participants and decisions stand in it (an empty list says that none were taken), every appeal received that day is listed, answered or not, and secretary and head have signed; met on the latest of drawing up and the earliest signature of each",
    notes: [
      "`upcoming` until the meeting begins. A meeting whose hour has come counts as held here: forgetting to confirm it must not hide an unsigned protocol.",
      "A stage with a time of day comes not before the meeting's start + {protocolHours†} hours; where that is past the day's last slot it is left out.",
    ],
  },
});

function drawnUp(meeting: Meeting): { metOn: Day | null; missing: readonly Lacking[] } {
  const { protocol: drawn } = meeting;
  if (!drawn) return { metOn: null, missing: ["protocol"] };
  const missing: Lacking[] = [];
  if (drawn.date !== meeting.date) missing.push("date");
  for (const part of REQUIRED) if (drawn[part] === undefined) missing.push(part);
  missing.push(...unlistedAppeals(meeting, drawn));
  const days = [drawn.drawnUpOn];
  for (const role of SIGNERS) {
    const signedOn = firstSignature(drawn, role);
    if (signedOn === undefined) missing.push(role);
    else days.push(signedOn);
  }
  return { metOn: metOnLatest(missing, days), missing };
}

function firstSignature({ signatures }: Protocol, role: (typeof SIGNERS)[number]): Day | undefined {
  let first: Day | undefined;
  for (const { role: signer, signedOn } of signatures) {
    if (signer === role && (first === undefined || signedOn < first)) first = signedOn;
  }
  return first;
}

/** Every appeal of the meeting's day stands in the protocol, answered or not (p. 13). */
function unlistedAppeals({ appeals, date }: Meeting, { appeals: listed }: Protocol): `appeal:${string}`[] {
  return appeals
    .filter(({ number, receivedOn }) => receivedOn === date && !listed?.includes(number))
    .map(({ number }) => `appeal:${number}` as const);
}

/** P. 13 says what a protocol holds, p. 14 its day, p. 15 who signs: the day always, the others where something of theirs is missing. */
function demanding(missing: readonly string[]): readonly Sentence[] {
  const signers: readonly string[] = SIGNERS;
  const isUnsigned = missing.some((code) => signers.includes(code));
  const isIncomplete = missing.some((code) => code !== "protocol" && !signers.includes(code));
  return [...(isIncomplete ? [orderClause("13")] : []), orderClause("14"), ...(isUnsigned ? [orderClause("15")] : [])];
}
