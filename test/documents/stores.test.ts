import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { day } from "../../core/calendar/day.ts";
import { instant } from "../../core/calendar/zone.ts";
import type { ReportJob } from "../../core/status/report-job.ts";
import type { ReportJobStore } from "../../core/use-cases/reports/report-jobs.ts";
import { createImportJobs } from "../../functions/dynamodb/import-jobs.ts";
import { createReportJobs } from "../../functions/dynamodb/report-jobs.ts";
import { createSweepLog } from "../../functions/dynamodb/sweep-log.ts";
import { createReportFiles } from "../../functions/storage/report-files.ts";
import { variable } from "../local/support/engine-clients.ts";
import { useTables } from "../local/support/tables.ts";
import { memoryReporting } from "../support/memory/reporting.ts";

const tables = useTables();
const NOW = instant(Date.UTC(2027, 2, 19, 5));

const jobOf = (id: string, askedAt = NOW): ReportJob => ({
  ...{ id, by: { id: "user:1", name: "Айгерим" }, askedAt, slot: { day: day("2027-03-19"), time: "09:00" } },
  order: {
    ...{ scope: "MIA", on: day("2027-03-18"), formats: ["pdf"], locale: "kk" },
    sheetPerRegion: false,
    recipients: [],
  },
  ...{ state: "waiting", done: 0, total: 2, lease: null, files: [], letters: 0, error: null, revision: 1 },
});

const stores: Readonly<Record<string, () => ReportJobStore>> = {
  "in memory": () => memoryReporting().reportJobs,
  "in DynamoDB": () => createReportJobs(tables.database, variable(tables.engines, "SWEEPS_TABLE")),
};

describe.each(Object.entries(stores))("jobs %s", (_name, open) => {
  it("are created once, and changed only by whoever has seen the last change", async () => {
    const store = open();
    const job = jobOf("2027-03-aaaaaaaaaaaaaaaaaaaaaa");
    expect(await store.read(job.id)).toBeNull();
    expect(await store.write(null, job)).toBe("written");
    expect(await store.write(null, job)).toBe("changed");
    const next: ReportJob = { ...job, state: "running", lease: { holder: "h", until: NOW }, revision: 2 };
    expect(await store.write(job, next)).toBe("written");
    expect(await store.write(job, { ...next, revision: 2 })).toBe("changed");
    expect(await store.read(job.id)).toEqual(next);
  });

  it("of this month and the one before are found, the newest first", async () => {
    const store = open();
    const [older, newer] = [
      jobOf("2027-02-bbbbbbbbbbbbbbbbbbbbbb", instant(NOW - 86_400_000 * 25)),
      jobOf("2027-03-cccccccccccccccccccccc", instant(NOW + 1)),
    ];
    await store.write(null, older);
    await store.write(null, newer);
    const found = (await store.recent(NOW)).map(({ id }) => id);
    expect(found.filter((id) => id === older.id || id === newer.id)).toEqual([newer.id, older.id]);
  });

  it("lists the month before, however short it was", async () => {
    const store = open();
    const february = jobOf("2027-02-eeeeeeeeeeeeeeeeeeeeee");
    await store.write(null, february);
    for (const date of [1, 2, 3, 31]) {
      const found = await store.recent(instant(Date.UTC(2027, 2, date, 12)));
      expect(found.map(({ id }) => id)).toContain(february.id);
    }
  });
});

it("jobs lie beside the sweep log and are none of its slots", async () => {
  const table = variable(tables.engines, "SWEEPS_TABLE");
  await createReportJobs(tables.database, table).write(null, jobOf("2027-03-dddddddddddddddddddddd"));
  const log = createSweepLog(tables.database, table);
  expect(await log.ofSlot({ day: day("2027-03-19"), time: "09:00" })).toEqual([]);
  expect(await log.standings()).toEqual([]);
});

it("a job that cannot be read is left out of the list, and hides no other", async () => {
  const table = variable(tables.engines, "SWEEPS_TABLE");
  const store = createReportJobs(tables.database, table);
  const [whole, damaged] = [jobOf("2027-03-ffffffffffffffffffffff"), jobOf("2027-03-gggggggggggggggggggggg")];
  for (const job of [whole, damaged]) await store.write(null, job);
  const Key = { slot: "#reports#2027-03", scope: damaged.id };
  await tables.database.send(new PutCommand({ TableName: table, Item: { ...Key, revision: 1, format: 1, data: "{" } }));
  const found = (await store.recent(NOW)).map(({ id }) => id);
  expect([found.includes(whole.id), found.includes(damaged.id)]).toEqual([true, false]);
});

it("an import that cannot be read is left out of the list", async () => {
  const table = variable(tables.engines, "REGISTER_TABLE");
  const Item = { scope: "#imports", id: "damaged", format: 1, data: "{" };
  await tables.database.send(new PutCommand({ TableName: table, Item }));
  expect(await createImportJobs(tables.database, table).jobs()).toEqual([]);
});

it("a file is fetched with nothing but its address, and nothing else is", async () => {
  const files = createReportFiles(tables.s3, variable(tables.engines, "LETTERS_BUCKET"));
  const content = new TextEncoder().encode("Есеп");
  const file = { name: "status-MIA.csv", key: "reports/1/h/status-MIA.csv", type: "text/csv", bytes: content.length };
  await files.put({ ...file, content });
  expect(new Uint8Array((await files.get(file.key)) ?? [])).toEqual(content);
  expect(await files.get("reports/none")).toBeNull();
  const link = new URL(await files.link(file));
  expect(await (await fetch(link)).text()).toBe("Есеп");
  expect(link.searchParams.get("response-content-disposition")).toBe('attachment; filename="status-MIA.csv"');
  expect(Number(link.searchParams.get("X-Amz-Expires"))).toBeLessThanOrEqual(120);
});
