import * as z from "zod";
import { DayText } from "../../../../core/calendar/day.ts";
import { InstantNumber } from "../../../../core/calendar/zone.ts";
import { BodyId } from "../../../../core/register/body.ts";
import { Locale } from "../../../../core/register/locale.ts";
import { normaliseEmail } from "../../../../core/register/register.ts";
import { isInterrupted, ReportFormat, type ReportJob } from "../../../../core/status/report-job.ts";
import { orderReport, possibleRecipients } from "../../../../core/use-cases/reports/report-jobs.ts";
import { idempotencyKey } from "../conditions.ts";
import { type Call, defineEndpoint, type Endpoint, json, None } from "../endpoint.ts";
import { askedMoment } from "../moment.ts";
import { Problem, type ProblemIssue } from "../problem.ts";
import { name } from "../schemas.ts";

const ReportInput = name(
  "StatusReportInput",
  z.strictObject({
    /** A body with all under it; all bodies when absent. */
    scope: BodyId.exactOptional(),
    /** As of the end of this day; of the moment at which it is made when absent. */
    on: DayText.exactOptional(),
    formats: z.array(ReportFormat).min(1).max(ReportFormat.options.length).exactOptional(),
    locale: Locale.exactOptional(),
    sheetPerRegion: z.boolean().exactOptional(),
    /** Addresses of contacts in office of the body or of those above it; nobody when absent. */
    recipients: z.array(z.email()).max(50).exactOptional(),
  }),
);

const JobAnswer = name(
  "StatusReportJob",
  z.strictObject({
    id: z.string(),
    scope: BodyId,
    on: DayText.nullable(),
    formats: z.array(ReportFormat),
    locale: Locale,
    sheetPerRegion: z.boolean(),
    recipients: z.int(),
    by: z.string(),
    askedAt: InstantNumber,
    /** `interrupted`: whoever made it has died; it is taken up again by itself. */
    state: z.enum(["waiting", "running", "interrupted", "done", "failed"]),
    done: z.int(),
    total: z.int(),
    letters: z.int(),
    error: z.string().nullable(),
    /** Each with an address to fetch it from, within two minutes. */
    files: z.array(z.strictObject({ name: z.string(), type: z.string(), bytes: z.int(), url: z.string() })),
  }),
);

const JobList = name("StatusReportJobs", z.strictObject({ items: z.array(JobAnswer) }));

const example = {
  ...{ id: "2027-03-5f0c1b2a3d4e5f60718293", scope: "DP-10", on: null, formats: ["pdf"], locale: "kk" },
  ...{ sheetPerRegion: false, recipients: 1, by: "Айгерим", askedAt: 1_805_000_000_000, state: "waiting" },
  ...{ done: 0, total: 3, letters: 0, error: null, files: [] },
};

const create = defineEndpoint({
  method: "post",
  path: "/status-reports",
  id: "createStatusReport",
  tag: "Findings",
  summary: "Makes a status report in the background, however large it is, and e-mails it.",
  params: None,
  query: None,
  body: ReportInput,
  headers: ["Idempotency-Key", "Accept-Language"],
  answers: {
    202: { description: "It is queued; `GET /status-reports/{id}` tells how far it is.", schema: JobAnswer, example },
  },
  errors: [
    ...(["forbidden", "invalid-json", "unsupported-media-type", "body-too-large", "refused"] as const),
    ...(["unknown-body", "key-reused"] as const),
  ],
  examples: { body: { scope: "DP-10", formats: ["pdf", "xlsx"], locale: "kk" } },
  handle: async ({ body }, call) => {
    const { deps, caller, loaded } = call;
    call.require("send-status-report", null);
    const top = body.scope === undefined ? loaded.register.ministry : call.body(body.scope);
    askedMoment(body.on, call);
    const key = idempotencyKey(call.context.req.header("idempotency-key")) ?? deps.identifiers.token();
    const order = {
      ...{ scope: top.id, on: body.on ?? null, formats: [...new Set(body.formats ?? (["pdf"] as const))] },
      ...{ locale: body.locale ?? call.locale, sheetPerRegion: body.sheetPerRegion ?? false },
      recipients: recipientKeys(body.recipients ?? [], top, call),
    };
    const job = await orderReport(
      {
        ...{ order, by: { id: caller.id, name: caller.name }, request: deps.hash(`${caller.id} ${key}`).slice(0, 22) },
        ...{ calendarNow: deps.clock.calendarNow(), machineNow: deps.clock.machineNow() },
      },
      loaded,
      deps,
    );
    if (job === "other-request") throw new Problem("key-reused");
    return { ...json(JobAnswer, await answerOf(job, call)), status: 202 };
  },
});

/** The keys of addresses that may get it; refuses all others. */
function recipientKeys(emails: readonly string[], top: Parameters<typeof possibleRecipients>[0], call: Call): string[] {
  const { deps, loaded } = call;
  const contacts = possibleRecipients(top, loaded.register, deps.clock.calendarNow());
  const known = new Set(contacts.map(({ email }) => normaliseEmail(email)));
  const issues = emails.flatMap((email, index): ProblemIssue[] => {
    if (known.has(normaliseEmail(email))) return [];
    const message = "is no contact in office of this body or of one above it";
    return [{ path: `recipients.${index}`, rule: "no-recipient", message }];
  });
  if (issues.length > 0) throw new Problem("refused", { issues });
  return [...new Set(emails.map((email) => deps.identifiers.recipientKey(email)))];
}

async function answerOf(job: ReportJob, { deps }: Call): Promise<z.output<typeof JobAnswer>> {
  const { order, files, by, state, ...rest } = job;
  const { id, askedAt, done, total, letters, error } = rest;
  return {
    ...{ id, askedAt, done, total, letters, error, by: by.name },
    ...{ scope: order.scope, on: order.on, formats: order.formats, locale: order.locale },
    ...{ sheetPerRegion: order.sheetPerRegion, recipients: order.recipients.length },
    state: isInterrupted(job, deps.clock.machineNow()) ? "interrupted" : state,
    files: await Promise.all(
      files.map(async (file) => ({
        ...{ name: file.name, type: file.type, bytes: file.bytes, url: await deps.reportFiles.link(file) },
      })),
    ),
  };
}

const list = defineEndpoint({
  method: "get",
  path: "/status-reports",
  id: "listStatusReports",
  tag: "Findings",
  summary: "The reports that were made in the background this month and the month before, the newest first.",
  params: None,
  query: None,
  answers: { 200: { description: "How far each is.", schema: JobList, example: { items: [example] } } },
  errors: ["forbidden"],
  handle: async (_input, call) => {
    call.require("send-status-report", null);
    const jobs = await call.deps.reportJobs.recent(call.deps.clock.machineNow());
    return json(JobList, { items: await Promise.all(jobs.map((job) => answerOf(job, call))) });
  },
});

const get = defineEndpoint({
  method: "get",
  path: "/status-reports/{id}",
  id: "getStatusReport",
  tag: "Findings",
  summary: "How far a report is that is made in the background, and where its files are.",
  params: z.strictObject({ id: z.string().min(1).max(60) }),
  query: None,
  answers: { 200: { description: "Its state.", schema: JobAnswer, example } },
  errors: ["forbidden", "unknown-record"],
  examples: { params: { id: example.id } },
  handle: async ({ params: { id } }, call) => {
    call.require("send-status-report", null);
    const job = await call.deps.reportJobs.read(id);
    if (!job) throw new Problem("unknown-record");
    return json(JobAnswer, await answerOf(job, call));
  },
});

export const statusReportEndpoints: readonly Endpoint[] = [create, list, get];
