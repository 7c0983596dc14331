import type { Catalogue } from "./catalogue.ts";
import { derivation } from "./en/derivation.ts";
import { letter } from "./en/letter.ts";
import { time } from "./en/time.ts";
import { obligationWords } from "./obligation-words.ts";

/** English, the third locale; not an official language of the Order. */
export const en: Catalogue = {
  ...obligationWords("en"),
  states: {
    waived: "removed from control",
    met: "met",
    late: "met late",
    breached: "breached",
    overdue: "overdue",
    due: "coming due",
    upcoming: "upcoming",
  },
  letterStates: {
    queued: "queued",
    sending: "sending",
    sent: "sent",
    delivered: "delivered",
    bounced: "bounced",
    complained: "marked as spam",
    failed: "refused",
    unknown: "outcome unknown",
    held: "held",
    dropped: "replaced by a newer one",
  },
  contactRoles: { officer: "responsible officer", head: "head", staff: "staff", apex: "leadership of the ministry" },
  levels: {
    top: "95% and above",
    high: "90–94%",
    fair: "85–89%",
    low: "75–84%",
    bottom: "below 75%",
    none: "no data",
  },
  closures: {
    met: "met",
    late: "met late",
    waived: "removed from control",
    void: "no longer applies",
    unchecked: "could not be checked",
  },
  problems: {
    "extension-not-allowed": "The extension does not count: the term of a complaint is not extended.",
    "extension-after-due": "The extension does not count: it was decided after the term had ended.",
    "extension-too-long": "The extension does not count: it exceeds 2 months.",
  },
  roles: {
    officer: "responsible officer",
    head: "head of the territorial police body",
    superior: "superior leadership",
    ministry: "Headquarters of the Ministry of Internal Affairs",
    apex: "leadership of the Ministry of Internal Affairs",
  },
  insteadOf: (role) => `Instead of the addressee “${role}”, who has no address in office.`,
  stages: {
    reminder: "Reminder",
    today: "Due today",
    overdue: "Overdue",
    breach: "Breached",
    repeat: (number) => `Repeated reminder No. ${number}`,
  },
  status: {
    daysLeft: (due, days) => `due ${time.date(due)}, ${time.days(days)} left`,
    today: (due) => `due today, ${time.date(due)}`,
    overdue: (due, days) => `was due ${time.date(due)}, overdue by ${time.days(days)}`,
    breached: (due) => `was due ${time.date(due)}, can no longer be met`,
    met: (on) => `met on ${time.date(on)}`,
    late: (on, due) => `met late on ${time.date(on)}, was due ${time.date(due)}`,
    waived: "removed from control",
    tag: {
      daysLeft: (days) => `${time.days(days)} left`,
      today: "due today",
      overdue: (days) => `overdue by ${time.days(days)}`,
      breached: "can no longer be met",
    },
  },
  duty: {
    inTime: (due, phrase) => `Please ensure by ${time.date(due)} ${phrase}.`,
    today: (due, phrase) => `Please ensure today, ${time.date(due)}, ${phrase}.`,
    overdue: (due, phrase) => `The term ended on ${time.date(due)}. Please ensure without delay ${phrase}.`,
    breached: (due, curable) =>
      `The term ended on ${time.date(due)} and the obligation can no longer be met. If it was met before ${time.date(curable)}, please record that in Esep.`,
    careful: (target) => `We advise completing this by ${time.date(target)}.`,
    nothing: "Nothing is to be done.",
  },
  subjects: {
    campaign: (year) => `campaign ${year}`,
    meeting: (day) => `meeting of ${time.date(day)}`,
    appeal: (number) => `appeal No. ${number}`,
    decision: (id) => `decision No. ${id}`,
  },
  clauses: {
    order608: (paragraph, subpoint) =>
      `Order No. 608, paragraph ${paragraph}${subpoint === undefined ? "" : `, subparagraph ${subpoint})`}`,
    appc: (article, part) => `APPC, article ${article}${part === undefined ? "" : `, part ${part}`}`,
    paraphrase: "paraphrase",
    translation: "unofficial translation",
  },
  time,
  derivation,
  letter,
};
