import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readHistory } from "../../core/audit/append.ts";
import { verifyChain } from "../../core/audit/verify-chain.ts";
import { dossierName, readDossierData } from "../../core/dossier/dossier-record.ts";
import { type RecordOutcome, record } from "../../core/use-cases/records/record.ts";
import { sha256 } from "../../functions/hash.ts";
import { almaty, memoryClock } from "../support/memory/clocks.ts";
import { memoryAudit, memoryRecords } from "../support/memory/records.ts";

const key = { scope: "DP-1", body: "PB-1", campaign: 2027 };
const name = dossierName(key);
const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };

/** Writers who each plan one meeting in the same dossier, in every order of their steps. */
async function writersAt(s: fc.Scheduler, writers: number, version: number | undefined) {
  const step = async (what: string): Promise<void> => void (await s.schedule(Promise.resolve(), what));
  const records = memoryRecords(step);
  const audit = memoryAudit(step);
  const clock = memoryClock(almaty("2027-01-15T10:00"));
  const outcomes = Promise.all(
    Array.from({ length: writers }, (_, index): Promise<RecordOutcome> => {
      const input = { id: `w${index}`, date: `2027-03-1${index}`, startsAt: "15:00", place };
      const actor = { id: `user:${index}`, name: "Айгерим", mayWaive: false };
      const asked = { command: "plan-meeting", input, actor, request: `r${index}`, isRepeatable: true, version };
      return record({ ...key, zone: "Asia/Almaty", ...asked }, { records, audit, clock, hash: sha256 });
    }),
  );
  await s.waitFor(outcomes);
  const read = readHistory(key, name, { records, audit });
  await s.waitFor(read);
  const { filed, stored } = await read;
  const dossier = stored && readDossierData(stored, key);
  return {
    outcomes: await outcomes,
    meetings: dossier && "dossier" in dossier ? dossier.dossier.meetings.map(({ id }) => id).sort() : [],
    chain: verifyChain(name, filed, stored, sha256),
  };
}

test("of two writers who have seen the same version one is recorded and one gets a conflict, and nothing is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (s) => {
      const { outcomes, meetings, chain } = await writersAt(s, 2, 0);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["conflict", "recorded"]);
      const winner = outcomes.findIndex(({ kind }) => kind === "recorded");
      expect(outcomes[1 - winner]).toEqual({ kind: "conflict", version: 1 });
      expect(meetings).toEqual([`w${winner}`]);
      expect(chain).toMatchObject({ kind: "intact", entries: 1 });
    }),
    { numRuns: 300 },
  );
});

test("writers who name no version are all recorded, one after the other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (s) => {
      const { outcomes, meetings, chain } = await writersAt(s, 3, undefined);
      expect(outcomes.map(({ kind }) => kind)).toEqual(["recorded", "recorded", "recorded"]);
      expect(meetings).toEqual(["w0", "w1", "w2"]);
      expect(chain).toMatchObject({ kind: "intact", entries: 3 });
    }),
    { numRuns: 300 },
  );
});
