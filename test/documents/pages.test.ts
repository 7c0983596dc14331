import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import type { Grant } from "../../core/register/grant.ts";
import { createReportPages } from "../../functions/web/reports/routes.tsx";
import type { SignIn } from "../../functions/web/sign-in/sign-in.ts";
import { generateFacts } from "../../local/demo/facts.ts";
import { memoryReporting } from "../support/memory/reporting.ts";
import { createSite, type Site } from "../web/support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await createSite(generateFacts({ bodies: 24, seed: 1, from: 2027, to: 2027 }));
});

/** The pages of reports for somebody with these grants. */
function pagesFor(...grants: Grant[]) {
  const reporting = memoryReporting();
  const app = new Hono();
  app.use(async (context, next) => {
    context.set("caller", { id: "user:1", name: "Айгерим", grants });
    await next();
  });
  // Only that there is a sign-in matters here: who asks is set above.
  app.route("/", createReportPages({ ...site.deps, ...reporting, signIn: {} as SignIn }));
  const post = (fields: readonly (readonly [string, string])[]) =>
    app.request("/reports", {
      method: "POST",
      body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
    });
  return { app, post, reporting, read: async (path: string) => (await app.request(path)).text() };
}

const choose = [
  ["scope", "DP-1"],
  ["on", "2027-03-18"],
  ["language", "kk"],
  ["request", "r1"],
] as const;

describe("the page of reports", () => {
  it("offers every form of a report on what the reader may see, and to send it only to who may", async () => {
    const viewer = await pagesFor("viewer@DP-2").read("/reports?lang=ru");
    expect(viewer).toContain('value="DP-2');
    expect(viewer).not.toContain("DP-1 ");
    expect(viewer.match(/href="\/reports\/file\?/g)).toHaveLength(6);
    expect(viewer).not.toContain('id="send-title"');
    expect(await pagesFor("admin").read("/reports?lang=ru")).toContain('id="send-title"');
  });

  it("says beside the field what is wrong, and keeps what was typed", async () => {
    const { app } = pagesFor("viewer@DP-2");
    const answer = await app.request("/reports?lang=ru&scope=DP-1&on=2027-02-30");
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('href="#field-scope"');
    expect(text).toContain('id="field-on-error"');
    expect(text).toContain('value="2027-02-30"');
    expect(text).not.toContain("/reports/file?");
  });

  it("hands out documents of readable bodies only", async () => {
    const { app } = pagesFor("viewer@DP-2");
    const pdf = await app.request("/reports/file?scope=DP-2&format=pdf&language=en");
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(pdf.headers.get("content-disposition")).toMatch(/^attachment; filename="status-DP-2-2027-03-19-en.pdf"$/);
    expect((await pdf.text()).slice(0, 5)).toBe("%PDF-");
    expect((await app.request("/reports/file?scope=DP-1&format=csv")).status).toBe(422);
    expect((await app.request("/reports/file?scope=DP-2&format=exe")).status).toBe(404);
  });
});

describe("ordering a report on the page", () => {
  it("queues it once however often the form is sent, and leads back to the list", async () => {
    const { post, reporting, read } = pagesFor("admin");
    const fields = [...choose, ["formats", "pdf"], ["formats", "csv"]] as const;
    for (let click = 0; click < 2; click++) {
      const answer = await post(fields);
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        "/reports?scope=DP-1&on=2027-03-18&language=kk&done=yes#jobs",
      ]);
    }
    const jobs = await reporting.reportJobs.recent(site.clock.machineNow());
    expect(jobs).toHaveLength(1);
    expect(jobs[0]?.order).toMatchObject({ scope: "DP-1", formats: ["pdf", "csv"], locale: "kk", recipients: [] });
    const list = await read("/reports?lang=en&done=yes");
    expect(list).toContain("The report is queued.");
    expect(list).toContain("queued</td>");
  });

  it("queues each of those that are sent without a name, by hand", async () => {
    const { post, reporting } = pagesFor("admin");
    const fields = [...choose.filter(([name]) => name !== "request"), ["formats", "pdf"]] as const;
    for (let click = 0; click < 2; click++) expect((await post(fields)).status).toBe(303);
    expect(await reporting.reportJobs.recent(site.clock.machineNow())).toHaveLength(2);
  });

  it("shows how far it is, and then its files", async () => {
    const { app, post, reporting, read } = pagesFor("admin");
    await post([...choose, ["formats", "csv"]]);
    const [job] = await reporting.reportJobs.recent(site.clock.machineNow());
    if (!job) throw new Error("Nothing was queued.");
    const until = (site.clock.machineNow() + 60_000) as typeof job.askedAt;
    const running = { ...job, state: "running", done: 1, lease: { holder: "h", until }, revision: 2 } as const;
    await reporting.reportJobs.write(job, running);
    expect(await read("/reports?lang=en")).toMatch(/<progress value="1" max="2"[^>]*><\/progress> 1 of 2 steps/);
    const file = { name: "status-DP-1.csv", key: "reports/1/h/status-DP-1.csv", type: "text/csv", bytes: 9 };
    await reporting.reportJobs.write(running, { ...running, state: "done", lease: null, files: [file], revision: 3 });
    const link = `/reports/jobs/${job.id}/status-DP-1.csv`;
    expect(await read("/reports?lang=en")).toContain(`href="${link}"`);
    expect((await app.request(link)).headers.get("location")).toBe(`https://bucket.example/${file.key}`);
    expect((await app.request(`/reports/jobs/${job.id}/other.csv`)).status).toBe(404);
  });

  it("is refused without a format, to a stranger's address, and to whoever may not", async () => {
    const { post, reporting } = pagesFor("admin");
    const answer = await post([...choose, ["recipients", "nobody"]]);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain('id="send-field-formats-error"');
    expect(text).toContain('href="#send-field-recipients"');
    expect((await pagesFor("staff@DP-1").post([...choose, ["formats", "pdf"]])).status).toBe(403);
    expect(reporting.queued).toEqual([]);
  });
});
