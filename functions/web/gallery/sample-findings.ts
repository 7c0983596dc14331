import { type Day, day, plusDays } from "../../../core/calendar/day.ts";
import { createWorkdays, type Workdays } from "../../../core/calendar/workdays.ts";
import { kindOfSubject, type ObligationId, type SubjectKind } from "../../../core/dossier/obligation-id.ts";
import type { Derivation, Finding, State, TermStart } from "../../../core/order608/finding.ts";
import type { Obligation } from "../../../core/order608/obligation.ts";
import { obligationOf, ofEach } from "../../../core/order608/obligations/all.ts";

let calendar: Workdays | undefined;

/** Read when the first sample is made: most processes never make one. */
function calendarOfSamples(): Workdays {
  calendar ??= createWorkdays();
  return calendar;
}

/** How one obligation looks in the gallery; everything but the rule's own words follows from its due day. */
interface Example {
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

const NUMBER = "ЖТ-2027-118";

const subjects: Readonly<Record<SubjectKind, string>> = {
  ...{ dossier: "dossier", meeting: "m1", appeal: NUMBER, decision: "m1/d1" },
};

const derivations: Readonly<Record<SubjectKind, Example["derivation"]>> = {
  dossier: (due) => ({ kind: "fixed", of: "quarter-end", due }),
  meeting: workingDays("meeting", 1),
  appeal: workingDays("received", 3),
  decision: (due) => ({ kind: "fixed", of: "decision-due", due }),
};

/** An obligation with everything missing that can be, due as most of its kind are. */
const plainExample = ({ id, missing }: Obligation): Example => ({
  subject: subjects[kindOfSubject[id]],
  missing: Object.keys(missing).map((code) => code.replace("NUMBER", NUMBER)),
  derivation: derivations[kindOfSubject[id]],
  cureDays: null,
});

const dayBeforeMeeting: Partial<Example> = { derivation: fromMeeting(1), cureDays: 1 };

/** What is otherwise in some obligations. */
const particulars: Readonly<Partial<Record<ObligationId, Partial<Example>>>> = {
  schedule: { derivation: (due) => ({ kind: "fixed", of: "schedule-due", due }), cureDays: 59 },
  notice: { derivation: fromMeeting(10), cureDays: 10 },
  invitation: dayBeforeMeeting,
  venue: dayBeforeMeeting,
  content: dayBeforeMeeting,
  readiness: dayBeforeMeeting,
  protocol: {
    missing: ["startsAt", "place", "participants", "decisions", `appeal:${NUMBER}`, "secretary", "head"],
    derivation: fromMeeting(0),
  },
  registration: {
    derivation: (due) => {
      const received = calendarOfSamples().addWorkingDays(due, -1);
      return { kind: "office-hours", received, at: "18:40", closes: "18:00", due };
    },
  },
  reply: { derivation: workingDays("registered", 15) },
  "extension-notice": { derivation: workingDays("decided", 3) },
};

/** One of each obligation. */
export const examples: Readonly<Record<ObligationId, Example>> = ofEach((obligation) => ({
  ...plainExample(obligation),
  ...particulars[obligation.id],
}));

/** The quarter's end: the one due day that the Order itself names. */
export const QUARTER_END: Day = day("2027-03-31");

/** One open obligation of a body, so many days before (positive) or after its due day. */
export function sampleFinding(
  obligation: ObligationId,
  state: Extract<State, "due" | "overdue" | "breached">,
  daysLeft: number,
  due: Day = QUARTER_END,
): Finding {
  const { subject, missing, derivation, cureDays } = examples[obligation];
  const { clause } = obligationOf(obligation);
  return {
    ...{ body: "PB-101000000", campaign: 2027, obligation, subject, clause, due, target: plusDays(due, -1), state },
    ...{ metOn: null, missing, problems: [], daysLeft, remindersHeld: false, notBefore: null },
    beyondCure: cureDays === null ? null : plusDays(due, cureDays),
    derivation: derivation(due),
  };
}
