import { type Day, day, plusDays } from "../../../core/calendar/day.ts";
import { createWorkdays } from "../../../core/calendar/workdays.ts";
import { instant } from "../../../core/calendar/zone.ts";
import type { ClosedItem, LetterContent, LetterItem } from "../../../core/escalation/letter.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { Bilingual, Locale } from "../../../core/register/locale.ts";
import type { NamedCalendar } from "../../../core/wording/word-derivation.ts";
import type { LetterSettings } from "../../../functions/mail/letter.tsx";

const workdays = createWorkdays();

/** The real calendar, as letters see it. */
export const calendar: NamedCalendar = {
  isWorking: workdays.isWorking,
  nameOf: (date) => workdays.entry(date),
};

export const settings: LetterSettings = {
  appUrl: "https://esep.example/",
  from: "Есеп <esep@mia.example>",
  demo: false,
  calendar,
};

/** As which letter, and when, a letter is sent: with it come its calendar file and the links to answer. */
export const sending: NonNullable<LetterSettings["sending"]> = {
  id: { scope: "DP-10", year: 2027, recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: 3 },
  at: instant(Date.UTC(2027, 2, 19, 4)),
};

export const today: Day = day("2027-03-19");
export const semey: Bilingual = { ru: "Управление полиции города Семей", kk: "Семей қаласының Полиция басқармасы" };
export const abai: Bilingual = { ru: "Отдел полиции Абайского района", kk: "Абай ауданының Полиция бөлімі" };

type Changes = Partial<Omit<Finding, "daysLeft">>;

/** A finding on 19 March 2027; what is not given is a notice of the meeting of 12 April. */
export function finding(changes: Changes = {}): Finding {
  const due = changes.due ?? day("2027-04-02");
  return {
    body: "PB-101000000",
    campaign: 2027,
    obligation: "notice",
    subject: "m1",
    clause: "8(2)",
    due,
    target: due,
    state: "due",
    metOn: null,
    missing: ["date", "startsAt", "place", "schedule", "questions"],
    problems: [],
    daysLeft: due - today,
    beyondCure: plusDays(due, 10),
    remindersHeld: false,
    notBefore: null,
    derivation: { kind: "from-meeting", meeting: plusDays(due, 10), days: 10, due },
    ...changes,
  };
}

export const item = (changes: Changes = {}, rest: Partial<Omit<LetterItem, "finding">> = {}): LetterItem => ({
  finding: finding(changes),
  stage: "target-7",
  bodyName: semey,
  late: false,
  insteadOf: null,
  ...rest,
});

export const breached: LetterItem = item(
  {
    obligation: "venue",
    clause: "9",
    due: day("2027-03-17"),
    state: "breached",
    missing: ["hygiene", "capacity"],
    beyondCure: day("2027-03-18"),
    derivation: { kind: "from-meeting", meeting: day("2027-03-18"), days: 1, due: day("2027-03-17") },
  },
  { stage: "breach", late: true },
);

export const overdue: LetterItem = item(
  {
    obligation: "protocol",
    clause: "12-15",
    due: day("2027-03-18"),
    state: "overdue",
    missing: ["participants", "appeal:A-17", "head"],
    beyondCure: null,
    derivation: { kind: "from-meeting", meeting: day("2027-03-18"), days: 0, due: day("2027-03-18") },
  },
  { stage: "due+1wd", insteadOf: "superior" },
);

export const replyDue: LetterItem = item(
  {
    body: "PB-103200000",
    obligation: "reply",
    subject: "ЖТ-2027-118",
    clause: "16; APPC 76, 99",
    due: day("2027-04-08"),
    missing: ["reply"],
    beyondCure: null,
    problems: ["extension-too-long"],
    derivation: {
      kind: "working-days",
      from: day("2027-03-12"),
      start: "registered",
      days: 15,
      due: day("2027-04-08"),
    },
  },
  { stage: "target-5wd", bodyName: abai },
);

export const noticeDue: LetterItem = item({ target: day("2027-04-01") }, { stage: "repeat-2" });

export const todayDue: LetterItem = item(
  {
    obligation: "records",
    clause: "18",
    due: today,
    missing: ["records"],
    beyondCure: null,
    derivation: { kind: "working-days", from: day("2027-03-18"), start: "meeting", days: 1, due: today },
  },
  { stage: "due" },
);

export const closedNotice: ClosedItem = {
  key: { body: "PB-103200000", campaign: 2027, obligation: "notice", subject: "m1", due: day("2027-03-16") },
  bodyName: abai,
  closure: "met",
  metOn: day("2027-03-15"),
};

/** A letter of everything that there is, worst first. */
export const letterTo = (locales: readonly Locale[], changes: Partial<LetterContent> = {}): LetterContent => ({
  recipient: { email: "head@police.example", name: "Әлия Серікқызы Нұрғалиева", locales },
  slot: { day: today, time: "09:00" },
  today,
  items: [breached, overdue, todayDue, noticeDue, replyDue],
  closed: [closedNotice],
  reasons: [
    { role: "head", body: "PB-101000000", bodyName: semey },
    { role: "superior", body: "PB-103200000", bodyName: abai },
  ],
  ...changes,
});
