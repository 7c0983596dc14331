import { type Day, formatDay, plusDays } from "../../core/calendar/day.ts";
import type { Workdays } from "../../core/calendar/workdays.ts";
import type { DossierText } from "../../core/dossier/dossier.ts";
import type { BodyText } from "../../core/register/body.ts";
import type { Bilingual } from "../../core/register/locale.ts";
import type { Diligence } from "./conduct.ts";
import type { Random } from "./random.ts";

export type MeetingText = DossierText["meetings"][number];
export type NoticeText = MeetingText["notices"][number];
export type AppealText = MeetingText["appeals"][number];
export type ProtocolText = NonNullable<MeetingText["protocol"]>;
export type DecisionText = NonNullable<ProtocolText["decisions"]>[number];
export type WaiverText = DossierText["waivers"][number];

/** One body in one campaign, as the demo writes about it. */
export interface Scene {
  readonly body: BodyText;
  readonly campaign: number;
  readonly diligence: Diligence;
  /** The language in which this body writes single texts. */
  readonly locale: "kk" | "ru";
  /** Facts after this day are not written. */
  readonly last: Day;
  readonly random: Random;
  readonly workdays: Workdays;
}

/** What is settled of a meeting before anything is recorded about it. */
export interface MeetingPlan {
  /** Counts a dossier's meetings from 1. */
  readonly number: number;
  readonly date: Day;
  readonly startsAt: string;
  readonly place: Bilingual;
  readonly expectedParticipants: number;
  /** No notice is published before this day. */
  readonly publishableFrom: Day;
}

/** The day as text, or undefined when it is unknown or lies after the last day of the scene. */
export const known = (scene: Scene, day: Day | undefined): string | undefined =>
  day === undefined || day > scene.last ? undefined : formatDay(day);

/** A working day `fewest` to `most` calendar days before a day, or the last one before that. */
export const workdayBefore = ({ random, workdays }: Scene, day: Day, fewest: number, most: number): Day =>
  workdays.onOrBefore(plusDays(day, -random.int(fewest, most)));

/** The day `fewest` to `most` working days after a day. */
export const workdaysAfter = ({ random, workdays }: Scene, day: Day, fewest: number, most: number): Day =>
  workdays.addWorkingDays(day, random.int(fewest, most));
