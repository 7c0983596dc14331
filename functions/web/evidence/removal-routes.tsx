import { type Context, Hono } from "hono";
import type { StandingEvidence } from "../../../core/evidence/evidence.ts";
import { markEvidence } from "../../../core/evidence/removal.ts";
import type { RecordingDependencies } from "../dependencies.ts";
import { type FormState, freshForm, readForm, requestOf, typedAt, withIssues } from "../forms/values.ts";
import { pageOf } from "../page.ts";
import { issueFor, reasonInput } from "./input.ts";
import { evidencePath } from "./paths.ts";
import { RemovalPage } from "./removal.tsx";
import { type EvidenceView, loadEvidence } from "./view.ts";

/** Taking documents away and putting them back, with the reason. */
export function createRemovalPages(deps: RecordingDependencies): Hono {
  const app = new Hono();
  app.get("/bodies/:id/evidence/:file/removal", async (context) => {
    const found = await findFile(context, deps);
    return found ? show(context, found, freshForm(), 200, deps) : context.notFound();
  });
  app.post("/bodies/:id/evidence/:file/removal", async (context) => {
    const found = await findFile(context, deps);
    return found ? mark(context, found, deps) : context.notFound();
  });
  return app;
}

interface Found {
  readonly view: EvidenceView;
  readonly file: StandingEvidence;
}

/** The file of an address, for those who may change it. */
async function findFile(context: Context, deps: RecordingDependencies): Promise<Found | null> {
  const view = await loadEvidence(context, deps);
  const file = view?.evidence.find(({ item }) => item.id === context.req.param("file"));
  return view?.author && file ? { view, file } : null;
}

function show(
  context: Context,
  { view, file }: Found,
  form: FormState,
  status: 200 | 409 | 422,
  deps: RecordingDependencies,
): Response | Promise<Response> {
  const request = requestOf(form, deps.identifiers);
  const page = pageOf(context, deps);
  return context.html(<RemovalPage page={page} view={view} file={file} form={form} request={request} />, status);
}

async function mark(context: Context, found: Found, deps: RecordingDependencies): Promise<Response> {
  const { key, body, author } = found.view;
  const form = await readForm(context);
  const { locale } = pageOf(context, deps);
  const reason = reasonInput(form, locale);
  if (typeof reason !== "string") return show(context, found, withIssues(form, [reason]), 422, deps);
  const command = typedAt(form, "command") === "put-back-evidence" ? "put-back-evidence" : "remove-evidence";
  const { id, name } = author ?? { id: "", name: "" };
  const request = requestOf(form, deps.identifiers);
  const outcome = await markEvidence(
    {
      ...key,
      id: found.file.item.id,
      command,
      reason,
      actor: { id, name },
      zone: body.zone,
      request,
      isRepeatable: true,
    },
    { ...deps.api, records: deps.api.evidence },
  );
  if (outcome.kind === "recorded") {
    const done = command === "remove-evidence" ? "removed" : "put-back";
    return context.redirect(evidencePath(key, { done }), 303);
  }
  const status = outcome.kind === "busy" || outcome.kind === "conflict" ? 409 : 422;
  return show(context, found, withIssues(form, [issueFor(outcome.kind, locale)]), status, deps);
}
