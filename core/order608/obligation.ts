import type { Day } from "../calendar/day.ts";
import { plusDays } from "../calendar/day.ts";
import { type Workdays, YearNotCovered } from "../calendar/workdays.ts";
import type { LocalTime } from "../calendar/zone.ts";
import type { Appeal } from "../dossier/appeal.ts";
import type { Dossier } from "../dossier/dossier.ts";
import type { Meeting } from "../dossier/meeting.ts";
import { kindOfSubject, type ObligationId } from "../dossier/obligation-id.ts";
import type { About, CodeOf } from "./about.ts";
import type { Derivation, Problem, TermStart } from "./finding.ts";
import type { Policy } from "./policy.ts";

/** What a rule may look at besides the facts. `now` is in the body's zone; nothing after it is in the facts. */
export interface Circumstances {
  readonly now: LocalTime;
  readonly workdays: Workdays;
  readonly policy: Policy;
}

/** What a rule says of one subject; its state follows from this and the day (SPEC 4). */
export interface Judgement<Code extends string = string> {
  /** How the due day came about; its `due` is the finding's. */
  readonly derivation: Derivation;
  /** The careful day; the due day unless given. */
  readonly target?: Day;
  /** The day the last needed fact happened; null while something is missing. */
  readonly metOn: Day | null;
  readonly missing: readonly Code[];
  readonly problems?: readonly Problem[];
  /** The day from which nothing cures it; facts of that day or later must already be ignored by the rule. */
  readonly beyondCure?: Day;
  /** Nothing can be done before the meeting begins. */
  readonly notBegun?: boolean;
  /** Reminders wait while a meeting is planned in time (SPEC 5, `report`). */
  readonly remindersHeld?: boolean;
  /** Stages with a time of day wait for this moment (SPEC 5, `protocol`). */
  readonly notBefore?: LocalTime;
}

/** Something an obligation is owed for: the dossier, a meeting, an appeal or a decision. */
export interface Subject<Value> {
  readonly key: string;
  readonly value: Value;
}

/** A dossier with what its obligations are owed for, listed once for all of them. */
export interface Watched {
  readonly dossier: Dossier;
  /** Meetings that are not cancelled, by id: nothing of a cancelled meeting is a subject. */
  readonly meetings: readonly Subject<Meeting>[];
  /** The appeals of these meetings, by number. */
  readonly appeals: readonly Subject<RaisedAppeal>[];
}

/** An appeal with the meeting at which it was raised. */
export interface RaisedAppeal {
  readonly appeal: Appeal;
  readonly meeting: Meeting;
}

/** Lists what a dossier's obligations are owed for. */
export function watch(dossier: Dossier): Watched {
  const meetings: Subject<Meeting>[] = [];
  const appeals: Subject<RaisedAppeal>[] = [];
  for (const meeting of dossier.meetings) {
    if (meeting.status === "cancelled") continue;
    meetings.push({ key: meeting.id, value: meeting });
    for (const appeal of meeting.appeals) appeals.push({ key: appeal.number, value: { appeal, meeting } });
  }
  return { dossier, meetings, appeals };
}

/** Hears of every subject of an obligation what the rule says. */
export interface JudgementVisitor {
  found(obligation: Obligation, subject: string, judgement: Judgement): void;
  /** The calendar does not cover a year that the judgement, or what was made of it, needs. */
  failed(obligation: Obligation, subject: string, year: number): void;
}

/** One rule of SPEC 4: data, and one pure function over a subject. */
export interface Obligation<Id extends ObligationId = ObligationId> extends About<Id> {
  /** Owed by the body as such: ends with the campaign's year and with the body itself. */
  readonly ofDossier: boolean;
  /** Judges each subject; of one for which nothing is owed after all the visitor hears nothing. */
  judgeAll(watched: Watched, circumstances: Circumstances, visitor: JudgementVisitor): void;
}

/** What an obligation looks at, and what it says of each subject; every code that it gives is worded among its `missing`. */
interface Rule<Value, Code extends string> {
  readonly subjects: (watched: Watched) => readonly Subject<Value>[];
  readonly judge: (subject: Value, circumstances: Circumstances) => Judgement<CodeOf<Code>> | null;
}

/** An obligation whose subjects are of one type. */
export function defineObligation<Id extends ObligationId, Value, Code extends string>(
  rule: About<Id, Code> & Rule<Value, NoInfer<Code>>,
): Obligation<Id> {
  const { subjects, judge, ...about } = rule;
  const obligation: Obligation<Id> = {
    ...about,
    ofDossier: kindOfSubject[rule.id] === "dossier",
    judgeAll: (watched, circumstances, visitor) => {
      for (const { key, value } of subjects(watched)) {
        try {
          const judgement = judge(value, circumstances);
          if (judgement) visitor.found(obligation, key, judgement);
        } catch (error) {
          if (!(error instanceof YearNotCovered)) throw error;
          visitor.failed(obligation, key, error.year);
        }
      }
    },
  };
  return obligation;
}

/** A due day that is a date of its own. */
export function fixedDue(
  of: "schedule-due" | "quarter-end" | "decision-due",
  due: Day,
  workdays: Workdays,
): Derivation {
  workdays.requireYear(due);
  return { kind: "fixed", of, due };
}

/** A due day `days` calendar days before (after, when negative) the meeting. */
export function dueFromMeeting(meeting: Day, days: number, workdays: Workdays): Derivation {
  const due = plusDays(meeting, -days);
  workdays.requireYear(due);
  return { kind: "from-meeting", meeting, days, due };
}

/** A term of working days; the day of the event is not counted (SPEC 2). */
export function workingDaysAfter(from: Day, start: TermStart, days: number, workdays: Workdays): Derivation {
  return { kind: "working-days", from, start, days, due: workdays.addWorkingDays(from, days) };
}

/** Met on the latest of the days when nothing is missing. */
export function metOnLatest(missing: readonly string[], days: readonly Day[]): Day | null {
  return missing.length > 0 ? null : days.reduce((latest, day) => (day > latest ? day : latest));
}

/** The fact, unless it happened on or after the day beyond cure. */
export function before<Fact>(cure: Day, fact: Fact | undefined, on: (fact: Fact) => Day): Fact | undefined {
  return fact !== undefined && on(fact) < cure ? fact : undefined;
}

/** The meetings of a dossier that are subjects. */
export const meetingsOf = ({ meetings }: Watched): readonly Subject<Meeting>[] => meetings;
