/** Heads of columns. */
export interface ColumnTexts {
  readonly region: string;
  readonly body: string;
  readonly code: string;
  readonly parent: string;
  readonly bodies: string;
  readonly rate: string;
  readonly total: string;
  readonly recordedLate: string;
  readonly obligation: string;
  readonly subject: string;
  readonly campaign: string;
  readonly clause: string;
  readonly due: string;
  /** Days left; below zero they are overdue. */
  readonly days: string;
  readonly state: string;
  readonly missing: string;
  readonly before: string;
  readonly now: string;
  readonly date: string;
  readonly time: string;
  readonly letters: string;
  readonly recipient: string;
  readonly role: string;
  readonly since: string;
  readonly reason: string;
  readonly what: string;
  readonly value: string;
}

/** Words of a status report as a document. */
export interface ReportTexts {
  readonly title: string;
  /** The moment, when it is the end of a day. */
  readonly endOfDay: (date: string) => string;
  /** In place of a body's name, where the reader may see only some. */
  readonly partly: string;
  readonly made: (date: string, time: string) => string;
  readonly rate: string;
  readonly rateHelp: string;
  readonly map: string;
  readonly trend: string;
  readonly noTrend: string;
  readonly counts: string;
  readonly regions: string;
  readonly changes: (date: string) => string;
  /** The same in one word. */
  readonly changed: string;
  readonly noChanges: string;
  readonly open: string;
  readonly noOpen: string;
  readonly bodies: string;
  readonly bodiesHelp: string;
  readonly noBodies: string;
  readonly key: string;
  readonly letters: (year: number) => string;
  readonly noLetters: string;
  readonly repeated: string;
  readonly acknowledged: string;
  readonly unacknowledged: string;
  readonly noUnacknowledged: string;
  readonly unknownRecipient: string;
  readonly unchecked: string;
  readonly allChecked: string;
  readonly damaged: string;
  readonly uncovered: (year: number) => string;
  readonly versions: string;
  readonly register: string;
  readonly policy: string;
  readonly calendar: string;
  readonly facts: string;
  /** A version that was applied, and the one that comes with the product. */
  readonly applied: (number: number, name: string) => string;
  readonly original: (name: string) => string;
  /** The Administrative Procedural Code in short. */
  readonly code: string;
  readonly none: string;
  readonly yes: string;
  readonly summary: string;
  readonly page: (page: number, pages: number) => string;
  readonly columns: ColumnTexts;
}
