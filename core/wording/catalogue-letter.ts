/** How many findings of each kind a letter carries. */
export interface LetterCounts {
  readonly breached: number;
  readonly overdue: number;
  readonly due: number;
  readonly closed: number;
}

/** The fixed words of a letter. */
export interface LetterTexts {
  /** The product's name as people of this language write it. */
  readonly product: string;
  /** Name of this language, in itself, and a pointer to a version in it further down the letter. */
  readonly language: string;
  readonly below: string;
  /** The counts that are not zero, worst first. */
  readonly counts: Readonly<Record<keyof LetterCounts, (count: number) => string>>;
  readonly asOf: (date: string, time: string) => string;
  readonly to: (name: string) => string;
  readonly due: string;
  readonly missing: string;
  readonly duty: string;
  readonly basis: string;
  readonly derivation: string;
  readonly open: string;
  readonly late: string;
  /** A fact was recorded long after its date: of an open item, and at the end of a closed line. */
  readonly recordedLate: string;
  readonly closedRecordedLate: string;
  readonly alsoOpen: string;
  readonly more: (count: number) => string;
  readonly moreOf: (count: number) => string;
  readonly closed: string;
  readonly reasons: string;
  /** Above the link to the page of bodies that are written to on paper; names them, or the first of them. */
  readonly paper: (names: string) => string;
  readonly openPaper: string;
  /** Leads to the page that answers the letter. */
  readonly answer: string;
  /** Leads to where somebody says that the letter is not for them. */
  readonly wrong: string;
  /** What the attached calendar file holds, of how many. */
  readonly calendar: (shown: number, total: number) => string;
  readonly alreadyDone: string;
  /** Which applied versions the letter was planned by; 0 is what was there before the first. */
  readonly rules: (policy: number, calendar: number) => string;
  readonly automatic: string;
  readonly reply: (address: string) => string;
  readonly noReply: string;
  readonly demo: string;
}
