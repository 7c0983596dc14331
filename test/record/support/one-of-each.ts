import { nextEntry, seal } from "../../../core/audit/append.ts";
import type { RecordStore, StoredRecord } from "../../../core/audit/stored.ts";
import { day } from "../../../core/calendar/day.ts";
import { instant } from "../../../core/calendar/zone.ts";
import { emptyDossier } from "../../../core/dossier/dossier.ts";
import { type DossierKey, dossierData, dossierName } from "../../../core/dossier/dossier-record.ts";
import { evidenceData, evidenceName } from "../../../core/evidence/evidence.ts";
import type { AcknowledgementStore } from "../../../core/use-cases/letters/acknowledge.ts";
import { acknowledgementName } from "../../../core/use-cases/letters/acknowledge.ts";
import type { CampaignRecords, ListedRecord } from "../../../core/use-cases/records/audited-records.ts";
import type { VerifyPorts } from "../../../core/use-cases/records/verify-audit.ts";
import { REGISTER_RECORD } from "../../../core/use-cases/register-changes/register-edition.ts";
import { sha256 } from "../../../functions/hash.ts";
import { memoryAudit } from "../../support/memory/records.ts";

const by = { id: "user:1", name: "Айгерим" };
const slot = { day: "2027-03-19", time: "09:00" };

const texts: Readonly<Record<string, unknown>> = {
  "address:k": { at: 1, letter: "l", reason: null, clearedAt: 2, clearedBy: "user:1" },
  "archive:2024": {},
  "brake:DP-1": { version: 1, slot, until: slot, bodies: 5, of: 6, stopped: null, released: null },
  "feed:f": { body: "PB-1", by, at: 1 },
  "grants:user:1": { subject: "user:1", name: "А", grants: ["admin"] },
  "letter:DP-1:2027:k:0": { answer: { kind: "seen" }, by, at: 1 },
  "policy:1": {},
  "register:edition": {},
};

/** The name of one record of each kind, with the text that is stored of it. */
export const kinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.stringify(text)])),
  "dossier:PB-1:2027": dossierData({ dossier: emptyDossier("PB-1", 2027), recorded: {} }),
  "evidence:PB-1:2027": evidenceData({ items: [] }),
};

/** What is stored of a record that somebody has written once, as if its facts were `data`. */
export function written(record: string, data = kinds[record] ?? "{}", command = "write"): StoredRecord {
  const format = record.startsWith("dossier:") ? 2 : 1;
  const change = {
    ...{ record, by, at: instant(1), day: day("2027-01-15"), command, reason: null, request: "r" },
    ...{ asked: sha256(data), format, data, changes: [] },
  };
  return { version: 1, format, data, newest: seal(nextEntry(null, change, sha256), sha256) };
}

/** Stores in memory that hold what `stored` says by name, those of bodies and letters in one scope. */
export function storesOf(stored: Map<string, StoredRecord>, scope = "DP-1") {
  const store = <Key>(nameOf: (key: Key) => string): RecordStore<Key> => ({
    read: async (key) => stored.get(nameOf(key)) ?? null,
    put: async () => "changed",
  });
  const of = (kind: string) =>
    [...stored].flatMap(([name, one]) =>
      name.startsWith(`${kind}:`) ? [{ name, key: name.slice(kind.length + 1), stored: one }] : [],
    );
  const campaigns = (kind: string, nameOf: (key: DossierKey) => string): CampaignRecords => ({
    ...store<DossierKey>((key) => (key.scope === scope ? nameOf(key) : "")),
    ofCampaign: async (asked, campaign) => {
      const own = of(kind).filter(({ key }) => asked === scope && key.endsWith(`:${campaign}`));
      return new Map(own.map(({ key, stored }) => [key.split(":")[0] ?? "", stored]));
    },
  });
  const acknowledgements: AcknowledgementStore = {
    ...store(acknowledgementName),
    ofYear: async (asked, year) => {
      const own = of("letter").filter(({ key }) => asked === scope && key.startsWith(`${scope}:${year}:`));
      return new Map(own.map(({ key, stored }) => [key.replaceAll(":", "/"), stored]));
    },
  };
  const subjects = (kind: string) => ({
    ...store<string>((key) => `${kind}:${key}`),
    all: async () => of(kind),
  });
  const listed = (kind: string) => async (): Promise<ListedRecord[]> =>
    of(kind).map(({ name, stored: one }) => ({
      ...{ record: name, stored: one, read: async () => stored.get(name) ?? null },
      isReadable: ({ format }) => format === 1,
    }));
  return {
    ...{ dossiers: campaigns("dossier", dossierName), evidence: campaigns("evidence", evidenceName), acknowledgements },
    ...{ grants: subjects("grants"), feeds: subjects("feed") },
    clearings: {
      ...store<string>((key) => `address:${key}`),
      all: async () => of("address").map(({ key, stored }) => ({ recipientKey: key, stored })),
    },
    brakes: {
      ...store<string>((key) => `brake:${key}`),
      all: async () => of("brake").map(({ key, stored }) => ({ scope: key, stored })),
    },
    versions: { all: listed("policy") },
    archives: { all: listed("archive"), hashOf: async (campaign: number) => sha256(`file of ${campaign}`) },
    edition: { read: async () => stored.get(REGISTER_RECORD) ?? null, isWhole: async () => true },
  };
}

/** One record of each kind, all with their entries. */
export async function oneOfEach(scope?: string) {
  const stored = new Map(Object.keys(kinds).map((name) => [name, written(name)]));
  const audit = memoryAudit();
  /** Stores a record that somebody writes. */
  const write = async (name: string, one = written(name)): Promise<void> => {
    stored.set(name, one);
    if (one.newest) await audit.file(name, { version: one.version, ...one.newest });
  };
  for (const name of stored.keys()) await write(name);
  return { stored, audit, write, ports: { ...storesOf(stored, scope), audit, hash: sha256 } satisfies VerifyPorts };
}
