import { type Context, Hono } from "hono";
import { fixProtocol } from "../../../core/evidence/fix-protocol.ts";
import type { WebDependencies } from "../dependencies.ts";
import { type FormState, freshForm, readForm, requestOf, withIssues } from "../forms/values.ts";
import { pageOf } from "../page.ts";
import { isGuest } from "../sign-in/guest.ts";
import { sendPack } from "./collect.ts";
import { ncalayerScript } from "./ncalayer.ts";
import { protocolPath } from "./paths.ts";
import { ProtocolPage } from "./protocol-page.tsx";
import { createSignaturePages } from "./signature-routes.tsx";
import { paperTexts, refusalTexts } from "./texts.ts";
import { loadProtocol, type PaperDependencies, type ProtocolView, withPapers } from "./view.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Papers that stand on their own: the protocol with its signatures, and everything about a body's campaign in one file. */
export function createPaperDocuments(deps: WebDependencies): Hono {
  const app = new Hono();
  const own = withPapers(deps);
  if (!own) return app;
  const type = { "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=3600" };
  app.get("/papers/ncalayer.js", (context) => context.body(ncalayerScript, 200, type));
  app.get("/papers/:id/protocol", (context) => showProtocol(context, own));
  app.post("/papers/:id/protocol", (context) => fix(context, own));
  app.get("/papers/:id/protocol/file", (context) => sendForm(context, own));
  app.get("/papers/:id/evidence-pack", (context) => sendPack(context, own));
  app.route("/", createSignaturePages(own));
  return app;
}

async function showProtocol(context: Context, deps: PaperDependencies): Promise<Response> {
  const view = await loadProtocol(context, deps);
  return view ? protocolPage(context, view, freshForm(), 200, deps) : context.notFound();
}

function protocolPage(
  context: Context,
  view: ProtocolView,
  form: FormState,
  status: 200 | 409 | 422,
  deps: PaperDependencies,
): Response | Promise<Response> {
  const page = pageOf(context, deps);
  const [request, isDone] = [deps.identifiers.token(), context.req.query("done") === "fixed"];
  return context.html(<ProtocolPage page={page} view={view} form={form} request={request} isDone={isDone} />, status);
}

/** The form as it is filled now. */
async function sendForm(context: Context, { papers, ...deps }: PaperDependencies): Promise<Response> {
  const view = await loadProtocol(context, { papers, ...deps });
  if (!view) return context.notFound();
  const { body, meeting, version } = view;
  const isWord = context.req.query("format") === "docx";
  const bytes = await (isWord ? papers.protocolDocx : papers.protocolPdf)(body, meeting, version);
  const name = `protocol-${body.id}-${view.key.campaign}.${isWord ? "docx" : "pdf"}`;
  return context.body(Uint8Array.from(bytes), 200, {
    "content-type": isWord ? WORD : "application/pdf",
    "content-disposition": `attachment; filename="${name}"`,
  });
}

async function fix(context: Context, deps: PaperDependencies): Promise<Response> {
  const view = await loadProtocol(context, deps);
  if (!view?.author || isGuest(view.author)) return context.notFound();
  const { api, papers } = deps;
  const { key, body, meeting, author } = view;
  const form = await readForm(context);
  const { locale } = pageOf(context, deps);
  const outcome = await fixProtocol(
    {
      ...{ ...key, meeting: meeting.id, title: paperTexts(locale).title, zone: body.zone },
      ...{ actor: { id: author.id, name: author.name }, request: requestOf(form, deps.identifiers) },
    },
    {
      ...{ records: api.evidence, audit: api.audit, hash: api.hash, clock: api.clock },
      ...{ dossiers: api.dossiers, files: api.evidenceFiles, sha256: papers.sha256 },
      write: (of, version) => papers.protocolPdf(body, of, version),
    },
  );
  if (outcome.kind === "recorded") return context.redirect(protocolPath(key, meeting.id, { done: "fixed" }), 303);
  const message = refusalTexts(locale)[outcome.kind];
  return protocolPage(context, view, withIssues(form, [{ name: "", message }]), 422, deps);
}
