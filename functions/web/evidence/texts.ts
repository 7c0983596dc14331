import type { AttachRefusal } from "../../../core/evidence/attach.ts";
import type { RemovalOutcome } from "../../../core/evidence/removal.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { en } from "./texts/en.ts";
import { kk } from "./texts/kk.ts";
import { ru } from "./texts/ru.ts";

/** Why an action on evidence was not done. */
export type EvidenceRefusal =
  | AttachRefusal["kind"]
  | Exclude<RemovalOutcome["kind"], "recorded" | "conflict" | "busy">
  | "no-fact"
  | "no-title"
  | "no-reason"
  | "personal-data"
  | "too-long";

/** The words of the pages of evidence documents. */
export interface EvidenceTexts {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly none: string;
  readonly noFacts: string;
  readonly removedTitle: string;
  readonly download: string;
  readonly remove: string;
  readonly putBack: string;
  readonly standing: { readonly changed: string; readonly gone: string };
  readonly kinds: { readonly pdf: string; readonly jpg: string; readonly png: string };
  readonly bytes: (count: number) => string;
  readonly attached: (name: string, date: string) => string;
  readonly removed: (name: string, date: string, reason: string) => string;
  readonly send: {
    readonly title: string;
    readonly file: string;
    readonly help: string;
    readonly submit: string;
  };
  readonly received: {
    readonly title: string;
    readonly lead: string;
    readonly kind: string;
    readonly size: string;
    readonly hash: string;
    readonly fact: string;
    readonly documentTitle: string;
    readonly documentHelp: string;
    readonly attach: string;
    readonly discard: string;
    readonly again: string;
  };
  readonly removal: {
    readonly removeTitle: string;
    readonly putBackTitle: string;
    readonly help: string;
    readonly reason: string;
  };
  readonly done: Readonly<Record<"attached" | "discarded" | "removed" | "put-back", string>>;
  readonly refusals: Readonly<Record<EvidenceRefusal, string>>;
}

const all: Readonly<Record<Locale, EvidenceTexts>> = { kk, ru, en };

/** The words in a language. */
export const evidenceTexts = (locale: Locale): EvidenceTexts => all[locale];
