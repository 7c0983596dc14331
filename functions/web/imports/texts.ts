import type { Locale } from "../../../core/register/locale.ts";
import type { ImportJob } from "../../../core/use-cases/register-changes/import-jobs.ts";
import { en } from "./texts-en.ts";
import { kk } from "./texts-kk.ts";
import { ru } from "./texts-ru.ts";

/** Words of the pages about imports. */
export interface ImportWords {
  readonly title: string;
  readonly intro: string;
  readonly files: Readonly<Record<"facts" | "register" | "contacts", string>>;
  readonly help: Readonly<Record<"facts" | "register" | "contacts", string>>;
  readonly calendar: string;
  readonly preview: string;
  readonly previewTitle: string;
  readonly noFile: string;
  readonly mixed: string;
  readonly notUtf8: string;
  readonly tooLarge: (megabytes: number) => string;
  readonly exports: string;
  readonly exportNote: string;
  readonly notExported: string;
  readonly exportFacts: string;
  readonly exportRegister: string;
  readonly exportContacts: string;
  readonly faults: (count: number) => string;
  readonly faultsNote: string;
  readonly file: string;
  readonly row: string;
  readonly column: string;
  readonly message: string;
  readonly sections: Readonly<Record<"bodies" | "dossiers" | "policy", string>>;
  readonly counts: (added: number, changed: number, removed: number) => string;
  readonly added: string;
  readonly changed: string;
  readonly removed: string;
  readonly order: string;
  readonly more: (count: number) => string;
  readonly nothing: string;
  readonly reason: string;
  readonly reasonHelp: string;
  readonly apply: string;
  readonly again: string;
  readonly reasonWrong: string;
  readonly list: string;
  readonly none: string;
  readonly when: string;
  readonly who: string;
  readonly state: string;
  readonly states: Readonly<Record<ImportJob["state"], string>>;
  readonly job: string;
  readonly progress: (done: number, total: number) => string;
  readonly working: string;
  readonly stopped: string;
  readonly continue: string;
  readonly takeBack: string;
  readonly takeBackHelp: string;
  readonly undo: string;
  readonly undoHelp: string;
  readonly undoFile: string;
  readonly takenBack: (what: string) => string;
  /** Why an import was taken back; the record stands in brackets. */
  readonly inTheWay: Readonly<Record<"changed" | "too-large" | "history-elsewhere", (record: string) => string>>;
  readonly theRegister: string;
}

const all: Readonly<Record<Locale, ImportWords>> = { kk, ru, en };

export const importWords = (locale: Locale): ImportWords => all[locale];
