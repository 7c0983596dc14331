import { type Context, Hono } from "hono";
import { signEvidence } from "../../../core/evidence/sign.ts";
import { type EvidenceView, loadEvidence } from "../evidence/view.ts";
import { type FormState, freshForm, requestOf, withIssues } from "../forms/values.ts";
import { pageOf } from "../page.ts";
import { isGuest } from "../sign-in/guest.ts";
import { NCALAYER } from "./ncalayer.ts";
import { signaturePath } from "./paths.ts";
import { SignaturePage } from "./signature-page.tsx";
import { paperTexts, refusalTexts } from "./texts.ts";
import type { PaperDependencies } from "./view.ts";

/** A signature with certificates and a time stamp has a few kilobytes. */
const LARGEST_SIGNATURE = 256 * 1024;

/** Electronic signatures over evidence files. */
export function createSignaturePages(deps: PaperDependencies): Hono {
  const app = new Hono();
  app.get("/papers/:id/signature", (context) => show(context, deps));
  app.post("/papers/:id/signature", (context) => sign(context, deps));
  app.get("/papers/:id/file", (context) => sendKept(context, deps));
  return app;
}

const fileIn = (context: Context, view: EvidenceView) =>
  view.evidence.find(({ item }) => item.id === context.req.query("item") && !item.removed);

async function show(context: Context, deps: PaperDependencies): Promise<Response> {
  const view = await loadEvidence(context, deps);
  return view ? signaturePage(context, view, freshForm(), 200, deps) : context.notFound();
}

function signaturePage(
  context: Context,
  view: EvidenceView,
  form: FormState,
  status: 200 | 422,
  deps: PaperDependencies,
): Response | Promise<Response> {
  const file = fileIn(context, view);
  if (!file) return context.notFound();
  const [request, isDone] = [deps.identifiers.token(), context.req.query("done") === "signed"];
  context.set("connectsTo", NCALAYER);
  const own = { page: pageOf(context, deps), view, file, form, request, isDone };
  return context.html(<SignaturePage {...own} />, status);
}

async function sign(context: Context, deps: PaperDependencies): Promise<Response> {
  const view = await loadEvidence(context, deps);
  const file = view && fileIn(context, view);
  if (!view?.author || isGuest(view.author) || !file) return context.notFound();
  const { form, cms } = await readSignature(context);
  const { locale } = pageOf(context, deps);
  const { refusals, fileHelp } = paperTexts(locale);
  const refuse = (message: string, name = "cms") =>
    signaturePage(context, view, withIssues(form, [{ name, message }]), 422, deps);
  if (cms === null) return refuse(fileHelp, "file");
  if (cms === "") return refuse(refusals.empty);
  const { api, papers } = deps;
  const outcome = await signEvidence(
    {
      ...{ ...view.key, item: file.item.id, cms, zone: view.body.zone },
      actor: { id: view.author.id, name: view.author.name },
      request: requestOf(form, deps.identifiers),
    },
    {
      ...{ records: api.evidence, audit: api.audit, hash: api.hash, clock: api.clock },
      ...{ files: api.evidenceFiles, check: papers.checkSignature },
    },
  );
  if (outcome.kind === "recorded") {
    return context.redirect(signaturePath(view.key, file.item.id, { done: "signed" }), 303);
  }
  const code = outcome.kind === "refused" ? outcome.fault : outcome.kind;
  return refuse(refusalTexts(locale)[code]);
}

/**
 * What was typed, and the signature: the file, where one was chosen, else the text without the lines around it; null
 * where the file is too large to be one.
 */
async function readSignature(context: Context): Promise<{ form: FormState; cms: string | null }> {
  const sent = await context.req.formData();
  const text = (name: string): string => {
    const value = sent.get(name);
    return typeof value === "string" ? value : "";
  };
  const form = freshForm({ cms: text("cms"), request: text("request") });
  const file = sent.get("file");
  if (file instanceof File && file.size > LARGEST_SIGNATURE) return { form, cms: null };
  if (file instanceof File && file.size > 0) {
    return { form, cms: encoded(new Uint8Array(await file.arrayBuffer())) };
  }
  return {
    form,
    cms: text("cms")
      .replace(/-----[A-Z0-9 ]+-----/g, "")
      .trim(),
  };
}

/** A file may hold the signature itself, or its text in base64. */
function encoded(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return bytes[0] === 0x30 ? Buffer.from(bytes).toString("base64") : text.replace(/-----[A-Z0-9 ]+-----/g, "").trim();
}

/** A kept file through this origin: the bucket's address is another site, which the page's script may not read. */
async function sendKept(context: Context, deps: PaperDependencies): Promise<Response> {
  const view = await loadEvidence(context, deps);
  const file = view && fileIn(context, view);
  const bytes = file?.item.fixed ? await deps.api.evidenceFiles.bytes(file.item.sha256) : null;
  if (!bytes) return context.notFound();
  const headers = { "content-type": "application/pdf", "content-disposition": 'attachment; filename="protocol.pdf"' };
  return context.body(Uint8Array.from(bytes), 200, headers);
}
