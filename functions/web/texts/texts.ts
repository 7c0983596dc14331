import type { HoldReason } from "../../../core/escalation/fire.ts";
import type { PaperAddressee } from "../../../core/escalation/paper.ts";
import type { Sort } from "../../../core/status/select.ts";

/** Words that every page has. */
export interface FrameTexts {
  readonly tagline: string;
  readonly skip: string;
  readonly sections: string;
  readonly language: string;
  readonly demo: string;
  readonly demoClock: (date: string, weekday: string, time: string) => string;
  readonly inferred: string;
  readonly footer: string;
  readonly back: string;
}

/** Where there is nothing to show. */
export interface EmptyTexts {
  readonly registerTitle: string;
  readonly register: string;
  readonly registerDemo: string;
  readonly letters: string;
  readonly lettersFiltered: string;
  readonly sweeps: string;
  readonly schedule: string;
  readonly contacts: string;
  readonly findings: string;
}

export interface ErrorTexts {
  readonly missingTitle: string;
  readonly missing: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly reference: (id: string) => string;
}

export interface FilterTexts {
  readonly legend: string;
  readonly search: string;
  readonly region: string;
  readonly state: string;
  readonly obligation: string;
  readonly sort: string;
  readonly sorts: Readonly<Record<Sort, string>>;
  readonly all: string;
  readonly apply: string;
  readonly reset: string;
}

export interface OverviewTexts {
  readonly title: string;
  readonly rate: string;
  readonly rateHelp: string;
  readonly noRate: string;
  readonly share: (rate: number) => string;
  readonly regions: string;
  readonly regionsHelp: string;
  readonly overdue: string;
  readonly nothingOverdue: string;
  readonly ahead: (days: number) => string;
  readonly nothingAhead: string;
  readonly showAll: (count: number) => string;
  readonly counts: string;
  readonly total: string;
  readonly matrix: string;
  readonly matrixHelp: string;
  readonly body: string;
  readonly shown: (count: number, of: number) => string;
  readonly nothingFound: string;
  readonly notOwed: string;
  readonly countOf: (count: number, total: number) => string;
  readonly key: string;
  readonly problems: string;
  readonly damaged: (campaign: number) => string;
  readonly uncovered: (year: number) => string;
}

export interface BodyTexts {
  readonly kinds: Readonly<Record<"ministry" | "department" | "city" | "district" | "city-district", string>>;
  readonly code: string;
  readonly campaign: string;
  readonly timeline: string;
  readonly today: string;
  readonly obligations: string;
  readonly due: string;
  readonly clauses: string;
  readonly told: (count: number) => string;
  readonly formerContact: string;
  readonly contacts: string;
  readonly meetingStates: Readonly<Record<"planned" | "held" | "cancelled", string>>;
  readonly subordinates: string;
  readonly ended: (date: string) => string;
}

export interface LettersTexts {
  readonly title: string;
  readonly intro: string;
  readonly slot: string;
  readonly scope: string;
  readonly everyScope: string;
  readonly regions: (count: number) => string;
  readonly recipient: string;
  readonly level: string;
  readonly items: string;
  readonly closed: string;
  readonly state: string;
  readonly year: string;
  readonly unknownRecipient: string;
  readonly page: (page: number, pages: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly found: (count: number) => string;
}

export interface LetterPageTexts {
  readonly title: string;
  readonly subject: string;
  readonly to: string;
  readonly attempts: string;
  readonly reason: string;
  /** Why a letter was dropped: SPEC 6, never stale. */
  readonly stale: string;
  readonly asSeen: string;
  readonly plainText: string;
  readonly noHtml: string;
  readonly noFile: string;
  readonly attachments: string;
  readonly said: string;
  readonly stage: string;
  readonly about: string;
}

export interface SweepsTexts {
  readonly title: string;
  readonly intro: string;
  readonly slot: string;
  readonly scope: string;
  readonly bodies: string;
  readonly written: string;
  readonly items: string;
  readonly dropped: string;
  readonly braked: string;
  readonly failed: string;
  readonly damaged: string;
  readonly vacant: string;
  readonly seconds: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<"complete" | "incomplete" | "partial" | "none", string>>;
  readonly details: (slot: string) => string;
  readonly whyHeld: string;
  readonly reasons: Readonly<Record<HoldReason, string>>;
}

export interface PaperTexts {
  readonly title: string;
  readonly intro: string;
  readonly asOf: (date: string, time: string) => string;
  readonly found: (count: number) => string;
  readonly none: string;
  readonly why: string;
  readonly reasons: Readonly<Record<PaperAddressee["reason"], string>>;
  readonly insteadTo: string;
  readonly nobody: string;
  readonly open: string;
  readonly nothingOpen: string;
}

export interface ScheduleTexts {
  readonly title: string;
  readonly intro: string;
  readonly basis: string;
  readonly showPast: string;
  readonly hidePast: string;
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly body: string;
  readonly questions: string;
  readonly notAnnounced: string;
  readonly found: (count: number) => string;
}

/** All texts of the pages in one language; a key that one language lacks does not compile. */
export interface PageTexts {
  readonly frame: FrameTexts;
  readonly empty: EmptyTexts;
  readonly errors: ErrorTexts;
  readonly filters: FilterTexts;
  readonly overview: OverviewTexts;
  readonly body: BodyTexts;
  readonly letters: LettersTexts;
  readonly letter: LetterPageTexts;
  readonly sweeps: SweepsTexts;
  readonly paper: PaperTexts;
  readonly schedule: ScheduleTexts;
}
