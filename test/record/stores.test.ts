import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import type { AuditInventory, RecordStore, StoredRecord } from "../../core/audit/stored.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { type DossierKey, dossierName } from "../../core/dossier/dossier-record.ts";
import { letterPath } from "../../core/escalation/ledger.ts";
import {
  acknowledge,
  acknowledgementName,
  letterNamed,
  readAcknowledgement,
} from "../../core/use-cases/letters/acknowledge.ts";
import { record } from "../../core/use-cases/records/record.ts";
import { createAcknowledgementStore } from "../../functions/dynamodb/acknowledgements.ts";
import { createAuditLog } from "../../functions/dynamodb/audit.ts";
import { createDossierStore, type WritableDossierStore } from "../../functions/dynamodb/dossiers.ts";
import { createLedger } from "../../functions/dynamodb/letters.ts";
import { sha256 } from "../../functions/hash.ts";
import { dossierOf, meetingOn } from "../core/support/facts.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryAudit, memoryRecords } from "../support/memory/records.ts";
import { chainOf, RECORD } from "./support/chains.ts";

const tables = useTables();
let dossiers: WritableDossierStore;
let audit: AuditInventory;

beforeAll(() => {
  const { database, engines } = tables;
  dossiers = createDossierStore(database, variable(engines, "DOSSIERS_TABLE"));
  audit = createAuditLog(database, variable(engines, "AUDIT_TABLE"));
});

let bodies = 0;
const newKey = (): DossierKey => ({ scope: "DP-1", body: `PB-${++bodies}`, campaign: 2027 });

interface Stores {
  readonly records: RecordStore<DossierKey>;
  readonly log: AuditInventory;
}

const kinds: readonly (readonly [string, () => Stores])[] = [
  ["in memory", () => ({ records: memoryRecords(), log: memoryAudit() })],
  ["in DynamoDB", () => ({ records: dossiers, log: audit })],
];

describe.each(kinds)("records and their history %s", (_name, open) => {
  const versionOf = (count: number): StoredRecord => chainOf(count).stored;

  test("what is written is read, the entry with it", async () => {
    const { records } = open();
    const key = newKey();
    expect(await records.read(key)).toBeNull();
    expect(await records.put(key, null, versionOf(1))).toBe("written");
    expect(await records.read(key)).toEqual(versionOf(1));
  });

  test("a write that follows an older version changes nothing", async () => {
    const { records } = open();
    const key = newKey();
    await records.put(key, null, versionOf(1));
    await records.put(key, versionOf(1), versionOf(2));
    expect(await records.put(key, versionOf(1), versionOf(3))).toBe("changed");
    expect(await records.put(key, null, versionOf(1))).toBe("changed");
    expect(await records.read(key)).toEqual(versionOf(2));
  });

  test("a record of more than 350 kB is refused", async () => {
    const { records } = open();
    const key = newKey();
    const large = { ...versionOf(1), data: "x".repeat(350_001) };
    expect(await records.put(key, null, large)).toBe("too-large");
    expect(await records.read(key)).toBeNull();
  });

  test("entries are filed once and read in their order", async () => {
    const { log } = open();
    const { filed } = chainOf(12);
    const own = `${RECORD}-${++bodies}`;
    for (const entry of filed.toReversed()) await log.file(own, entry);
    const [first] = filed;
    if (first) await log.file(own, { ...first, text: "other", hash: "other" });
    expect(await log.entries(own)).toEqual(filed);
    expect(await log.entries("dossier:PB-0:2027")).toEqual([]);
    expect(await log.records()).toContain(own);
  });
});

const ports = () => ({ records: dossiers, audit, hash: sha256, clock: memoryClock(almaty("2027-01-15T10:00")) });
const actor = { id: "user:1", name: "Айгерим", mayWaive: false };
const approve = (key: DossierKey) => ({
  ...{ ...key, zone: "Asia/Almaty", command: "approve-schedule", input: { approvedOn: "2027-01-10" }, actor },
  ...{ request: "r1", isRepeatable: false },
});

test("our own write whose answer was lost is known again by its entry", async () => {
  const key = newKey();
  const { stored } = chainOf(1);
  await dossiers.put(key, null, stored);
  expect(await dossiers.put(key, null, stored)).toBe("written");
});

test("items of format 1, of dossiers alone, are read by sweeps and recorded on", async () => {
  const key = newKey();
  const text = dossierOf([meetingOn("2027-03-12")], { body: key.body });
  const item = { partition: "DP-1#2027", body: key.body, version: 1, format: 1, data: JSON.stringify(text) };
  await tables.database.send(new PutCommand({ TableName: variable(tables.engines, "DOSSIERS_TABLE"), Item: item }));
  const loaded = await dossiers.load("DP-1", 2027);
  expect(loaded.dossiers.map((dossier) => Dossier.encode(dossier))).toContainEqual(text);
  expect(loaded.recorded?.get(key.body)).toEqual({});
  expect(await record(approve(key), ports())).toMatchObject({ kind: "recorded", entry: { version: 2 } });
  const after = await dossiers.load("DP-1", 2027);
  expect(after.recorded?.get(key.body)).toEqual({ schedule: expect.any(Number) });
});

test("an imported dossier has no history, and one that is too large is refused by name", async () => {
  const key = newKey();
  const dossier = Dossier.parse(dossierOf([], { body: key.body }));
  await dossiers.write("DP-1", [dossier]);
  expect(await dossiers.read(key)).toMatchObject({ version: 1, format: 1, newest: null });
  const place = { ru: "x".repeat(360_000), kk: "x" };
  const large = Dossier.parse(dossierOf([meetingOn("2027-03-12", { place })], { body: key.body }));
  const tooLarge = `The dossier of ${key.body} for 2027 is larger than 350 kB.`;
  await expect(dossiers.write("DP-1", [large])).rejects.toThrow(tooLarge);
});

test("a damaged item is reported, found by the verification, and not overwritten", async () => {
  const key = newKey();
  await record(approve(key), ports());
  await tables.database.send(
    new UpdateCommand({
      TableName: variable(tables.engines, "DOSSIERS_TABLE"),
      Key: { partition: "DP-1#2027", body: key.body },
      UpdateExpression: "SET #data = :data",
      ExpressionAttributeNames: { "#data": "data" },
      ExpressionAttributeValues: { ":data": "{ nope" },
    }),
  );
  const reason = "the data is not JSON";
  expect((await dossiers.load("DP-1", 2027)).damaged).toContainEqual({ body: key.body, campaign: 2027, reason });
  expect(await record(approve(key), ports())).toEqual({ kind: "damaged", reason });
  const { filed, stored } = await readHistory(key, dossierName(key), { records: dossiers, audit });
  const report = verifyChain(dossierName(key), filed, stored, sha256);
  expect(report).toEqual({ kind: "broken", fault: "facts-changed", version: 1 });
});

test("acknowledgements lie beside the letters and are read by scope and year", async () => {
  const store = createAcknowledgementStore(tables.database, variable(tables.engines, "LETTERS_TABLE"));
  const ledger = createLedger(tables.database, variable(tables.engines, "LETTERS_TABLE"));
  const letter = { scope: "DP-1", year: 2027, recipientKey: "mZ6oD6Dkq0zS1l1pVb3u2A", n: 3 };
  const clock = memoryClock(almaty("2027-03-19T10:00"));
  const outcome = await acknowledge(
    { letter, answer: { kind: "seen" }, actor, zone: "Asia/Almaty", request: "r1", isRepeatable: false },
    { records: store, audit, hash: sha256, clock },
  );
  expect(outcome).toMatchObject({ kind: "recorded", entry: { record: "letter:DP-1:2027:mZ6oD6Dkq0zS1l1pVb3u2A:3" } });
  const [[path, stored] = raise()] = await store.ofYear("DP-1", 2027);
  expect([path, readAcknowledgement(stored)]).toMatchObject([letterPath(letter), { answer: { kind: "seen" } }]);
  expect([(await store.ofYear("DP-1", 2026)).size, await ledger.log("DP-1", 2027)]).toEqual([0, []]);
  expect(letterNamed(acknowledgementName(letter))).toEqual(letter);
});

const raise = (): never => {
  throw new RangeError("There is none.");
};
