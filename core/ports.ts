import type { Instant } from "./calendar/zone.ts";
import type { Dossier } from "./dossier/dossier.ts";
import type { Delivery, LetterEntry, LetterId } from "./escalation/ledger.ts";
import type { LetterContent, Slot } from "./escalation/letter.ts";
import type { Policy } from "./order608/policy.ts";
import type { Body } from "./register/body.ts";
import type { SweepReport } from "./status/sweep-report.ts";

/** The two clocks: `calendarNow` is the law's and may be moved in a demo, `machineNow` never is (leases, waiting times). */
export interface Clock {
  calendarNow(): Instant;
  machineNow(): Instant;
}

/** What every sweep must know of the whole register without reading it. */
export interface Directory {
  /** The ministry's scope first, then the others in register order. */
  readonly scopes: readonly string[];
  /** Addresses that are contacts in more than one scope, with these scopes, their owner first. */
  readonly shared: Readonly<Record<string, readonly string[]>>;
  /** Counts the register's changes. */
  readonly version: number;
  /** The policy in force, complete. */
  readonly policy: Policy;
}

/** The register of bodies, kept by scope. */
export interface RegisterStore {
  /** Null before the first import. */
  directory(): Promise<Directory | null>;
  /** The bodies of one scope, in register order. */
  bodies(scope: string): Promise<readonly Body[]>;
}

/** A record that cannot be read: reported, and no reason to stop. */
export interface Damage {
  readonly body: string;
  readonly campaign: number;
  readonly reason: string;
}

/** Dossiers by scope and campaign; reads are strongly consistent. */
export interface DossierStore {
  load(
    scope: string,
    campaign: number,
  ): Promise<{ readonly dossiers: readonly Dossier[]; readonly damaged: readonly Damage[] }>;
}

/** The ledger of letters; reads are strongly consistent, every change is one conditional write. */
export interface Ledger {
  /** One recipient's log, or all of a scope and year. */
  log(scope: string, year: number, recipientKey?: string): Promise<readonly LetterEntry[]>;
  get(id: LetterId): Promise<LetterEntry | null>;
  /** Creates the letter unless its id exists. */
  create(entry: LetterEntry): Promise<"created" | "exists">;
  /** Takes a delivery step unless the entry's state or lease holder is no longer that of `before`. */
  advance(before: LetterEntry, step: Delivery): Promise<"advanced" | "changed">;
}

/** A letter as it is sent. */
export interface Mail {
  /** The address in the envelope. */
  readonly recipient: string;
  readonly subject: string;
  /** The whole MIME message. */
  readonly mime: Uint8Array;
}

/** Rendered letters in object storage, never changed once written. */
export interface MailFiles {
  put(file: string, mail: Mail): Promise<void>;
  get(file: string): Promise<Mail | null>;
}

/** Renders what a letter says. Pure but for the time it takes. */
export interface Composer {
  compose(content: LetterContent, id: LetterId, at: Instant): Promise<Mail>;
}

/** Work for the dispatcher: at least once, in no order. */
export interface MailQueue {
  send(ids: readonly LetterId[], delaySeconds?: number): Promise<void>;
}

/** Work for the sweep: one message per scope and slot. */
export interface SweepQueue {
  /** `request` tells sweeps on demand apart, so that one is not taken for a repetition of another. */
  send(work: readonly { readonly scope: string; readonly slot: Slot }[], request?: string): Promise<void>;
}

/** What became of handing one letter to the mail service (SPEC 6). */
export type SendOutcome =
  | { readonly kind: "accepted"; readonly messageId: string }
  /** This message is refused for good. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Try again a little later; nothing was sent. */
  | { readonly kind: "throttled" }
  /** The account cannot send at all: an alarm, and no fault of the letter. */
  | { readonly kind: "account-refused"; readonly reason: string }
  /** No answer: accepted or not is not known. */
  | { readonly kind: "unknown"; readonly reason: string };

/** The mail service. Never throws: every outcome is one of {@link SendOutcome}. */
export interface MailService {
  send(mail: Mail, id: LetterId): Promise<SendOutcome>;
}

/** What each sweep did, by scope and slot; a repeated sweep of the same slot replaces its report. */
export interface SweepLog {
  record(report: SweepReport): Promise<void>;
  ofSlot(slot: Slot): Promise<readonly SweepReport[]>;
}

/** Unguessable names and the hash that the core cannot make itself. */
export interface Identifiers {
  /** A new owner token. */
  token(): string;
  /** First 22 characters of base64url SHA-256 of a lower-cased address. */
  recipientKey(email: string): string;
}

/** Says something an operator must see; carries ids, reasons and counts, never names or addresses. */
export interface Alarms {
  raise(code: string, details: Readonly<Record<string, string | number>>): void;
}
