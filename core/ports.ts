import type { RecordStore, StoredRecord } from "./audit/stored.ts";
import type { Instant } from "./calendar/zone.ts";
import type { Dossier } from "./dossier/dossier.ts";
import type { RecordedDays } from "./dossier/recorded.ts";
import type { Brake } from "./escalation/brake.ts";
import type { Delivery, LetterEntry, LetterId } from "./escalation/ledger.ts";
import type { LetterContent, Slot } from "./escalation/letter.ts";
import type { NoticeContent } from "./escalation/notice.ts";
import type { OutOfUseMark, WholeMarks } from "./escalation/out-of-use.ts";
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
  /** Numbers of the applied versions that are in force; absent before the first. */
  readonly policyVersion?: number;
  readonly calendarVersion?: number;
  /** What was imported with the register, where an applied version has taken its place. */
  readonly importedPolicy?: Policy;
  /** Scopes that earlier registers had and this one has not: only histories lie there. */
  readonly former?: readonly string[];
  /** Which edition of the bodies it belongs to: one that never changes once it is in force; absent in old registers. */
  readonly edition?: string;
}

/** The register of bodies, kept by scope. */
export interface RegisterStore {
  /** Null before the first import. */
  directory(): Promise<Directory | null>;
  /** The bodies of one scope, in register order: of the directory's edition, or of the one in force now. */
  bodies(scope: string, directory?: Directory): Promise<readonly Body[]>;
}

/** A record that cannot be read: reported, and no reason to stop. */
export interface Damage {
  readonly body: string;
  readonly campaign: number;
  readonly reason: string;
}

/** The dossiers of one scope and campaign. */
export interface LoadedDossiers {
  readonly dossiers: readonly Dossier[];
  readonly damaged: readonly Damage[];
  /** By body, when each fact was recorded; absent where nobody keeps it. */
  readonly recorded?: ReadonlyMap<string, RecordedDays>;
}

/** Dossiers by scope and campaign; reads are strongly consistent. */
export interface DossierStore {
  load(scope: string, campaign: number): Promise<LoadedDossiers>;
  /**
   * By {@link marksKey}, a text that is another one once a write to dossiers was answered: what was loaded after it was
   * read is as good as new while it stays the same. Of one scope or of all; absent where nobody tells.
   */
  marks?(scope?: string): Promise<ReadonlyMap<string, string>>;
}

/** Names one scope's campaign among {@link DossierStore.marks}. */
export const marksKey = (scope: string, campaign: number): string => `${scope}#${campaign}`;

/** A ledger entry that cannot be read: its number is taken, and nobody knows what it told. */
export interface DamagedLetter extends LetterId {
  readonly reason: string;
}

/** Letters, and what of them cannot be read. */
export interface WholeLog {
  readonly entries: readonly LetterEntry[];
  readonly damaged: readonly DamagedLetter[];
}

/** The ledger of letters; reads are strongly consistent, every change is one conditional write. */
export interface Ledger {
  /** One recipient's log, or all of a scope and year, for readers: without what is damaged. */
  log(scope: string, year: number, recipientKey?: string): Promise<readonly LetterEntry[]>;
  /** The same for writers, who must know which numbers are taken. */
  wholeLog(scope: string, year: number, recipientKey?: string): Promise<WholeLog>;
  /** Throws for an entry that cannot be read. */
  get(id: LetterId): Promise<LetterEntry | null>;
  /** Those of a scope and year that are queued, being sent or `unknown`; reads the whole log. */
  waiting(scope: string, year: number): Promise<readonly LetterEntry[]>;
  /** The same of all letters of other kinds than the ladder's. */
  waitingNotices(year: number): Promise<readonly LetterEntry[]>;
  /** Creates the letter unless its id exists, or it has more items than an entry holds. */
  create(entry: LetterEntry): Promise<"created" | "exists" | "too-large">;
  /** Takes a delivery step unless the entry's state, lease holder or number of events is no longer that of `before`. */
  advance(before: LetterEntry, step: Delivery): Promise<"advanced" | "changed">;
}

/** Addresses out of use, in a partition so small that every sweep reads all of it; reads are strongly consistent. */
export interface OutOfUseStore {
  /** For readers: without what is damaged. */
  all(): Promise<readonly OutOfUseMark[]>;
  /** The same for the sweep, which reports what is damaged. */
  whole(): Promise<WholeMarks>;
  /** Puts an address out of use, unless an administrator has cleared it since the event. */
  mark(mark: OutOfUseMark): Promise<"marked" | "cleared-since">;
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
  composeNotice(content: NoticeContent, id: LetterId, at: Instant): Promise<Mail>;
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
  /** `known` is how its scope stood when the sweep began. */
  record(report: SweepReport, known?: Standing): Promise<void>;
  ofSlot(slot: Slot): Promise<readonly SweepReport[]>;
  /** How these scopes stand that were ever swept, maybe with others; all without a list. Strongly consistent. */
  standings(scopes?: readonly string[]): Promise<readonly Standing[]>;
  /** Sets a scope's brake unless it is no longer `before`. */
  setBrake(scope: string, before: Brake | null, brake: Brake): Promise<"set" | "changed">;
}

/** How a scope's sweeps stand. */
export interface Standing {
  readonly scope: string;
  /** The first and the last slot that were swept to the end; null before the first. */
  readonly first: Slot | null;
  readonly last: Slot | null;
  /** The brake that was put on last, whether or not it still holds. */
  readonly brake: Brake | null;
}

/** What the watch has found and not yet seen the end of. */
export interface WatchCause {
  /** What is wrong, as text that is the same as long as it is the same trouble. */
  readonly cause: string;
  /** By the calendar's clock. */
  readonly since: Instant;
  /** Whether the alarm was raised. */
  readonly told: boolean;
}

/** What the watch remembers from one look to the next. */
export interface WatchBook {
  read(): Promise<readonly WatchCause[]>;
  write(causes: readonly WatchCause[]): Promise<void>;
}

/** What the account may send (SES: GetSendQuota). */
export interface SendQuota {
  /** Letters in 24 hours; infinite when the service sets no limit. */
  readonly perDay: number;
  readonly perSecond: number;
  readonly sentLastDay: number;
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

/**
 * Audited records of a kind so small that all of it is read at once. Reads are strongly consistent, so a change holds from
 * the next request on.
 */
export interface ListedRecords extends RecordStore<string> {
  all(): Promise<readonly { readonly key: string; readonly stored: StoredRecord }[]>;
}

/** Who may do what, by subject. */
export type GrantStore = ListedRecords;

/** Somebody who has signed in with a browser. */
export interface Session {
  /** `user:SUB`. */
  readonly subject: string;
  readonly name: string;
  readonly startedAt: Instant;
  /** From this moment of the machine's clock on it is none. */
  readonly expiresAt: Instant;
}

/** Sessions by the hash of their id: who reads the store cannot sign in with it. */
export interface SessionStore {
  create(hash: string, session: Session): Promise<void>;
  /** Also one that has expired: the caller judges. */
  find(hash: string): Promise<Session | null>;
  remove(hash: string): Promise<void>;
  /** Ends every session of somebody that began before a moment of the machine's clock. */
  endAll(subject: string, at: Instant): Promise<void>;
  /** Until when somebody's sessions were ended; null when nobody asked for that lately. */
  endedAt(subject: string): Promise<Instant | null>;
}
