import type { Notice } from "../../escalation/notice.ts";

/** What a notice of the brake says; every date and time is worded already. */
export interface BrakeFacts {
  readonly scope: string;
  readonly bodies: number;
  readonly of: number;
  readonly slot: string;
  readonly until: string;
}

/** What a notice says: its headline, and lines below. */
interface Said<Facts> {
  readonly headline: (facts: Facts) => string;
  readonly lines: (facts: Facts) => readonly string[];
}

/** The words of the ministry's weekly letter. */
export interface WeeklyTexts {
  readonly headline: (monday: string) => string;
  readonly compliance: string;
  /** Rates are worded already; `before` is null where nothing is known. */
  readonly rate: (rate: string, before: string | null) => string;
  readonly noFigures: string;
  readonly asOf: (slot: string) => string;
  /** A state, how many findings are in it, and how many were a week before. */
  readonly state: (name: string, count: string, before: string | null) => string;
  readonly letters: string;
  readonly noLetters: string;
  readonly unanswered: (count: string) => string;
  readonly paper: string;
  readonly openPaper: string;
  readonly outOfUse: string;
  readonly nobody: string;
  readonly versions: string;
  readonly register: (version: string) => string;
  readonly policy: (version: string) => string;
  readonly calendar: (version: string) => string;
  readonly audit: string;
  readonly heads: (count: string) => string;
  readonly digest: (hash: string) => string;
  /** Why the heads are quoted, and what to do with them. */
  readonly witness: string;
  /** Stands with the heads when they go with the letter as a file. */
  readonly file: (name: string) => string;
}

/** The words of letters to administrators. */
export interface NoticeTexts {
  readonly brake: Said<BrakeFacts>;
  readonly contact: Said<{ readonly count: number; readonly slot: string }> & {
    readonly role: (body: string, role: string) => string;
    readonly unreachable: (body: string, role: string) => string;
  };
  readonly calendar: Said<{ readonly years: string; readonly findings: number }>;
  readonly damaged: Said<{ readonly count: number }> & {
    readonly record: (body: string, campaign: number) => string;
  };
  readonly unswept: Said<{ readonly count: number; readonly slot: string }>;
  readonly "wrong-recipient": Said<{
    readonly recipient: string | null;
    readonly on: string;
    readonly slot: string;
    readonly bodies: string;
  }>;
  readonly weekly: WeeklyTexts;
  /** Title of the page that a notice leads to. */
  readonly open: Readonly<Record<Notice["kind"], string>>;
  /** Title of the page where administrators decide about it. */
  readonly decide: Readonly<Record<"brake" | "contact", string>>;
  readonly moment: (date: string, time: string) => string;
  readonly why: string;
}
