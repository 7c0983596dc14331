import type { CalendarDayKind } from "../../../../core/calendar/calendar-day.ts";
import type { EscalationRole } from "../../../../core/order608/role.ts";
import type { Locale } from "../../../../core/register/locale.ts";
import type { SettingIssue } from "../../../../core/use-cases/policy-changes/policy-change.ts";
import type { NumberGroup } from "../numbers.ts";
import { en } from "./en.ts";
import { kk } from "./kk.ts";
import { ru } from "./ru.ts";

/** Words that policy and calendar share: looking ahead, applying, history. */
export interface ChangeTexts {
  readonly from: string;
  readonly fromHelp: string;
  readonly reason: string;
  readonly reasonHelp: string;
  readonly look: string;
  readonly lookHelp: string;
  readonly previewTitle: string;
  readonly previewIntro: (from: string) => string;
  readonly what: string;
  readonly whatChanges: string;
  readonly before: string;
  readonly after: string;
  readonly nothing: string;
  readonly moves: string;
  readonly bodies: string;
  readonly findings: string;
  readonly letters: (days: number) => string;
  readonly items: string;
  readonly failed: string;
  readonly noMoves: string;
  readonly more: (shown: number, all: number) => string;
  readonly body: string;
  readonly obligation: string;
  readonly due: string;
  readonly target: string;
  readonly state: string;
  readonly notOwed: string;
  readonly later: (number: number, from: string) => string;
  readonly applyTitle: string;
  readonly notRewritten: string;
  readonly apply: string;
  readonly applied: string;
  readonly same: string;
  readonly conflict: string;
  readonly history: string;
  readonly historyIntro: string;
  readonly number: string;
  readonly begins: string;
  readonly inForce: string;
  readonly by: string;
  readonly undo: (number: number) => string;
  readonly undoFirst: string;
  readonly noVersions: string;
  readonly rules: Readonly<Record<SettingIssue["rule"], string>>;
  readonly badDay: string;
}

/** Words of the policy's pages. */
export interface PolicyTexts {
  readonly title: string;
  readonly intro: string;
  readonly readOnly: string;
  readonly present: (version: number | null) => string;
  readonly groups: Readonly<Record<NumberGroup, string>>;
  readonly numbers: string;
  readonly numbersIntro: string;
  readonly standard: (value: string) => string;
  readonly isLaw: string;
  readonly lastChange: (name: string, day: string, reason: string, number: number) => string;
  readonly badNumber: string;
  readonly schedule: (zone: string, slots: string) => string;
  readonly ladders: string;
  readonly laddersIntro: string;
  readonly ladderOf: (obligation: string) => string;
  readonly when: string;
  readonly whom: string;
  readonly editLadder: string;
  readonly noStages: string;
  readonly again: (days: string) => string;
  readonly stage: (number: number) => string;
  readonly newStage: string;
  readonly anchor: string;
  readonly anchors: Readonly<Record<"target" | "due" | "breach", string>>;
  readonly side: string;
  readonly sides: Readonly<Record<"before" | "on" | "after", string>>;
  readonly count: string;
  readonly unit: string;
  readonly units: Readonly<Record<"days" | "working", string>>;
  readonly time: string;
  readonly timeHelp: string;
  readonly roles: Readonly<Record<EscalationRole, string>>;
  readonly remove: string;
  readonly every: string;
  readonly everyHelp: string;
  readonly badEvery: string;
  readonly place: (place: { anchor: "target" | "due"; offset: number; working: boolean }) => string;
  readonly breach: string;
  readonly at: (time: string) => string;
  readonly json: string;
  readonly jsonIntro: string;
  readonly jsonLabel: string;
  readonly badJson: string;
}

/** Words of the calendar's page. */
export interface CalendarTexts {
  readonly title: string;
  readonly intro: string;
  readonly covered: (from: number, to: number) => string;
  readonly years: string;
  readonly uncovered: (year: number) => string;
  readonly yearTitle: (year: number) => string;
  readonly total: (workingDays: number, daysOff: number) => string;
  readonly week: string;
  readonly key: Readonly<Record<"working" | "off" | CalendarDayKind, string>>;
  readonly named: string;
  readonly day: string;
  readonly kind: string;
  readonly name: string;
  readonly source: string;
  readonly own: string;
  readonly product: string;
  readonly changeDay: string;
  readonly changeIntro: string;
  readonly kinds: Readonly<Record<CalendarDayKind | "plain", string>>;
  readonly nameRu: string;
  readonly nameKk: string;
  readonly note: string;
  readonly restore: (day: string) => string;
  readonly extend: string;
  readonly extendIntro: string;
  readonly coversTo: string;
  readonly badYear: string;
}

export interface SettingsTexts {
  readonly change: ChangeTexts;
  readonly policy: PolicyTexts;
  readonly calendar: CalendarTexts;
}

const all: Readonly<Record<Locale, SettingsTexts>> = { kk, ru, en };

/** The words of policy and calendar in a language. */
export const settingsTexts = (locale: Locale): SettingsTexts => all[locale];
