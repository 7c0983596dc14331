import * as z from "zod";
import { formatDay } from "../../../core/calendar/day.ts";
import type { CalendarDay } from "../../../core/calendar/kazakhstan.ts";
import type { Workdays } from "../../../core/calendar/workdays.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { clausesOf } from "../../../core/order608/clauses.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import { Body } from "../../../core/register/body.ts";
import type { Locale } from "../../../core/register/locale.ts";
import type { PackContents, PackHistory } from "../../../core/use-cases/records/papers.ts";
import { wordDerivation } from "../../../core/wording/word-derivation.ts";
import { whatToDo, wordStatus } from "../../../core/wording/word-finding.ts";
import { packIndex } from "./index.tsx";
import { evidencePath, mailPath } from "./paths.ts";
import { type PackFile, sealedZip, textFile } from "./zip.ts";

/** The evidence of one body's campaign as one ZIP with its verifier; equal contents give equal bytes. */
export function evidencePack(contents: PackContents, verifier: Uint8Array): Uint8Array {
  const { bodies, campaign, asOf, rules } = contents;
  const about = {
    body: bodies[0].id,
    campaign,
    asOf: `${formatDay(asOf.day)}T${asOf.time}`,
    ...{ policyVersion: rules.policyVersion, calendarVersion: rules.calendarVersion },
  };
  const files = [
    textFile("index.html", packIndex(contents)),
    { path: "verify.mjs", bytes: verifier },
    ...factFiles(contents),
    ...letterFiles(contents),
    ...contents.histories.flatMap(historyFiles),
    ...evidenceFiles(contents),
  ];
  return sealedZip(about, files);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function factFiles({ bodies, dossier, findings, lateFacts, rules }: PackContents): PackFile[] {
  return [
    textFile(
      "facts.json",
      json({ bodies: bodies.map((body) => z.encode(Body, body)), dossiers: [z.encode(Dossier, dossier)] }),
    ),
    textFile("findings.json", json(findings.map((finding) => tell(finding, lateFacts(finding), rules.workdays)))),
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
  return [...[...byPath].map(([path, bytes]) => ({ path, bytes })), ...evidence.flatMap(signatureFiles)];
}

/** Each electronic signature as it came, named by the file and the certificate. */
const signatureFiles = ({ item: { sha256, signatures = [] } }: PackContents["evidence"][number]): PackFile[] =>
  signatures.map(({ cms, certificate }) => ({
    path: `signatures/${sha256.slice(0, 16)}-${certificate.sha256.slice(0, 16)}.p7s`,
    bytes: Buffer.from(cms, "base64"),
  }));
