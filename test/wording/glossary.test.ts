import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { Locale } from "../../core/register/locale.ts";
import type { Catalogue } from "../../core/wording/catalogue.ts";
import { catalogueOf } from "../../core/wording/wording.ts";

/** One term of the ministry's glossary: its stems in three languages, and where the catalogue speaks of it. */
interface Term {
  readonly kk: readonly string[];
  readonly ru: readonly string[];
  readonly en: readonly string[];
  readonly where: (words: Catalogue) => string | undefined;
}

const term = (kk: string, ru: string, en: string, where: Term["where"]): Term => {
  const stems = (text: string) => text.split(" + ");
  return { kk: stems(kk), ru: stems(ru), en: stems(en), where };
};

const on = day("2027-03-12");

/** Stems, since texts put the terms into cases; `a + b` are both there. */
const terms: Readonly<Record<string, Term>> = {
  "territorial police body": term(
    "аумақтық полиция орган",
    "территориального органа полиции",
    "territorial police body",
    (c) => c.roles.head,
  ),
  "headquarters of the ministry": term("Штаб-департамент", "Штаб", "Headquarters", (c) => c.roles.ministry),
  "report to the population": term(
    "халық алдындағы есеб",
    "перед населением",
    "to the population",
    (c) => c.obligations.report.full,
  ),
  "approve the schedule": term(
    "кест + бекіту",
    "утверждение графика",
    "approval of the schedule",
    (c) => c.obligations.schedule.full,
  ),
  "reporting meeting": term(
    "есептік кездесу",
    "отчетной встреч",
    "reporting meeting",
    (c) => c.obligations.notice.full,
  ),
  publish: term("жариялау", "опубликование", "publication", (c) => c.obligations.notice.full),
  "regional mass media": term(
    "өңірлік бұқаралық ақпарат құралдарында",
    "региональных средствах массовой информации",
    "regional mass media",
    (c) => c.acts.notice["place"],
  ),
  invitation: term("шақыру", "приглашение", "invitation", (c) => c.obligations.invitation.full),
  "local executive body": term(
    "жергілікті атқарушы орган",
    "местного исполнительного органа",
    "local executive bod",
    (c) => c.missing.invitation["local-executive"],
  ),
  "maslikhat deputy": term(
    "мәслихат + депутат",
    "депутаты маслихат",
    "maslikhat",
    (c) => c.missing.invitation["maslikhat"],
  ),
  "members of the public": term(
    "жұртшылық өкілдері",
    "представители общественности",
    "public",
    (c) => c.missing.invitation["public"],
  ),
  "ways to send questions": term(
    "мәселелерді (ұсыныстарды) жіберу тәсілдері",
    "способы направления вопросов (предложений)",
    "ways to send questions",
    (c) => c.missing.notice["questions"],
  ),
  "sanitary and hygiene requirements": term(
    "санитарлық + гигиеналық талаптар",
    "санитарным и гигиеническим требованиям",
    "sanitary and hygien",
    (c) => c.missing.venue["hygiene"],
  ),
  "number of participants": term(
    "қатысушылар саны",
    "количество участников",
    "number of participants",
    (c) => c.missing.protocol["participants"],
  ),
  "protocol of the report": term(
    "есеп хаттама",
    "протокола отчета",
    "protocol of the report",
    (c) => c.obligations.protocol.full,
  ),
  "sign the protocol": term("қол қою", "подписание", "signing", (c) => c.obligations.protocol.full),
  secretary: term("хатшы", "секретар", "secretary", (c) => c.missing.protocol["secretary"]),
  "decisions taken": term(
    "қабылданған шешімдер",
    "принятые решения",
    "decisions",
    (c) => c.missing.protocol["decisions"],
  ),
  appeal: term("жолданым", "обращени", "appeal", (c) => c.obligations.registration.full),
  complaint: term("шағым", "жалоб", "complaint", (c) => c.obligations.transfer.full),
  applicant: term("арыз иесі", "заявител", "applicant", (c) => c.obligations["extension-notice"].full),
  "extension of the term": term(
    "мерзім + ұзарт",
    "продлении срока",
    "term + extended",
    (c) => c.obligations["extension-notice"].full,
  ),
  redirection: term("әрі қарай жолдау", "перенаправление", "redirection", (c) => c.obligations.redirection.full),
  "notice to the initiator": term(
    "бастамашыны хабардар ету",
    "уведомление инициатора",
    "notice to the initiator",
    (c) => c.obligations.redirection.full,
  ),
  "report materials": term(
    "есептік материалдар",
    "отчетных материалов",
    "report materials",
    (c) => c.obligations.records.full,
  ),
  "staff unit": term(
    "штаб бөлініс",
    "штабным подразделением",
    "headquarters|staff unit",
    (c) => c.acts.records["records"],
  ),
  "public order": term(
    "қоғамдық тәртіп",
    "общественного порядка",
    "public order",
    (c) => c.missing.readiness["orderPlanned"],
  ),
  "in-person address": term(
    "бетпе-бет сөз сөйле",
    "очное выступление",
    "in person|in-person",
    (c) => c.missing.readiness["inPerson"],
  ),
  "working day": term("жұмыс күн", "рабочих дн", "working day", (c) => c.time.workingDays(3)),
  overdue: term("мерзімі өткен", "просрочено", "overdue", (c) => c.states.overdue),
  "coming due": term("мерзімі аяқталуда", "срок истекает", "due", (c) => c.states.due),
  completed: term("орындалды", "исполнено", "met", (c) => c.states.met),
  "removed from control": term("бақылаудан алынды", "снято с контроля", "removed from control", (c) => c.states.waived),
  reminder: term("еске салу", "напоминание", "reminder", (c) => c.stages.reminder),
  order: term("бұйрық", "приказ", "order", (c) => c.clauses.order608("4", undefined)),
  "procedural code": term("ӘРПК", "АППК", "APPC", (c) => c.clauses.appc("76", "3")),
  term: term("мерзім", "срок", "due", (c) => c.status.today(on)),
};

describe.each(Object.entries(terms))("the term “%s”", (_, { where, ...stems }) => {
  test.each(Locale.options)("is the glossary's in %s", (locale) => {
    const text = where(catalogueOf(locale))?.toLowerCase() ?? "";
    const isSaid = (stem: string): boolean => stem.split("|").some((one) => text.includes(one.toLowerCase()));
    for (const stem of stems[locale]) expect([text, isSaid(stem)]).toEqual([text, true]);
  });
});
