import type { LetterTexts } from "../catalogue-letter.ts";
import { formatNumber, pluralForm } from "../plural.ts";

const number = (count: number): string => formatNumber("en", count);

export const letter: LetterTexts = {
  product: "Esep",
  language: "English",
  below: "The text in English follows below",
  counts: {
    breached: (count) => `${number(count)} breached`,
    overdue: (count) => `${number(count)} overdue`,
    due: (count) => `${number(count)} coming due`,
    closed: (count) => `${number(count)} closed`,
  },
  asOf: (date, time) => `As of ${date}, ${time}`,
  to: (name) => `To: ${name}`,
  due: "Due",
  missing: "Missing",
  duty: "What to do",
  basis: "Basis",
  derivation: "How the term was counted",
  open: "Open in Esep",
  late: "This letter could have been sent earlier: it was sent after its time.",
  recordedLate: "Some of its facts were recorded in the system later than they should have been.",
  closedRecordedLate: "recorded late",
  alsoOpen: "Also open",
  more: (count) =>
    `And ${number(count)} more ${pluralForm("en", count, { one: "obligation", other: "obligations" })} on the page`,
  moreOf: (count) => `and ${number(count)} more`,
  closed: "Closed since the last letter",
  reasons: "Why you received this letter",
  paper: (names) => `Bodies that no e-mail reaches: ${names}`,
  openPaper: "Open the page for printing",
  answer: "Acknowledge this letter or say by when it will be done",
  wrong: "If this letter does not concern you, please say so",
  calendar: (shown, total) =>
    shown === total
      ? `Due days in the attached calendar file: ${number(shown)}.`
      : `Soonest due days in the attached calendar file: ${number(shown)} of ${number(total)}.`,
  alreadyDone: "If an obligation has been met already, please record the day in Esep: its reminders will stop.",
  rules: (policy, calendar) =>
    `Judged by ${policy === 0 ? "the first policy" : `version ${policy} of the policy`} and ${
      calendar === 0 ? "the first calendar" : `version ${calendar} of the calendar`
    } of working days.`,
  automatic: "This is an automatic letter from Esep, which watches over the execution of Order No. 608.",
  reply: (address) => `You may answer this letter: the answer goes to ${address}.`,
  noReply: "Answers to this address are not read; with questions, please turn to the administrator of the system.",
  demo: "Demonstration: data and addressees are invented.",
};
