import { type Context, Hono } from "hono";
import { attachEvidence, checkUpload, uploadName } from "../../../core/evidence/attach.ts";
import { fileName } from "../../../core/evidence/file-name.ts";
import type { Caller } from "../../../core/register/grant.ts";
import type { RecordingDependencies, WebDependencies } from "../dependencies.ts";
import { freshForm, readForm, withIssues } from "../forms/values.ts";
import { type Page, pageOf } from "../page.ts";
import { type AttachInput, attachInput, issueFor } from "./input.ts";
import { EvidencePage } from "./list.tsx";
import { evidencePath, uploadPath } from "./paths.ts";
import { createRemovalPages } from "./removal-routes.tsx";
import { UploadPage } from "./upload.tsx";
import { type EvidenceView, loadEvidence } from "./view.ts";

/** Evidence documents of each body: the list, the way of a file from the bucket into the record, and back out. */
export function createEvidencePages(deps: WebDependencies): Hono {
  const app = new Hono();
  const { api } = deps;
  if (!api) return app;
  const own = { ...deps, api };
  app.get("/bodies/:id/evidence", (context) => showList(context, own));
  app.get("/bodies/:id/evidence/uploads/:upload", (context) => showUpload(context, own));
  app.post("/bodies/:id/evidence/uploads/:upload", (context) => attach(context, own));
  app.post("/bodies/:id/evidence/uploads/:upload/discard", (context) => discard(context, own));
  app.route("/", createRemovalPages(own));
  app.get("/bodies/:id/evidence/:file", (context) => download(context, own));
  return app;
}

/** What somebody sees who may attach files. */
type AuthorView = EvidenceView & { readonly author: Caller };

async function loadAsAuthor(context: Context, deps: RecordingDependencies): Promise<AuthorView | null> {
  const view = await loadEvidence(context, deps);
  return view?.author ? { ...view, author: view.author } : null;
}

async function showList(context: Context, deps: RecordingDependencies): Promise<Response> {
  const view = await loadEvidence(context, deps);
  if (!view) return context.notFound();
  const page = pageOf(context, deps);
  const { author } = view;
  const invitation = author && view.closed === null ? await invite(context, { ...view, author }, page, deps) : null;
  return context.html(
    <EvidencePage page={page} view={view} invitation={invitation} done={context.req.query("done")} />,
  );
}

/** Lets the reader of the page post one file to the bucket, to which this page alone may send a form. */
async function invite(context: Context, view: AuthorView, page: Page, deps: RecordingDependencies) {
  const upload = deps.identifiers.token();
  const origin = deps.signIn?.appUrl ?? page.url.origin;
  const back = uploadPath(view.key, upload, { fact: context.req.query("fact") });
  const invitation = await deps.api.evidenceFiles.invite(nameOf(view, upload, deps), `${origin}${back}`);
  context.set("formsTo", new URL(invitation.url).origin);
  return invitation;
}

const nameOf = ({ author, key }: AuthorView, upload: string, { api }: RecordingDependencies) =>
  uploadName({ ...key, upload, actor: author }, api.hash);

async function showUpload(context: Context, deps: RecordingDependencies): Promise<Response> {
  const view = await loadAsAuthor(context, deps);
  if (!view) return context.notFound();
  return uploadPage(context, view, freshForm({ fact: context.req.query("fact") ?? "" }), 200, deps);
}

async function uploadPage(
  context: Context,
  view: AuthorView,
  form: ReturnType<typeof freshForm>,
  status: 200 | 409 | 422,
  deps: RecordingDependencies,
): Promise<Response> {
  const upload = context.req.param("upload") ?? "";
  const checked = await checkUpload(nameOf(view, upload, deps), deps.api.evidenceFiles);
  const page = pageOf(context, deps);
  const isGone = checked.kind === "no-upload" && status === 200;
  return context.html(
    <UploadPage page={page} view={view} upload={upload} checked={checked} form={form} />,
    isGone ? 404 : status,
  );
}

async function attach(context: Context, deps: RecordingDependencies): Promise<Response> {
  const view = await loadAsAuthor(context, deps);
  if (!view) return context.notFound();
  const form = await readForm(context);
  const page = pageOf(context, deps);
  const input = attachInput(form, page.locale);
  if (Array.isArray(input)) return uploadPage(context, view, withIssues(form, input), 422, deps);
  const outcome = await attachFile(context, view, input, deps);
  if (outcome.kind === "recorded") return context.redirect(evidencePath(view.key, { done: "attached" }), 303);
  const status = outcome.kind === "busy" || outcome.kind === "conflict" ? 409 : 422;
  return uploadPage(context, view, withIssues(form, [issueFor(outcome.kind, page.locale)]), status, deps);
}

function attachFile(
  context: Context,
  { author, body, key }: AuthorView,
  input: AttachInput,
  deps: RecordingDependencies,
) {
  const { api } = deps;
  const { id, name } = author;
  const upload = context.req.param("upload") ?? "";
  const ports = { ...api, records: api.evidence, files: api.evidenceFiles };
  return attachEvidence({ ...key, ...input, upload, zone: body.zone, actor: { id, name } }, ports);
}

async function discard(context: Context, deps: RecordingDependencies): Promise<Response> {
  const view = await loadAsAuthor(context, deps);
  if (!view) return context.notFound();
  await deps.api.evidenceFiles.discard(nameOf(view, context.req.param("upload") ?? "", deps));
  return context.redirect(evidencePath(view.key, { done: "discarded" }), 303);
}

/** Leads to the bucket, which hands out the file as an attachment. */
async function download(context: Context, deps: RecordingDependencies): Promise<Response> {
  const view = await loadEvidence(context, deps);
  const file = view?.evidence.find(({ item }) => item.id === context.req.param("file"));
  if (!view || !file) return context.notFound();
  return context.redirect(await deps.api.evidenceFiles.address(file.item, fileName(view.key, file.item)), 302);
}
