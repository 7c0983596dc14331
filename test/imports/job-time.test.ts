import { beforeEach, describe, expect, test } from "vitest";
import type { FactsText } from "../../core/dossier/facts.ts";
import {
  giveUp,
  goOn,
  type ImportRunPorts,
  isBusy,
  presentNow,
} from "../../core/use-cases/register-changes/import-runs.ts";
import { after, districts } from "./support/districts.ts";
import { begin, first, importingAt, jobOf, NOON, type Time } from "./support/importing.ts";

let ports: ImportRunPorts;
let time: Time;

beforeEach(async () => {
  time = { now: NOON, ahead: 0 };
  ports = await importingAt(time);
});

const start = (facts: FactsText, own = ports, more: Parameters<typeof begin>[2] = {}) => begin(facts, own, more);
const recorded = async () => (await presentNow(ports)).dossiers.map(({ body }) => body).sort();

/** Ports whose fifth dossier takes some milliseconds to write. */
function slowBy(milliseconds: number): ImportRunPorts {
  let puts = 0;
  const put: ImportRunPorts["records"]["put"] = async (...args) => {
    if (++puts === 5) time.now += milliseconds;
    return ports.records.put(...args);
  };
  return { ...ports, records: { ...ports.records, put } };
}

describe("the job of an import", () => {
  test("works for 15 seconds a request, says how far it is, and goes on where it stopped", async () => {
    await start(first);
    const job = jobOf(await start(after, slowBy(15_000), { request: "slow" }));
    expect(job).toMatchObject({ state: "running", total: 14, what: null, leaseUntil: time.now });
    expect(job.done).toBeGreaterThan(0);
    expect(job.done).toBeLessThan(13);
    expect(isBusy(job, ports)).toBe(false);
    const ended = await goOn(job, ports);
    expect(ended).toMatchObject({ state: "done", done: 14 });
    expect(await goOn(ended, ports)).toBe(ended);
    expect(await giveUp(ended, ports)).toBe(ended);
    expect(await recorded()).toEqual(districts.map(({ id }) => id).sort());
    for (const { id } of districts) expect(await ports.audit.entries(`dossier:${id}:2027`)).toHaveLength(1);
  });

  test("that takes less is done in one request", async () => {
    await start(first);
    expect(jobOf(await start(after, slowBy(14_999), { request: "slow" }))).toMatchObject({ state: "done", done: 14 });
  });

  test("that has ended is nobody's, also by a clock that is slow", async () => {
    const job = jobOf(await start(first));
    time.now -= 1000;
    expect([job.state, isBusy(job, ports)]).toEqual(["done", false]);
  });

  test("that somebody else has ended first says how they did", async () => {
    const { writeJob } = ports.imports;
    const late: typeof writeJob = async (before, next) => {
      if (before && next.state === "done") {
        await writeJob(before, { ...before, state: "taken-back", revision: before.revision + 1 });
      }
      return writeJob(before, next);
    };
    const own = { ...ports, imports: { ...ports.imports, writeJob: late } };
    expect(jobOf(await start(first, own))).toMatchObject({ state: "taken-back", revision: 3 });
  });

  test("belongs to who works at it for 40 seconds, and then to the next", async () => {
    const stuck = { ...ports, records: { ...ports.records, put: () => Promise.reject(new Error("gone")) } };
    await expect(start(first, stuck)).rejects.toThrow("gone");
    const [job = expect.fail("no import is open")] = await ports.imports.jobs();
    expect(job).toMatchObject({ state: "running", leaseUntil: NOON + 40_000 });
    time.now = NOON + 39_999;
    expect([isBusy(job, ports), await giveUp(job, ports)]).toEqual([true, job]);
    time.now = NOON + 40_000;
    expect(isBusy(job, ports)).toBe(false);
    expect(await giveUp(job, ports)).toMatchObject({ state: "taken-back", done: 0, leaseUntil: time.now });
    // Who still believes it to be open is told how it ended.
    expect(await goOn(job, ports)).toMatchObject({ state: "taken-back" });
    expect(await recorded()).toEqual([]);
  });
});
