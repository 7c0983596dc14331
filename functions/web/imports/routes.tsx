import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Prose } from "../../../core/dossier/commands/input.ts";
import { type ImportJob, ImportTexts } from "../../../core/use-cases/register-changes/import-jobs.ts";
import {
  factsText,
  giveUp,
  goOn,
  type ImportRunPorts,
  isBusy,
  keepTexts,
  presentNow,
  previewImport,
  startImport,
} from "../../../core/use-cases/register-changes/import-runs.ts";
import type { WebDependencies } from "../dependencies.ts";
import { type FormState, freshForm, readForm, requestOf, typedAt, withIssues } from "../forms/values.ts";
import { type Opened, openFor } from "../gate.tsx";
import { utf8Text } from "../utf8.ts";
import { ImportsPage, JobPage, uploads } from "./page.tsx";
import { PreviewPage } from "./preview.tsx";
import { importPorts, MAX_IMPORT } from "./runs.ts";
import { importWords } from "./texts.ts";

const MEGABYTE = 1024 * 1024;
/** How long a page waits before it looks again how far an import is. */
const RELOAD_SECONDS = 3;

/** Imports from files: for administrators. */
export function createImportPages(deps: WebDependencies): Hono {
  const app = new Hono();
  const { api } = deps;
  const ports = api && importPorts(api);
  const opened =
    (work: (context: Context, opened: Opened) => Promise<Response> | Response) => async (context: Context) => {
      const allowed = await openFor("import", context, deps);
      return allowed instanceof Response ? allowed : work(context, allowed);
    };
  const withPorts = (work: (context: Context, opened: Opened, ports: ImportRunPorts) => Promise<Response> | Response) =>
    opened((context, allowed) => (ports ? work(context, allowed, ports) : context.notFound()));
  app.get(
    "/imports",
    opened((context, allowed) => listPage(context, allowed, freshForm(), 200, deps)),
  );
  app.get(
    "/imports/facts.json",
    opened((context, allowed) => factsFile(context, allowed, deps)),
  );
  const tooLarge = opened((context, allowed) => {
    const message = importWords(allowed.page.locale).tooLarge(MAX_IMPORT / MEGABYTE);
    return listPage(context, allowed, withIssues(freshForm(), [{ name: "", message }]), 413, deps);
  });
  const limit = bodyLimit({ maxSize: MAX_IMPORT, onError: tooLarge });
  app.post(
    "/imports/preview",
    limit,
    withPorts((context, allowed, use) => upload(context, allowed, use, deps)),
  );
  app.get(
    "/imports/preview",
    withPorts((context, allowed, use) => {
      const shown = {
        file: context.req.query("file") ?? "",
        form: freshForm(),
        isChanged: false,
        status: 200,
      } as const;
      return previewPage(context, allowed, shown, use);
    }),
  );
  app.post(
    "/imports",
    withPorts((context, allowed, use) => apply(context, allowed, use, deps)),
  );
  app.get(
    "/imports/:id",
    opened((context, { page, loaded }) => jobPage(context, { page, loaded }, deps)),
  );
  app.get(
    "/imports/:id/undo/:file",
    opened((context) => undoFile(context, deps)),
  );
  for (const [step, run] of [["continue", goOn] as const, ["take-back", giveUp] as const]) {
    app.post(
      `/imports/:id/${step}`,
      withPorts(async (context, _allowed, use) => {
        const job = await deps.imports.readJob(context.req.param("id") ?? "");
        if (!job) return context.notFound();
        await run(job, use);
        return context.redirect(`/imports/${job.id}`, 303);
      }),
    );
  }
  return app;
}

async function listPage(
  context: Context,
  { page, loaded }: Pick<Opened, "page" | "loaded">,
  form: FormState,
  status: 200 | 409 | 413 | 422,
  deps: WebDependencies,
): Promise<Response> {
  const jobs = await deps.imports.jobs();
  return context.html(<ImportsPage page={page} form={form} register={loaded.register} jobs={jobs} />, status);
}

async function upload(
  context: Context,
  allowed: Opened,
  ports: ImportRunPorts,
  deps: WebDependencies,
): Promise<Response> {
  const words = importWords(allowed.page.locale);
  const refuse = (name: string, message: string) =>
    listPage(context, allowed, withIssues(freshForm(), [{ name, message }]), 422, deps);
  const sent = await context.req.formData();
  const texts: Partial<Record<(typeof uploads)[number], string>> = {};
  for (const name of uploads) {
    const file = sent.get(name);
    if (!(file instanceof File) || file.size === 0) continue;
    const text = utf8Text(await file.arrayBuffer());
    if (text === null) return refuse(name, words.notUtf8);
    texts[name] = text;
  }
  const { facts, ...tables } = texts;
  const isTables = Object.keys(tables).length > 0;
  if (facts === undefined && !isTables) return refuse("register", words.noFile);
  if (facts !== undefined && isTables) return refuse("facts", words.mixed);
  const kept: ImportTexts = facts === undefined ? tables : { facts };
  return context.redirect(`/imports/preview?file=${await keepTexts(kept, ports)}`, 303);
}

interface Shown {
  readonly file: string;
  readonly form: FormState;
  readonly isChanged: boolean;
  readonly status: 200 | 409 | 422;
}

async function previewPage(
  context: Context,
  { page }: Pick<Opened, "page">,
  { file, form, isChanged, status }: Shown,
  ports: ImportRunPorts,
): Promise<Response> {
  const preview = /^[0-9a-f]{64}$/.test(file) ? await previewImport(file, ports) : null;
  if (!preview) return context.notFound();
  // A form that was refused keeps its name: nothing was begun under it.
  const request = status === 422 ? typedAt(form, "request") : ports.hash(`${preview.seen} ${ports.clock.machineNow()}`);
  return context.html(<PreviewPage {...{ page, preview, form, request, isChanged }} />, status);
}

async function apply(
  context: Context,
  allowed: Opened,
  ports: ImportRunPorts,
  { identifiers }: WebDependencies,
): Promise<Response> {
  const { page, actor } = allowed;
  const form = await readForm(context);
  const file = typedAt(form, "file");
  const reason = Prose.safeParse(typedAt(form, "reason").trim());
  if (!reason.success) {
    const wrong = withIssues(form, [{ name: "reason", message: importWords(page.locale).reasonWrong }]);
    return previewPage(context, allowed, { file, form: wrong, isChanged: false, status: 422 }, ports);
  }
  if (!actor) return context.notFound();
  const order = {
    file,
    seen: typedAt(form, "seen"),
    reason: reason.data,
    request: requestOf(form, identifiers),
    by: actor,
  };
  const outcome = await startImport(order, ports);
  if (outcome.kind === "started") return context.redirect(`/imports/${outcome.job.id}`, 303);
  if (outcome.kind === "unknown-file") return context.notFound();
  return previewPage(context, allowed, { file, form, isChanged: outcome.kind === "changed", status: 409 }, ports);
}

async function jobPage(
  context: Context,
  { page, loaded }: Pick<Opened, "page" | "loaded">,
  deps: WebDependencies,
): Promise<Response> {
  const job: ImportJob | null = await deps.imports.readJob(context.req.param("id") ?? "");
  if (!job) return context.notFound();
  const busy = isBusy(job, deps);
  if (busy) context.header("refresh", String(RELOAD_SECONDS));
  const files = job.state === "done" ? Object.keys(await undoFiles(job, deps)) : [];
  return context.html(<JobPage {...{ page, register: loaded.register, job, isBusy: busy, files }} />);
}

const download = (context: Context, file: string, text: string): Response =>
  context.body(text, 200, {
    ...{
      "content-type": file.endsWith(".csv") ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
    },
    ...{ "content-disposition": `attachment; filename="${file}"` },
  });

/** All facts, or none: a file that lacks the dossiers which cannot be read would take them away when it is imported. */
async function factsFile(context: Context, allowed: Opened, deps: WebDependencies): Promise<Response> {
  const present = await presentNow(deps);
  if (present.damaged.length > 0) {
    const { locale, texts } = allowed.page;
    const which = present.damaged.map(({ body, campaign }) => `${body}: ${texts.overview.damaged(campaign)}.`);
    const issues = [importWords(locale).notExported, ...which].map((message) => ({ name: "", message }));
    return listPage(context, allowed, withIssues(freshForm(), issues), 409, deps);
  }
  return download(context, "facts.json", factsText(present));
}

/** The files that put back what was there, by their names; none where there was nothing. */
async function undoFiles({ undo }: ImportJob, { imports }: WebDependencies): Promise<Readonly<Record<string, string>>> {
  const text = undo === null ? null : await imports.getFile(undo);
  if (text === null) return {};
  const texts = ImportTexts.parse(JSON.parse(text));
  if ("facts" in texts) return { "facts.json": texts.facts };
  const { register, contacts } = texts;
  return { ...(register && { "register.csv": register }), ...(contacts && { "contacts.csv": contacts }) };
}

async function undoFile(context: Context, deps: WebDependencies): Promise<Response> {
  const job = await deps.imports.readJob(context.req.param("id") ?? "");
  const files = job ? await undoFiles(job, deps) : {};
  const name = context.req.param("file") ?? "";
  const text = Object.hasOwn(files, name) ? files[name] : undefined;
  return text === undefined ? context.notFound() : download(context, name, text);
}
