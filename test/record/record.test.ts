import { expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import { ARCHIVED_FORMAT, archivedData } from "../../core/audit/archived.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { day } from "../../core/calendar/day.ts";
import { Dossier } from "../../core/dossier/dossier.ts";
import { dossierName, readDossierData } from "../../core/dossier/dossier-record.ts";
import { type RecordRequest, record } from "../../core/use-cases/records/record.ts";
import { sha256 } from "../../functions/hash.ts";
import { dossierOf } from "../core/support/facts.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { itemName, memoryAudit, memoryRecords } from "../support/memory/records.ts";

const key = { scope: "DP-1", body: "PB-1", campaign: 2027 };
const name = dossierName(key);

function world(step?: (what: string) => Promise<void>) {
  const ports = {
    ...{ records: memoryRecords(step), audit: memoryAudit(step), hash: sha256 },
    clock: memoryClock(almaty("2027-01-15T10:00")),
  };
  let count = 0;
  const give = (command: string, input: unknown, more: Partial<RecordRequest> = {}) => {
    const actor = { id: "user:1", name: "Айгерим", mayWaive: false };
    const request = { ...key, zone: "Asia/Almaty", command, input, actor, request: `r${++count}`, isRepeatable: false };
    return record({ ...request, ...more }, ports);
  };
  const chain = async () => {
    const { filed, stored } = await readHistory(key, name, ports);
    return verifyChain(name, filed, stored, sha256);
  };
  const dossier = async () => {
    const stored = await ports.records.read(key);
    return stored && readDossierData(stored, key);
  };
  return { ...ports, give, chain, dossier };
}

const approve = { approvedOn: "2027-01-14" };
const plan = { date: "2027-03-12", startsAt: "15:00", place: { ru: "Дом культуры", kk: "Мәдениет үйі" } };

test("a command is stored with who did it, when, why and what it changed", async () => {
  const { give, dossier, clock } = world();
  await give("approve-schedule", approve);
  clock.moveTo(almaty("2027-01-18T09:00"));
  const input = { path: "schedule/approvedOn", value: "2027-01-13", reason: "Опечатка" };
  const outcome = await give("correct", input);
  expect(outcome).toMatchObject({
    kind: "recorded",
    entry: {
      ...{ record: name, version: 2, by: { id: "user:1", name: "Айгерим" }, day: day("2027-01-18") },
      ...{ at: almaty("2027-01-18T09:00"), command: "correct", reason: "Опечатка", request: "r2" },
      changes: [{ path: "schedule/approvedOn", before: "2027-01-14", after: "2027-01-13" }],
    },
  });
  expect(await dossier()).toMatchObject({
    dossier: { schedule: { approvedOn: day("2027-01-13") } },
    recorded: { schedule: day("2027-01-18") },
  });
});

test("each entry follows the one before, and both ends of the chain fit the facts", async () => {
  const { give, chain, audit } = world();
  await give("approve-schedule", approve);
  await give("plan-meeting", plan);
  await give("move-meeting", { meeting: "m1", date: "2027-03-15" });
  expect(await chain()).toMatchObject({ kind: "intact", entries: 3, filed: true });
  expect(audit.filed.get(name)?.size).toBe(3);
});

test("a refused command writes nothing", async () => {
  const { give, records, audit } = world();
  expect(await give("approve-schedule", { approvedOn: "2027-01-16" })).toMatchObject({ kind: "refused" });
  expect([records.items.size, audit.filed.size]).toEqual([0, 0]);
});

test("who has seen an older version gets a conflict with the present one, and nothing is written", async () => {
  const { give, dossier } = world();
  await give("approve-schedule", approve, { version: 0 });
  const before = await dossier();
  expect(await give("plan-meeting", plan, { version: 0 })).toEqual({ kind: "conflict", version: 1 });
  expect(await dossier()).toEqual(before);
  expect(await give("plan-meeting", plan, { version: 1 })).toMatchObject({ kind: "recorded" });
});

test("a request that is sent again gets the result of the first time, however much was recorded since", async () => {
  const { give, chain } = world();
  const same = { request: "key-1", isRepeatable: true, version: 0 };
  const first = await give("approve-schedule", approve, same);
  expect(await give("approve-schedule", approve, same)).toEqual(first);
  await give("plan-meeting", plan);
  await give("move-meeting", { meeting: "m1", startsAt: "16:00" });
  expect(await give("approve-schedule", approve, same)).toEqual(first);
  expect(await chain()).toMatchObject({ entries: 3 });
});

test("one key for two requests, or of two people, is refused", async () => {
  const { give } = world();
  const same = { request: "key-1", isRepeatable: true };
  await give("approve-schedule", approve, same);
  expect(await give("approve-schedule", { approvedOn: "2027-01-13" }, same)).toEqual({ kind: "other-request" });
  const actor = { id: "user:2", name: "Берик", mayWaive: false };
  expect(await give("approve-schedule", approve, { ...same, actor })).toEqual({ kind: "other-request" });
});

test("after a crash between the record and its entry the next reader and the next writer see both", async () => {
  let crash = true;
  const { give, chain, audit, records } = world(async (what) => {
    if (crash && what === "file") throw new Error("The process died.");
  });
  await expect(give("approve-schedule", approve)).rejects.toThrow("died");
  crash = false;
  expect(audit.filed.size).toBe(0);
  expect((await readHistory(key, name, { records, audit })).entries).toMatchObject([{ command: "approve-schedule" }]);
  expect(await chain()).toMatchObject({ kind: "intact", entries: 1, filed: false });
  await give("plan-meeting", plan);
  expect([...(audit.filed.get(name)?.keys() ?? [])]).toEqual([1, 2]);
  expect(await chain()).toMatchObject({ kind: "intact", entries: 2, filed: true });
});

test("a request that is sent again after such a crash is not recorded twice", async () => {
  let crash = true;
  const { give, chain } = world(async (what) => {
    if (crash && what === "file") throw new Error("The process died.");
  });
  const same = { request: "key-1", isRepeatable: true, version: 0 };
  await expect(give("approve-schedule", approve, same)).rejects.toThrow("died");
  crash = false;
  expect(await give("approve-schedule", approve, same)).toMatchObject({ kind: "recorded", entry: { version: 1 } });
  expect(await chain()).toMatchObject({ entries: 1 });
});

test("a dossier from a file is readable, and its first entry begins the chain with what was there", async () => {
  const { give, records, chain, dossier } = world();
  records.import(key.scope, Dossier.parse(dossierOf([], { schedule: { approvedOn: "2027-01-10" } })));
  const outcome = await give("plan-meeting", plan);
  expect(outcome).toMatchObject({ entry: { version: 2, previous: null, factsBefore: expect.any(String) } });
  expect(await chain()).toMatchObject({ kind: "intact", entries: 1 });
  expect(await dossier()).toMatchObject({ recorded: { "meetings/m1": day("2027-01-15") } });
});

test("a dossier that would not fit its item is refused in time, and one that cannot be read is left as it is", async () => {
  const { give, records } = world();
  const long = Array.from({ length: 120 }, () => ({ text: "ы".repeat(4000) }));
  records.import(key.scope, Dossier.parse(dossierOf([])));
  await give("plan-meeting", { ...plan, date: "2027-01-15", startsAt: "09:00" });
  const protocol = { meeting: "m1", drawnUpOn: "2027-01-15", decisions: long };
  expect(await give("draw-up-protocol", protocol)).toEqual({ kind: "too-large" });
  records.items.set(itemName(key), { version: 7, format: 9, data: "{}", newest: null });
  expect(await give("plan-meeting", plan)).toEqual({ kind: "damaged", reason: "format 9 is not known" });
});

test("what is no input of the command is refused, whatever it is, and a command that nobody knows is an error of ours", async () => {
  const { give, records } = world();
  for (const input of [null, undefined, "reason", ["reason"], { ...approve, reason: 7 }]) {
    expect(await give("approve-schedule", input)).toMatchObject({ kind: "refused" });
  }
  await expect(async () => give("approve-everything", approve)).rejects.toThrow("approve-everything");
  expect(records.items.size).toBe(0);
});

test("an archived campaign takes nothing more", async () => {
  const { give, records } = world();
  const data = archivedData({ campaign: 2027, file: "2027.jsonl", sha256: sha256("file") });
  const stored = { version: 3, format: ARCHIVED_FORMAT, data, newest: null };
  records.items.set(itemName(key), stored);
  expect(await give("approve-schedule", approve)).toMatchObject({
    kind: "refused",
    issues: [{ rule: "archived", path: "" }],
  });
  expect(records.items.get(itemName(key))).toBe(stored);
});
