import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { lambdaContext } from "../../local/lambda.ts";
import { type Cloud, eventOf, startCloud } from "../support/delivery/cloud.ts";
import { department, district, dossier, factsOf, ministry, waiver } from "../support/delivery/facts.ts";
import { type Asked, everyRequest } from "./calls/api.ts";
import { bounceOf } from "./calls/events.ts";
import { issuer, requestOf, signIn } from "./calls/pages.ts";
import { elsewhere, ownPermissions } from "./calls/permissions.ts";
import { startRecorder } from "./calls/recorder.ts";

const bodies = [ministry(), department("DP-1"), district("PB-1", "DP-1")];
/** One body of two is enough for the brake. */
const policy = { brake: { share: 0, bodies: 1 } };
/** PB-1 need not report; and the same as if nobody had ever recorded that. */
const waived = dossier("PB-1", 2027, { waivers: [waiver("schedule"), waiver("report")] });
const facts = factsOf(bodies, 2027, { policy, dossiers: [waived] });
const wrong = factsOf(bodies, 2027, { policy });

const call = lambdaContext("test", 60);
const recorder = startRecorder();
let cloud: Cloud;

beforeAll(async () => {
  Object.assign(process.env, issuer);
  cloud = await startCloud();
  await sweepTwice();
  await dispatchAll();
  await bounceOne();
  await signIn();
  await openEveryPage();
  await callEveryEndpoint();
  await sendDocument();
  await makeReports();
  await writePapers();
  await importContacts(); // last: it leaves the ministry's staff only
  await signOut();
  await watchTwice();
}, 60_000);
afterAll(async () => {
  recorder.stop();
  for (const name of Object.keys(issuer)) delete process.env[name];
  await cloud.close();
});

/**
 * Two slots, so that letters of the first are dropped. What is lost between them puts a brake on: administrators are told
 * of it once, so the sweep looks whether they were.
 */
async function sweepTwice(): Promise<void> {
  const slots = { "2027-04-01T09:00": facts, "2027-04-01T18:00": wrong };
  for (const [moment, known] of Object.entries(slots)) {
    await cloud.load(known);
    cloud.goTo(moment);
    await recorder.noted("SweepStart", cloud.sweepStart)({}, call);
    expect(await cloud.sweeps.drain(recorder.noted("Sweep", cloud.sweep)), "sweeps that failed").toBe(0);
  }
}

/** One letter is throttled and goes back to the queue, the others are sent. */
async function dispatchAll(): Promise<void> {
  cloud.ses.faults.plan({ fault: "throttle", count: 1 });
  expect(await cloud.mail.drain(recorder.noted("Dispatch", cloud.dispatch)), "letters that failed").toBe(0);
}

/** A look that finds something and writes it down, and one that reads that. */
async function watchTwice(): Promise<void> {
  const { handler } = await import("../../functions/watch.ts");
  cloud.goTo("2027-04-02T10:00"); // an hour after a slot that nobody has swept
  for (let look = 0; look < 2; look++) await recorder.noted("Watch", handler)({}, call);
}

async function bounceOne(): Promise<void> {
  const { handler } = await import("../../functions/settle.ts");
  const letter = (await cloud.ports.ledger.log("DP-1", 2027)).find(({ state }) => state === "sent");
  const message = { MessageId: "1", Body: bounceOf(letter ?? expect.fail("no letter was sent")) };
  const answer = await recorder.noted("Settle", handler)(eventOf([message]), call);
  expect(answer.batchItemFailures).toEqual([]);
}

/** Asks the pages or the API, and fails when the answer is another. */
async function ask({ method, path, input }: Asked, statuses: readonly number[]): Promise<void> {
  const { handler } = await import("../../functions/http.ts");
  const request = requestOf(method, path, cloud.ports.environment.APP_URL, input);
  const { statusCode, body } = await recorder.noted("Http", handler)(request, call);
  expect(statuses, `${method} ${path}: ${statusCode} ${body}`).toContain(statusCode);
}

const firstLetter = async () => (await cloud.ports.ledger.log("DP-1", 2027))[0] ?? expect.fail("there is no letter");

const administration = [
  "/policy",
  "/policy/ladders/report",
  "/calendar",
  "/brake",
  "/addresses",
  "/sweeps/start",
  "/grants",
  "/register",
  "/imports",
  "/me",
];

async function openEveryPage(): Promise<void> {
  const page = `/letters/DP-1/2027/${(await firstLetter()).recipientKey}/0`;
  for (const path of [
    "/",
    "/schedule",
    "/bodies/DP-1",
    "/letters",
    page,
    `${page}/html`,
    "/sweeps",
    `${page}/answer`,
    "/schedule.ics",
    "/paper",
    "/reports",
    "/bodies/DP-1/audit",
    "/appeals",
    ...administration,
  ]) {
    await ask({ method: "GET", path }, [200]);
  }
}

/** Its address is out of use, until an administrator says otherwise. */
const bouncedLetter = async () =>
  (await cloud.ports.ledger.log("DP-1", 2027)).find(({ state }) => state === "bounced") ??
  expect.fail("no letter bounced");

async function callEveryEndpoint(): Promise<void> {
  for (const request of everyRequest("DP-1", 2027, await bouncedLetter())) await ask(request, [200, 202]);
}

/** A report that is made in the background and e-mailed, and documents at once. */
async function makeReports(): Promise<void> {
  const [officer] = bodies[1]?.contacts ?? [];
  const input = { scope: "DP-1", formats: ["csv"], recipients: [officer?.email] };
  await ask({ method: "POST", path: "/api/status-reports", input }, [202]);
  const { handler: make } = await import("../../functions/reports.ts");
  expect(await cloud.reports.drain(recorder.noted("Reports", make)), "reports that failed").toBe(0);
  const [job] = await cloud.ports.reportJobs.recent(cloud.ports.clock.machineNow());
  expect(job).toMatchObject({ state: "done", letters: 1 });
  await ask({ method: "GET", path: `/api/status-reports/${job?.id}` }, [200]);
  const { handler: write } = await import("../../functions/documents.ts");
  for (const [path, rawQueryString] of [
    ["/api/status", "format=pdf"],
    ["/reports/file", "scope=DP-1&format=xlsx"],
  ] as const) {
    const request = { ...requestOf("GET", path, cloud.ports.environment.APP_URL), rawQueryString };
    expect(await recorder.noted("Documents", write)(request, call)).toMatchObject({ statusCode: 200 });
  }
}

/** The protocol as a paper, fixed and signed, and everything in one file. */
async function writePapers(): Promise<void> {
  const command = (name: string, input: unknown) =>
    ask({ method: "POST", path: `/api/dossiers/DP-1/2027/commands/${name}`, input }, [200]);
  const place = { ru: "Дом культуры", kk: "Мәдениет үйі" };
  await command("plan-meeting", { id: "m1", date: "2027-04-01", startsAt: "00:30", place });
  await command("draw-up-protocol", { meeting: "m1", drawnUpOn: "2027-04-01" });
  const { handler } = await import("../../functions/documents.ts");
  const papers = async (method: "GET" | "POST", path: string, query: string, form?: string): Promise<string> => {
    const asked = {
      ...requestOf(method, `/papers/DP-1/${path}`, cloud.ports.environment.APP_URL),
      rawQueryString: query,
    };
    const headers = { ...asked.headers, "content-type": "application/x-www-form-urlencoded" };
    const request = form === undefined ? asked : { ...asked, headers, body: form };
    const { statusCode, body } = await recorder.noted("Documents", handler)(request, call);
    expect([path, statusCode]).toEqual([
      path,
      form === undefined ? 200 : expect.toSatisfy((code) => code === 303 || code === 422),
    ]);
    return String(body);
  };
  const meeting = "campaign=2027&meeting=m1";
  await papers("POST", "protocol", meeting, "request=fixed");
  await papers("GET", "protocol", meeting);
  await papers("GET", "protocol/file", `${meeting}&format=pdf`);
  await papers("GET", "signature", "campaign=2027&item=fixed");
  await papers("GET", "file", "campaign=2027&item=fixed");
  await papers("POST", "signature", "campaign=2027&item=fixed", "cms=AAAA");
  await papers("GET", "evidence-pack", "campaign=2027");
}

/** A document on its way over the bucket into the record, out of it and back. */
async function sendDocument(): Promise<void> {
  const path = "/api/dossiers/DP-1/2027/evidence";
  const { handler } = await import("../../functions/http.ts");
  const start = requestOf("POST", `${path}/uploads`, cloud.ports.environment.APP_URL, {});
  const { body } = await recorder.noted("Http", handler)(start, call);
  const { upload, url, fields } = Upload.parse(JSON.parse(String(body)));
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob(["%PDF-1.7\n%%EOF\n"]), "scan.pdf");
  expect((await fetch(url, { method: "POST", body: form })).status).toBe(204);
  await ask({ method: "POST", path, input: { upload, fact: "schedule", title: "График" } }, [200]);
  for (const shown of [path, `${path}/${upload}`, "/bodies/DP-1/evidence"]) {
    await ask({ method: "GET", path: shown }, [200]);
  }
  for (const step of ["remove", "put-back"]) {
    await ask({ method: "POST", path: `${path}/${upload}/${step}`, input: { reason: "Test" } }, [200]);
  }
}

/** An import step by step: looked at, done, and what it replaced read back. */
async function importContacts(): Promise<void> {
  const { handler } = await import("../../functions/http.ts");
  const post = async (path: string, input: unknown) => {
    const request = requestOf("POST", path, cloud.ports.environment.APP_URL, input);
    const { body } = await recorder.noted("Http", handler)(request, call);
    return Answered.parse(JSON.parse(String(body)));
  };
  const contacts = "body,role,name,email,locale\nMIA,staff,Test,test@mia.example,ru\n";
  const { file, seen } = await post("/api/imports/preview", { contacts });
  const { id } = await post("/api/imports", { file, seen, reason: "Test" });
  for (const path of ["/api/imports", `/api/imports/${id}`, `/api/imports/${id}/undo`]) {
    await ask({ method: "GET", path }, [200]);
  }
}

const Answered = z.object({ file: z.string(), seen: z.string().nullable().optional(), id: z.string().optional() });

const Upload = z.object({ upload: z.string(), url: z.url(), fields: z.record(z.string(), z.string()) });

const signOut = () => ask({ method: "POST", path: "/sign-out" }, [303]);

it.each(["SweepStart", "Sweep", "Dispatch", "Settle", "Watch", "Http", "Documents", "Reports"])(
  "%s asks of AWS exactly what its role allows",
  (name) => {
    const used = new Set(recorder.callsOf(name));
    const expected = ownPermissions(name).filter((permission) => used.has(permission) || !(permission in elsewhere));
    expect([...used].sort()).toEqual(expected);
  },
);
