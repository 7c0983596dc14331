import { type Day, day, plusDays } from "../../../core/calendar/day.ts";
import { createWorkdays, type Workdays } from "../../../core/calendar/workdays.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Derivation, Finding, State, TermStart } from "../../../core/order608/finding.ts";

let calendar: Workdays | undefined;

/** Read when the first sample is made: most processes never make one. */
function calendarOfSamples(): Workdays {
  calendar ??= createWorkdays();
  return calendar;
}

/** How one obligation looks in the gallery; everything but the rule's own words follows from its due day. */
interface Example {
  readonly clause: string;
  readonly subject: string;
  readonly missing: readonly string[];
  readonly derivation: (due: Day) => Derivation;
  /** Days after the due day from which nothing cures it; null when it can always be made good. */
  readonly cureDays: number | null;
}

const fromMeeting =
  (days: number) =>
  (due: Day): Derivation => ({ kind: "from-meeting", meeting: plusDays(due, days), days, due });

const workingDays =
  (start: TermStart, days: number) =>
  (due: Day): Derivation => {
    const from = calendarOfSamples().addWorkingDays(due, -days);
    return { kind: "working-days", from, start, days, due };
  };

const groups = ["local-executive", "maslikhat", "public", "health", "labour", "education", "agriculture", "housing"];
const sections = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `section:${number}`);
const appeal = "ЖТ-2027-118";

/** One of each obligation, with everything missing that can be. */
export const examples: Readonly<Record<ObligationId, Example>> = {
  schedule: {
    ...{ clause: "8(1)", subject: "dossier", missing: ["approval", "meeting"], cureDays: 59 },
    derivation: (due) => ({ kind: "fixed", of: "schedule-due", due }),
  },
  report: {
    ...{ clause: "4", subject: "dossier", missing: ["held-meeting"], cureDays: null },
    derivation: (due) => ({ kind: "fixed", of: "quarter-end", due }),
  },
  notice: {
    ...{ clause: "8(2)", subject: "m1", missing: ["date", "startsAt", "place", "schedule", "questions"], cureDays: 10 },
    derivation: fromMeeting(10),
  },
  invitation: {
    ...{ clause: "4, 11", subject: "m1", missing: [...groups, "organisations", "media"], cureDays: 1 },
    derivation: fromMeeting(1),
  },
  venue: {
    ...{ clause: "9", subject: "m1", missing: ["check", "hygiene", "expected", "capacity"], cureDays: 1 },
    derivation: fromMeeting(1),
  },
  content: { clause: "6", subject: "m1", missing: sections, cureDays: 1, derivation: fromMeeting(1) },
  readiness: {
    ...{ clause: "2, 3, 21", subject: "m1", cureDays: 1 },
    missing: ["check", "inPerson", "clearedOfSecrets", "orderPlanned"],
    derivation: fromMeeting(1),
  },
  protocol: {
    ...{ clause: "12–15", subject: "m1", cureDays: null },
    missing: ["startsAt", "place", "participants", "decisions", `appeal:${appeal}`, "secretary", "head"],
    derivation: fromMeeting(0),
  },
  registration: {
    ...{ clause: "APPC 64(3)", subject: appeal, missing: ["registration"], cureDays: null },
    derivation: (due) => {
      const received = calendarOfSamples().addWorkingDays(due, -1);
      return { kind: "office-hours", received, at: "18:40", closes: "18:00", due };
    },
  },
  reply: {
    ...{ clause: "16; APPC 76, 99", subject: appeal, missing: ["reply"], cureDays: null },
    derivation: workingDays("registered", 15),
  },
  transfer: {
    ...{ clause: "APPC 91(4)", subject: appeal, missing: ["transfer"], cureDays: null },
    derivation: workingDays("received", 3),
  },
  "extension-notice": {
    ...{ clause: "APPC 76(3)", subject: appeal, missing: ["extension-notice"], cureDays: null },
    derivation: workingDays("decided", 3),
  },
  redirection: {
    ...{ clause: "17; APPC 65", subject: appeal, missing: ["redirection", "initiator-notice"], cureDays: null },
    derivation: workingDays("received", 3),
  },
  records: {
    ...{ clause: "18", subject: "m1", missing: ["records"], cureDays: null },
    derivation: workingDays("meeting", 1),
  },
  decision: {
    ...{ clause: "19", subject: "m1/d1", missing: ["completion"], cureDays: null },
    derivation: (due) => ({ kind: "fixed", of: "decision-due", due }),
  },
};

/** The quarter's end: the one due day that the Order itself names. */
export const QUARTER_END: Day = day("2027-03-31");

/** One open obligation of a body, so many days before (positive) or after its due day. */
export function sampleFinding(
  obligation: ObligationId,
  state: Extract<State, "due" | "overdue" | "breached">,
  daysLeft: number,
  due: Day = QUARTER_END,
): Finding {
  const { clause, subject, missing, derivation, cureDays } = examples[obligation];
  return {
    ...{ body: "PB-101000000", campaign: 2027, obligation, subject, clause, due, target: plusDays(due, -1), state },
    ...{ metOn: null, missing, problems: [], daysLeft, remindersHeld: false, notBefore: null },
    beyondCure: cureDays === null ? null : plusDays(due, cureDays),
    derivation: derivation(due),
  };
}
