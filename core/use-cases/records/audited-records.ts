import type { RecordStore, StoredRecord } from "../../audit/stored.ts";
import { type DossierKey, dossierName, readDossierData } from "../../dossier/dossier-record.ts";
import { letterAt } from "../../escalation/ledger.ts";
import type { ChainHead } from "../../escalation/weekly.ts";
import { evidenceName, readEvidence } from "../../evidence/evidence.ts";
import type { GrantStore } from "../../ports.ts";
import { FIRST_CAMPAIGN, type LoadedRegister } from "../assess/assess.ts";
import {
  type AcknowledgementStore,
  acknowledgementName,
  letterNamed,
  readAcknowledgement,
} from "../letters/acknowledge.ts";
import { type ClearingStore, clearingName, readClearing } from "../letters/address-clearings.ts";
import { type BrakeDecisionStore, brakeName, readBrake } from "../letters/brake-decisions.ts";
import { REGISTER_RECORD } from "../register-changes/register-edition.ts";
import { type FeedStore, feedName, readFeed } from "../reports/feeds.ts";
import { grantsName, readGrants } from "./grants.ts";

/** Records by body, that a whole scope's can be listed of, readable or not. */
export interface CampaignRecords extends RecordStore<DossierKey> {
  ofCampaign(scope: string, campaign: number): Promise<ReadonlyMap<string, StoredRecord>>;
}

/** Where all kinds of audited records lie. A kind that is not given has no records: its entries then miss theirs. */
export interface AuditedStores {
  readonly dossiers: CampaignRecords;
  readonly acknowledgements: AcknowledgementStore;
  readonly evidence?: CampaignRecords;
  readonly grants?: GrantStore;
  readonly feeds?: FeedStore;
  readonly clearings?: ClearingStore;
  readonly brakes?: BrakeDecisionStore;
  /** Every version of policy and calendar, each a record of its own, in the order in which they were applied. */
  readonly versions?: { all(): Promise<readonly ListedRecord[]> };
  readonly edition?: EditionRecord;
  /** Which campaigns were archived, and the file of each. */
  readonly archives?: { all(): Promise<readonly ListedRecord[]>; hashOf(campaign: number): Promise<string | null> };
}

/** The register in force, as it is stored. */
export interface EditionRecord {
  read(): Promise<StoredRecord | null>;
  /** Whether its bodies are those that it was put into force with. */
  isWhole(stored: StoredRecord): Promise<boolean>;
}

/** An audited record as it is listed, and how it is read and judged again. */
export interface ListedRecord {
  readonly record: string;
  readonly stored: StoredRecord;
  readonly read: () => Promise<StoredRecord | null>;
  readonly isReadable: (stored: StoredRecord) => boolean;
  readonly isWhole?: (stored: StoredRecord) => Promise<boolean>;
}

/**
 * The heads of all chains, for an outside witness: what an administrator of the tables rewrites later no longer fits them.
 * They travel in the records, so the audit itself is not read.
 */
export async function chainHeads(loaded: LoadedRegister, last: number, stores: AuditedStores): Promise<ChainHead[]> {
  const heads: ChainHead[] = [];
  for await (const { record, stored } of listRecords(loaded, last, stores)) {
    if (stored.newest) heads.push({ record, version: stored.version, hash: stored.newest.hash });
  }
  return heads.sort((a, b) => (a.record < b.record ? -1 : 1));
}

/** Every audited record that is stored, one kind after another; `last` is the last campaign that can be recorded. */
export async function* listRecords(
  loaded: LoadedRegister,
  last: number,
  stores: AuditedStores,
): AsyncGenerator<ListedRecord> {
  const scopes = [...loaded.register.scopes, ...(loaded.directory.former ?? [])];
  const years = Array.from({ length: last - FIRST_CAMPAIGN + 1 }, (_, index) => FIRST_CAMPAIGN + index);
  for (const scope of scopes) {
    for (const campaign of years) yield* ofCampaign({ scope, campaign }, stores);
    // The letters of December belong to the campaign that begins with the next year.
    for (const year of [FIRST_CAMPAIGN - 1, ...years]) yield* acknowledged(scope, year, stores);
  }
  yield* ofAdministration(stores);
  yield* ofRegister(stores);
  for (const kind of [stores.versions, stores.archives]) if (kind) yield* await kind.all();
}

async function* ofCampaign(
  { scope, campaign }: Omit<DossierKey, "body">,
  { dossiers, evidence }: AuditedStores,
): AsyncGenerator<ListedRecord> {
  for (const [body, stored] of await dossiers.ofCampaign(scope, campaign)) {
    const key = { scope, body, campaign };
    const isReadable = (one: StoredRecord) => !("reason" in readDossierData(one, key));
    yield { record: dossierName(key), stored, read: () => dossiers.read(key), isReadable };
  }
  if (!evidence) return;
  for (const [body, stored] of await evidence.ofCampaign(scope, campaign)) {
    const key = { scope, body, campaign };
    yield { record: evidenceName(key), stored, read: () => evidence.read(key), isReadable: canBe(readEvidence) };
  }
}

async function* acknowledged(
  scope: string,
  year: number,
  { acknowledgements }: AuditedStores,
): AsyncGenerator<ListedRecord> {
  for (const [path, stored] of await acknowledgements.ofYear(scope, year)) {
    const letter = letterAt(path);
    const read = () => acknowledgements.read(letter);
    yield { record: acknowledgementName(letter), stored, read, isReadable: canBe(readAcknowledgement) };
  }
}

async function* ofAdministration({ grants, feeds, clearings, brakes }: AuditedStores): AsyncGenerator<ListedRecord> {
  yield* allOf(grants, ({ key }) => key, grantsName, canBe(readGrants));
  yield* allOf(feeds, ({ key }) => key, feedName, canBe(readFeed));
  yield* allOf(clearings, ({ recipientKey }) => recipientKey, clearingName, canBe(readClearing));
  yield* allOf(brakes, ({ scope }) => scope, brakeName, canBe(readBrake));
}

async function* allOf<Item extends Pick<ListedRecord, "stored">>(
  store: (RecordStore<string> & { all(): Promise<readonly Item[]> }) | undefined,
  keyOf: (item: Item) => string,
  nameOf: (key: string) => string,
  isReadable: ListedRecord["isReadable"],
): AsyncGenerator<ListedRecord> {
  if (!store) return;
  for (const item of await store.all()) {
    const key = keyOf(item);
    yield { record: nameOf(key), stored: item.stored, read: () => store.read(key), isReadable };
  }
}

async function* ofRegister({ edition }: AuditedStores): AsyncGenerator<ListedRecord> {
  if (!edition) return;
  const stored = await edition.read();
  if (!stored) return;
  const { read, isWhole } = edition;
  yield { record: REGISTER_RECORD, stored, read, isReadable: ({ format }) => format === 1, isWhole };
}

/** Whether a record is one that a reader takes: it throws for others, or has nothing to give. */
const canBe =
  (read: (stored: StoredRecord) => unknown) =>
  (stored: StoredRecord): boolean => {
    try {
      return read(stored) !== null;
    } catch {
      return false;
    }
  };

/**
 * How a record of a body or a letter is read that was not listed: its year is past the last one, as after a demo's clock was
 * moved back, or it is gone and its entries are not. Null for a name of another kind, all of which are listed.
 */
export function readerNamed(
  record: string,
  { register }: LoadedRegister,
  { dossiers, evidence, acknowledgements }: AuditedStores,
): (() => Promise<StoredRecord | null>) | null {
  const letter = letterNamed(record);
  if (letter) return () => acknowledgements.read(letter);
  const [kind, id = "", campaign] = record.split(":");
  const body = register.byId.get(id);
  const records = kind === "dossier" ? dossiers : kind === "evidence" ? evidence : undefined;
  if (!body || !records) return null;
  return () => records.read({ scope: register.scopeOf(body), body: id, campaign: Number(campaign) });
}
