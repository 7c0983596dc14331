import { describe, expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { StatusReport } from "../../core/status/status-report.ts";
import { apiAt, inMemory, read, register } from "../api/support/api.ts";
import { memoryReporting } from "../support/memory/reporting.ts";

const NOW = "2027-03-19T10:00";

const office = async () => {
  const reporting = memoryReporting();
  return { ...apiAt(NOW, { ...(await inMemory()), ...reporting }), reporting };
};

describe("GET /api/status", () => {
  test("is the whole report as JSON, of what the caller may see", async () => {
    const { ask } = await office();
    const whole = StatusReport.parse(await read(ask("/status")));
    expect(whole).toMatchObject({ scope: "MIA", bodies: 3, time: "10:00" });
    const own = StatusReport.parse(await read(ask("/status", { as: "viewer@DP-1" })));
    expect(own).toMatchObject({ scope: null, bodies: 2 });
    expect(own.rows.map(({ body }) => body)).toEqual(["DP-1", "PB-1"]);
    expect(own.letters.total).toBe(0);
  });

  test("writes CSV anywhere, and other documents only where their writers are", async () => {
    const { ask } = await office();
    const csv = await ask("/status?scope=DP-1&format=csv");
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="status-DP-1-2027-03-19-kk.csv"');
    expect((await ask("/status?format=pdf")).status).toBe(404);
  });
});

describe("POST /api/status-reports", () => {
  const body = { scope: "DP-1", formats: ["pdf", "csv"], locale: "ru" };

  test("queues a report once for one key, and tells how far it is", async () => {
    const { ask, reporting } = await office();
    const headers = { "idempotency-key": "1" };
    const [first, second] = [
      await read(ask("/status-reports", { body, headers, as: "admin" })),
      await read(ask("/status-reports", { body, headers, as: "admin" })),
    ];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ state: "waiting", done: 0, total: 3, scope: "DP-1", files: [] });
    expect(await read(ask(`/status-reports/${first.id}`, { as: "admin" }))).toEqual(first);
    expect((await read(ask("/status-reports", { as: "admin" }))).items).toEqual([first]);
    expect(new Set(reporting.queued)).toEqual(new Set([first.id]));
    const other = await ask("/status-reports", { body: { ...body, locale: "kk" }, headers, as: "admin" });
    expect([other.status, (await read(other)).code]).toEqual([422, "key-reused"]);
  });

  test("sends to contacts of the body and of those above it, and to nobody else", async () => {
    const { ask, reporting } = await office();
    const order = (recipients: readonly string[], scope = "PB-1") =>
      ask("/status-reports", { body: { scope, recipients }, as: "admin" });
    const refused = await order(["stranger@example.kz"]);
    expect([refused.status, (await read(refused)).issues[0].path]).toEqual([422, "recipients.0"]);
    const addresses = (id: string) => register.byId.get(id)?.contacts.map(({ email }) => email) ?? [];
    for (const id of ["PB-1", "DP-1", "MIA"]) expect((await order(addresses(id))).status).toBe(202);
    // A report on a department is not for those who are watched in it.
    const below = addresses("PB-1").filter((email) => !addresses("DP-1").includes(email));
    expect(below).not.toEqual([]);
    expect((await order(below, "DP-1")).status).toBe(422);
    const jobs = await reporting.reportJobs.recent(instant(0));
    expect(jobs).toHaveLength(3);
    expect(JSON.stringify(jobs)).not.toContain("@");
  });

  test("refuses days that no calendar covers, and what is no format", async () => {
    const { ask } = await office();
    expect((await ask("/status-reports", { body: { on: "2099-01-01" }, as: "admin" })).status).toBe(400);
    expect((await ask("/status-reports", { body: { formats: [] }, as: "admin" })).status).toBe(422);
    expect((await ask("/status-reports", { body: { scope: "DP-9" }, as: "admin" })).status).toBe(404);
    expect((await ask("/status-reports/2027-03-none", { as: "admin" })).status).toBe(404);
  });
});
