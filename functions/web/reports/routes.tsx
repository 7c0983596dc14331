import { type Context, Hono } from "hono";
import { type Caller, mayDo } from "../../../core/register/grant.ts";
import { ReportFormat } from "../../../core/status/report-job.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import { orderReport, possibleRecipients } from "../../../core/use-cases/reports/report-jobs.ts";
import { readStatusReport } from "../../../core/use-cases/reports/status-report.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { allTypedAt, type FieldIssue, freshForm, readForm, requestOf, typedAt, withIssues } from "../forms/values.ts";
import { openFor, openToAct } from "../gate.tsx";
import { type Page, pageOf } from "../page.ts";
import { callerOf } from "../sign-in/caller.ts";
import { type Reader, readerOf } from "../sign-in/reader.ts";
import { loadAll } from "../view.ts";
import { type Choice, readChoice, reportsPath } from "./choice.ts";
import { deliver } from "./delivery.ts";
import { ReportsPage, type Sending } from "./page.tsx";
import { reportPageTexts } from "./texts.ts";

/** So many recent reports are listed. */
const LISTED = 20;

/** Status reports as documents: for whoever may read a body, and by e-mail for those who may send them. */
export function createReportPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/reports", async (context) => {
    const opened = await open(context, context.req.query(), deps);
    if (opened instanceof Response) return opened;
    const sending = await sendingFor(opened, freshForm({ formats: "pdf" }), context.req.query("done") === "yes", deps);
    return show(context, opened, sending, opened.choice.form.issues.length > 0 ? 422 : 200);
  });
  app.get("/reports/file", async (context) => {
    const { writeReport } = deps;
    const format = ReportFormat.safeParse(context.req.query("format")).data;
    if (!writeReport || !format) return context.notFound();
    const opened = await open(context, context.req.query(), deps);
    if (opened instanceof Response) return opened;
    const { loaded, reader, choice } = opened;
    if (choice.form.issues.length > 0) return show(context, opened, null, 422);
    const mayRead = ({ id }: { readonly id: string }): boolean => reader.body(id);
    const report = await readStatusReport(loaded, { top: choice.top, on: choice.on, mayRead }, deps);
    const sheetPerRegion = context.req.query("sheets") === "regions";
    const form = { format, locale: choice.locale, sheetPerRegion, zone: loaded.register.ministry.zone };
    const delivery = await deliver(await writeReport(report, form), deps.identifiers.token(), deps);
    if (delivery.kind === "elsewhere") return context.redirect(delivery.link, 303);
    const { name, type, content } = delivery.file;
    const headers = { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
    return context.body(Uint8Array.from(content), 200, headers);
  });
  app.post("/reports", (context) => order(context, deps));
  app.get("/reports/jobs/:id/:name", async (context) => {
    const gate = await openFor("send-status-report", context, deps);
    if (gate instanceof Response) return gate;
    const job = await deps.reportJobs.read(context.req.param("id"));
    const file = job?.files.find(({ name }) => name === context.req.param("name"));
    return file ? context.redirect(await deps.reportFiles.link(file), 303) : context.notFound();
  });
  return app;
}

interface Opened {
  readonly page: Page;
  readonly loaded: LoadedRegister;
  readonly reader: Reader;
  readonly choice: Choice;
  readonly caller: Caller | null;
}

async function open(
  context: Context,
  asked: Parameters<typeof readChoice>[0],
  deps: WebDependencies,
): Promise<Opened | Response> {
  const page = pageOf(context, deps);
  const loaded = await loadAll(deps);
  if (!loaded) return context.html(<NoRegisterPage page={page} />);
  const reader = readerOf(context, deps, loaded.register);
  const words = { workdays: deps.workdays, locale: page.locale, texts: reportPageTexts(page.locale) };
  return { page, loaded, reader, choice: readChoice(asked, loaded, reader, words), caller: callerOf(context) };
}

/** What is shown to those who may send reports; null for all others. */
async function sendingFor(
  { choice: { top }, loaded: { register }, caller }: Opened,
  form: Sending["form"],
  isOrdered: boolean,
  { reportJobs, identifiers, clock }: WebDependencies,
): Promise<Sending | null> {
  if (!caller || !mayDo("send-status-report", caller, null, register)) return null;
  const contacts = top ? possibleRecipients(top, register, clock.calendarNow()) : [];
  return {
    ...{ form, isOrdered, request: identifiers.token(), now: clock.machineNow() },
    contacts: contacts.map((contact) => ({ key: identifiers.recipientKey(contact.email), contact })),
    jobs: (await reportJobs.recent(clock.machineNow())).slice(0, LISTED),
  };
}

const show = (
  context: Context,
  { page, loaded, reader, choice }: Opened,
  sending: Sending | null,
  status: 200 | 422,
): Response | Promise<Response> =>
  context.html(<ReportsPage page={page} loaded={loaded} reader={reader} choice={choice} sending={sending} />, status);

/** Queues a report; what is wrong is said beside its field, and nothing that was chosen is lost. */
async function order(context: Context, deps: WebDependencies): Promise<Response> {
  const gate = await openToAct("send-status-report", context, deps);
  if (gate instanceof Response) return gate;
  const form = await readForm(context);
  const asked = { scope: typedAt(form, "scope"), on: typedAt(form, "on"), language: typedAt(form, "language") };
  const opened = await open(context, asked, deps);
  if (opened instanceof Response) return opened;
  const { choice, loaded, page, caller } = opened;
  const texts = reportPageTexts(page.locale);
  const known = await sendingFor(opened, form, false, deps);
  if (!known || !caller) return context.notFound();
  const formats = ReportFormat.options.filter((format) => allTypedAt(form, "formats").includes(format));
  const recipients = [...new Set(allTypedAt(form, "recipients"))];
  const possible = new Set(known.contacts.map(({ key }) => key));
  const refuse = (issues: readonly FieldIssue[]) =>
    show(context, opened, { ...known, form: withIssues(form, issues) }, 422);
  const issues: FieldIssue[] = [
    ...(formats.length > 0 ? [] : [{ name: "formats", message: texts.noFormat }]),
    ...(recipients.every((key) => possible.has(key)) ? [] : [{ name: "recipients", message: texts.badRecipient }]),
  ];
  if (!choice.top || choice.form.issues.length > 0 || issues.length > 0) return refuse(issues);
  const sheetPerRegion = typedAt(form, "sheets") === "regions";
  const job = await orderReport(
    {
      order: {
        ...{ scope: choice.top.id, on: choice.on ?? null, formats, locale: choice.locale },
        sheetPerRegion,
        recipients,
      },
      by: { id: caller.id, name: caller.name },
      request: deps.hash(`${caller.id} ${requestOf(form, deps.identifiers)}`).slice(0, 22),
      ...{ calendarNow: deps.clock.calendarNow(), machineNow: deps.clock.machineNow() },
    },
    loaded,
    deps,
  );
  if (job === "other-request") return refuse([{ name: "", message: texts.badOrder }]);
  return context.redirect(`${reportsPath(choice, "/reports", { done: "yes" })}#jobs`, 303);
}
