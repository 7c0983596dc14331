import * as z from "zod";
import type { FiledEntry, StoredRecord } from "../../../core/audit/stored.ts";
import { type Day, formatDay } from "../../../core/calendar/day.ts";
import type { CalendarDay } from "../../../core/calendar/kazakhstan.ts";
import type { Workdays } from "../../../core/calendar/workdays.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { type LetterEntry, letterPath } from "../../../core/escalation/ledger.ts";
import type { EvidenceItem } from "../../../core/evidence/evidence.ts";
import { clausesOf } from "../../../core/order608/clauses.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import type { Mail } from "../../../core/ports.ts";
import { Body } from "../../../core/register/body.ts";
import type { Locale } from "../../../core/register/locale.ts";
import { wordDerivation } from "../../../core/wording/word-derivation.ts";
import { whatToDo, wordStatus } from "../../../core/wording/word-finding.ts";
import { packIndex } from "./index.tsx";
import { type PackFile, sealedZip, textFile } from "./zip.ts";

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
  /** The verifier's own text. */
  readonly verifier: Uint8Array;
}

/** The endings of evidence files, by their types. */
const endings: Readonly<Record<EvidenceItem["type"], string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/** Where an evidence file lies in a pack: by its hash. */
export const evidencePath = ({ sha256, type }: EvidenceItem): string => `evidence/${sha256}.${endings[type]}`;

/** Where a letter lies in a pack. */
export const mailPath = (entry: LetterEntry): string => `letters/${letterPath(entry)}.eml`;

/** An evidence pack (issue of one body and campaign) as one ZIP; equal contents give equal bytes. */
export function evidencePack(contents: PackContents): Uint8Array {
  const { bodies, campaign, asOf, rules } = contents;
  const about = {
    body: bodies[0].id,
    campaign,
    asOf: `${formatDay(asOf.day)}T${asOf.time}`,
    ...{ policyVersion: rules.policyVersion, calendarVersion: rules.calendarVersion },
  };
  const files = [
    textFile("index.html", packIndex(contents)),
    { path: "verify.mjs", bytes: contents.verifier },
    ...factFiles(contents),
    ...letterFiles(contents),
    ...contents.histories.flatMap(historyFiles),
    ...evidenceFiles(contents),
  ];
  return sealedZip(about, files);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function factFiles({ bodies, dossier, findings, lateFacts, rules }: PackContents): PackFile[] {
  const terms = { workdays: rules.workdays };
  return [
    textFile(
      "facts.json",
      json({ bodies: bodies.map((body) => z.encode(Body, body)), dossiers: [z.encode(Dossier, dossier)] }),
    ),
    textFile("findings.json", json(findings.map((finding) => tell(finding, lateFacts(finding), terms.workdays)))),
    textFile("clauses.json", json(Object.fromEntries(ObligationId.options.map((id) => [id, clausesOf(id)])))),
    textFile("policy.json", json({ version: rules.policyVersion, policy: rules.policy })),
    textFile("calendar.json", json({ version: rules.calendarVersion, days: rules.calendar.map(calendarDay) })),
  ];
}

const calendarDay = ({ day, ...rest }: CalendarDay) => ({ day: formatDay(day), ...rest });

/** A finding in figures, and its reasons in both official languages. */
function tell(finding: Finding, recordedLate: readonly string[], workdays: Workdays) {
  const calendar = { isWorking: workdays.isWorking, nameOf: workdays.entry };
  const words = (locale: Locale) => ({
    status: wordStatus(finding, locale),
    todo: whatToDo(finding, locale),
    derivation: wordDerivation(finding.derivation, calendar, locale),
  });
  return {
    ...{ body: finding.body, campaign: finding.campaign, obligation: finding.obligation, subject: finding.subject },
    ...{ clause: finding.clause, due: formatDay(finding.due), target: formatDay(finding.target), state: finding.state },
    metOn: finding.metOn === null ? null : formatDay(finding.metOn),
    ...{ missing: finding.missing, problems: finding.problems, recordedLate },
    ...{ kk: words("kk"), ru: words("ru") },
  };
}

function letterFiles({ letters, lettersWithheld }: PackContents): PackFile[] {
  const ledger = letters.map(({ entry, mail }) => ({
    ...entry,
    slot: { ...entry.slot, day: formatDay(entry.slot.day) },
    items: entry.items.map((item) => ({ ...item, due: formatDay(item.due) })),
    closed: entry.closed.map((closed) => ({ ...closed, due: formatDay(closed.due) })),
    text: mail ? mailPath(entry) : null,
  }));
  return [
    textFile("letters.json", json({ letters: ledger, withheld: lettersWithheld })),
    ...letters.flatMap(({ entry, mail }) => (mail ? [{ path: mailPath(entry), bytes: mail.mime }] : [])),
  ];
}

/** The file name of a record's history; its name has colons, which not every system takes. */
export const historyName = (record: string): string => record.replace(/[^\w.@-]/g, "_");

/** A record as it is stored, byte for byte, and each entry of its history as it was hashed. */
function historyFiles({ record, stored, filed }: PackHistory): PackFile[] {
  const newest = stored.newest && !filed.some(({ version }) => version === stored.version) ? [stored.newest] : [];
  const entries = [...filed, ...newest.map((entry) => ({ version: stored.version, ...entry }))];
  const name = historyName(record);
  return [
    textFile(`records/${name}.json`, stored.data),
    ...(entries.length === 0
      ? []
      : [
          textFile(
            `audit/${name}.jsonl`,
            entries.map(({ version, text, hash }) => `${JSON.stringify({ version, text, hash })}\n`).join(""),
          ),
        ]),
  ];
}

/** Each file once, however often it is attached; a removed one too, since its entry stays. */
function evidenceFiles({ evidence }: PackContents): PackFile[] {
  const byPath = new Map(evidence.map(({ item, bytes }) => [evidencePath(item), bytes]));
  return [...byPath].map(([path, bytes]) => ({ path, bytes }));
}
