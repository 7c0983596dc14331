import { type Context, Hono } from "hono";
import { readHistory } from "../../../core/audit/append.ts";
import type { FieldChange } from "../../../core/audit/entry.ts";
import { type CommandName, isCommandName } from "../../../core/dossier/commands/command-name.ts";
import { dossierName } from "../../../core/dossier/dossier-record.ts";
import { type RecordOutcome, record } from "../../../core/use-cases/records/record.ts";
import type { RecordingDependencies, WebDependencies } from "../dependencies.ts";
import { formTexts, hindranceTexts } from "../forms/texts.ts";
import { type FormState, readForm, typedAt, withIssues } from "../forms/values.ts";
import { type Page, pageOf } from "../page.ts";
import { signInPath, withQuery } from "../paths.ts";
import { defaultsOf } from "./defaults.ts";
import { ForbiddenPage } from "./forbidden.tsx";
import { rowCount, withoutEmptyRows } from "./input.ts";
import { RecordPage, type RecordPageProps } from "./page.tsx";
import { placedFields, wordRefusal } from "./refusals.ts";
import { type Rights, rightsOf } from "./rights.ts";
import { inputIn, issuesBefore, presentValues, type Sheet, sheetOf } from "./sheet.ts";
import { recordTexts } from "./texts/pages.ts";
import { loadRecord, type RecordView } from "./view.ts";

const PATH = "/bodies/:id/record/:command";

/** The pages on which officers record facts; a posted form goes the way of the API (core/use-cases/records/record.ts). */
export function createRecordPages(deps: WebDependencies): Hono {
  const app = new Hono();
  const { api } = deps;
  if (!api) return app;
  const ports: RecordingDependencies = { ...deps, api };
  app.get(PATH, async (context) => {
    const asked = await askedOf(context, ports);
    if (!asked) return context.notFound();
    const { command, view, page, rights } = asked;
    if (page.caller === null) return context.redirect(signInPath(page.url), 303);
    if (!rights.give(command)) return context.html(<ForbiddenPage page={page} view={view} />, 403);
    const form: FormState = { values: defaultsOf(command, view, page), issues: [] };
    const sheet = sheetOf(command, view, form);
    if (!sheet) return context.notFound();
    const shown = sheet.correction
      ? { ...form, values: new Map([...presentValues(sheet.correction), ...form.values]) }
      : form;
    return context.html(<RecordPage {...asked} sheet={sheet} form={shown} request={deps.identifiers.token()} />);
  });
  app.post(PATH, async (context) => {
    const asked = await askedOf(context, ports);
    if (!asked) return context.notFound();
    if (!asked.rights.give(asked.command)) {
      return context.html(<ForbiddenPage page={asked.page} view={asked.view} />, 403);
    }
    return answerForm(context, asked, ports);
  });
  return app;
}

interface AskedCommand {
  readonly command: CommandName;
  readonly view: RecordView;
  readonly page: Page;
  readonly rights: Rights;
}

async function askedOf(context: Context, deps: RecordingDependencies): Promise<AskedCommand | null> {
  const command = context.req.param("command") ?? "";
  if (!isCommandName(command)) return null;
  const view = await loadRecord(context.req.param("id") ?? "", context.req.query("campaign"), deps);
  if (!view) return null;
  const rights = rightsOf(context, view.body, view.register);
  if (rights.caller !== null && !rights.may("read")) return null;
  return { command, view, page: pageOf(context, deps), rights };
}

/** The name of a request, as the API takes them; a form without a good one records all the same. */
const requestIn = (form: FormState): string | undefined => /^[\x21-\x7e]{1,200}$/.exec(typedAt(form, "request"))?.[0];
const versionIn = (form: FormState): number | undefined => {
  const text = /^\d{1,15}$/.exec(typedAt(form, "version"))?.[0];
  return text === undefined ? undefined : Number(text);
};

async function answerForm(context: Context, asked: AskedCommand, deps: RecordingDependencies): Promise<Response> {
  const { command, view, page, rights } = asked;
  const typed = await readForm(context);
  const sheet = sheetOf(command, view, typed);
  if (!sheet) return context.notFound();
  const form = withoutEmptyRows(typed, sheet.fields);
  const request = requestIn(form) ?? deps.identifiers.token();
  const show = (more: Partial<RecordPageProps>, status: 200 | 409 | 422) =>
    context.html(<RecordPage page={page} view={view} sheet={sheet} form={form} request={request} {...more} />, status);
  const added = typedAt(form, "add");
  if (added !== "") return show({ form: withOneMore(form, added) }, 200);
  const early = issuesBefore(sheet, form, page.locale);
  if (early.length > 0) return show({ form: withIssues(form, early) }, 422);
  const { caller } = rights;
  if (caller === null) return context.notFound();
  const outcome = await record(
    {
      ...view.key,
      ...{ zone: view.body.zone, command, input: inputIn(sheet, form) },
      actor: { id: caller.id, name: caller.name, mayWaive: rights.may("waive") },
      ...{ request, isRepeatable: true, version: versionIn(form) },
    },
    { records: deps.api.dossiers, audit: deps.api.audit, hash: deps.api.hash, clock: deps.clock },
  );
  if (outcome.kind === "recorded") return context.redirect(donePath(sheet, view, outcome.entry.version), 303);
  const again = await wordOutcome(outcome, { sheet, form, page, view, deps });
  return show(again.props, again.status);
}

/** An empty line more; what was typed stays. */
function withOneMore(form: FormState, name: string): FormState {
  const next = `${name}.${Math.max(1, rowCount(form, name))}.text`;
  return { ...form, values: new Map([...form.values, [next, [""]]]) };
}

/** Back to the finding, where the body's page says what was done. */
function donePath({ obligation }: Sheet, { body, key }: RecordView, version: number): string {
  const query = { campaign: key.campaign, done: version, at: obligation ?? undefined };
  return `${withQuery(`/bodies/${encodeURIComponent(body.id)}`, query)}#${obligation ?? "done"}`;
}

interface Sent {
  readonly sheet: Sheet;
  readonly form: FormState;
  readonly page: Page;
  readonly view: RecordView;
  readonly deps: RecordingDependencies;
}

/** Why nothing was recorded, with everything that was typed. */
async function wordOutcome(
  outcome: Exclude<RecordOutcome, { readonly kind: "recorded" }>,
  sent: Sent,
): Promise<{ readonly props: Partial<RecordPageProps>; readonly status: 409 | 422 }> {
  const { form, page, sheet, view, deps } = sent;
  const texts = recordTexts(page.locale);
  const fresh = { form: freshRequest(form), request: deps.identifiers.token() };
  switch (outcome.kind) {
    case "refused": {
      const placed = placedFields(sheet.fields, (name) => rowCount(form, name));
      const words = { dossier: view.dossier, locale: page.locale };
      return {
        props: {
          form: withIssues(
            form,
            outcome.issues.map((issue) => wordRefusal(issue, placed, words)),
          ),
        },
        status: 422,
      };
    }
    case "conflict":
      return {
        props: { ...fresh, note: formTexts(page.locale).changed, meanwhile: await changesSince(sent) },
        status: 409,
      };
    case "busy":
    case "other-request":
      return { props: { ...fresh, note: hindranceTexts(page.locale)[outcome.kind] }, status: 409 };
    case "too-large":
      return { props: { note: texts.tooLarge }, status: 409 };
    case "damaged":
      return { props: { note: texts.damaged }, status: 409 };
  }
}

/** Confirmed for what stood there before, not for what stands there now. */
function freshRequest(form: FormState): FormState {
  const values = new Map(form.values);
  values.delete("confirmed");
  return { ...form, values };
}

async function changesSince({ view, form, deps }: Sent): Promise<readonly FieldChange[]> {
  const { entries } = await readHistory(view.key, dossierName(view.key), {
    ...{ records: deps.api.dossiers, audit: deps.api.audit },
  });
  const seen = versionIn(form) ?? 0;
  return entries.filter(({ version }) => version > seen).flatMap(({ changes }) => changes);
}
