import type { FiledEntry, StoredRecord } from "../../audit/stored.ts";
import type { Day } from "../../calendar/day.ts";
import type { CalendarDay } from "../../calendar/kazakhstan.ts";
import type { Workdays } from "../../calendar/workdays.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { Meeting } from "../../dossier/meeting.ts";
import type { LetterEntry } from "../../escalation/ledger.ts";
import type { EvidenceItem } from "../../evidence/evidence.ts";
import type { CheckSignature } from "../../evidence/signature.ts";
import type { Finding } from "../../order608/finding.ts";
import type { Policy } from "../../order608/policy.ts";
import type { Mail } from "../../ports.ts";
import type { Body } from "../../register/body.ts";
import type { Locale } from "../../register/locale.ts";

/** The history of one record, as it is stored. */
export interface PackHistory {
  /** The record's name: `dossier:DP-10:2027`. */
  readonly record: string;
  readonly stored: StoredRecord;
  readonly filed: readonly FiledEntry[];
}

/** A letter with what was sent; null where the text is no longer there. */
export interface PackLetter {
  readonly entry: LetterEntry;
  readonly mail: Mail | null;
}

/** Everything that a pack holds of one body's campaign. */
export interface PackContents {
  readonly locale: Locale;
  /** In the reader's language: where a fact stands in the dossier, and what a command has done. */
  readonly words: { readonly fact: (path: string) => string; readonly command: (name: string) => string };
  /** The body, and those above it up to the ministry. */
  readonly bodies: readonly [Body, ...Body[]];
  readonly campaign: number;
  readonly dossier: Dossier;
  /** The findings as of this moment, in the body's zone. */
  readonly asOf: { readonly day: Day; readonly time: string };
  readonly findings: readonly Finding[];
  readonly lateFacts: (finding: Finding) => readonly string[];
  readonly letters: readonly PackLetter[];
  /** Letters about the body that its reader may not see: they tell of others too. */
  readonly lettersWithheld: number;
  readonly histories: readonly PackHistory[];
  readonly evidence: readonly { readonly item: EvidenceItem; readonly bytes: Uint8Array }[];
  readonly rules: {
    readonly policy: Policy;
    readonly policyVersion: number;
    readonly calendarVersion: number;
    readonly calendar: readonly CalendarDay[];
    readonly workdays: Workdays;
  };
}

/** What writes papers and checks signatures: only the functions that answer with documents carry it. */
export interface PaperWriters {
  /** The protocol's form, for people to edit. */
  protocolDocx(body: Body, meeting: Meeting, version: number): Promise<Uint8Array>;
  /** The same to be signed: equal facts give equal bytes. */
  protocolPdf(body: Body, meeting: Meeting, version: number): Promise<Uint8Array>;
  evidencePack(contents: PackContents): Promise<Uint8Array>;
  readonly checkSignature: CheckSignature;
  /** SHA-256 of bytes, hexadecimal. */
  sha256(bytes: Uint8Array): string;
}
