import { type Context, Hono } from "hono";
import { readHistory } from "../../../core/audit/append.ts";
import { localTime } from "../../../core/calendar/zone.ts";
import { isMarked } from "../../../core/escalation/out-of-use.ts";
import { contactTable, csvText, registerTable } from "../../../core/register/csv-form.ts";
import { mayDo } from "../../../core/register/grant.ts";
import { matchesSearch } from "../../../core/status/search.ts";
import { REGISTER_RECORD } from "../../../core/use-cases/register-changes/register-edition.ts";
import { editRegister, type RegisterEditOutcome } from "../../../core/use-cases/register-changes/register-edits.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { formTexts } from "../forms/texts.ts";
import {
  type FieldIssue,
  type FormState,
  freshForm,
  readForm,
  requestOf,
  typedAt,
  withIssues,
} from "../forms/values.ts";
import { type Opened, type OpenedToAct, openFor, openToAct } from "../gate.tsx";
import { pageOf } from "../page.ts";
import { callerOf } from "../sign-in/caller.ts";
import { isGuest } from "../sign-in/guest.ts";
import { readerOf } from "../sign-in/reader.ts";
import { loadAll } from "../view.ts";
import { RegisterPage } from "./page.tsx";
import { SheetPage } from "./sheet-page.tsx";
import { changeIn, contactNamed, issueAt, presentValues, type Sheet, type SheetName, sheetNames } from "./sheets.ts";
import { registerTexts } from "./texts.ts";

/** How many changes of the register its page shows. */
const ENTRIES = 10;

/** The register with its contacts: everybody sees what they may read, administrators change it. */
export function createRegisterPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/register", (context) => registerPage(context, deps));
  for (const [file, tableOf] of [["register", registerTable] as const, ["contacts", contactTable] as const]) {
    app.get(`/register/${file}.csv`, async (context) => {
      const loaded = await loadAll(deps);
      if (!loaded) return context.notFound();
      const own = readableBodies(context, deps, loaded.register);
      return context.body(csvText(tableOf(own)), 200, {
        ...{ "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${file}.csv"` },
      });
    });
  }
  for (const name of sheetNames) {
    const path = name === "new" ? "/register/new" : `/register/:id/${name}`;
    app.get(path, async (context) => {
      const opened = await openFor("edit-register", context, deps);
      if (opened instanceof Response) return opened;
      const sheet = sheetIn(context, name, opened);
      return sheet ? show(context, opened, sheet, freshForm(presentValues(sheet)), 200, deps) : context.notFound();
    });
    app.post(path, async (context) => {
      const opened = await openToAct("edit-register", context, deps);
      if (opened instanceof Response) return opened;
      const sheet = sheetIn(context, name, opened);
      return sheet ? save(context, opened, sheet, deps) : context.notFound();
    });
  }
  return app;
}

type Register = Opened["loaded"]["register"];

/** What somebody may read, and so may take with them. */
function readableBodies(context: Context, deps: WebDependencies, register: Register) {
  const reader = readerOf(context, deps, register);
  return register.bodies.filter(({ id }) => reader.body(id));
}

async function registerPage(context: Context, deps: WebDependencies): Promise<Response> {
  const page = pageOf(context, deps);
  const loaded = await loadAll(deps);
  if (!loaded) return context.html(<NoRegisterPage page={page} />);
  const { register } = loaded;
  const caller = callerOf(context);
  const mayEdit =
    deps.signIn !== undefined && caller !== null && !isGuest(caller) && mayDo("edit-register", caller, null, register);
  const search = context.req.query("search") ?? "";
  const ports = { records: deps.editions, audit: deps.audit };
  const history = mayEdit ? (await readHistory("edition", REGISTER_RECORD, ports)).entries : [];
  const view = {
    register,
    bodies: readableBodies(context, deps, register).filter(({ id, name }) => matchesSearch(search, { body: id, name })),
    today: localTime(deps.clock.calendarNow(), register.ministry.zone).day,
    mayEdit,
    isOut: isMarked(await deps.outOfUse.all(), deps.identifiers.recipientKey),
    isSearch: search.trim() !== "",
  };
  const done = context.req.query("done") !== undefined;
  const shown = { page, view, search, history: history.toReversed().slice(0, ENTRIES), done };
  return context.html(<RegisterPage {...shown} />);
}

function sheetIn(context: Context, name: SheetName, { loaded }: Opened): Sheet | null {
  if (name === "new") return { name, body: null, contact: null };
  const body = loaded.register.byId.get(context.req.param("id") ?? "");
  if (!body || (name === "end" && body.kind === "ministry")) return null;
  const { role, email } = context.req.query();
  if (name !== "contact" || role === undefined) return { name, body, contact: null };
  const contact = contactNamed(body, role, email);
  return contact && { name, body, contact };
}

function show(
  context: Context,
  { page, loaded }: Opened,
  sheet: Sheet,
  form: FormState,
  status: 200 | 409 | 422,
  deps: WebDependencies,
): Response | Promise<Response> {
  // A form that was refused keeps its name: nothing was recorded under it.
  const request = status === 422 ? typedAt(form, "request") : deps.identifiers.token();
  const hidden = { request, version: String(loaded.directory.version) };
  return context.html(<SheetPage {...{ page, register: loaded.register, sheet, form, hidden }} />, status);
}

async function save(context: Context, opened: OpenedToAct, sheet: Sheet, deps: WebDependencies): Promise<Response> {
  const { page, actor } = opened;
  const form = await readForm(context);
  const texts = registerTexts(page.locale);
  const refuse = (issues: readonly FieldIssue[], status: 409 | 422) =>
    show(context, opened, sheet, withIssues(form, issues), status, deps);
  const read = changeIn(sheet, form, texts);
  if ("issues" in read) return refuse(read.issues, 422);
  const request = requestOf(form, deps.identifiers);
  const version = /^\d{1,9}$/.exec(typedAt(form, "version"))?.[0];
  const seen = version === undefined ? {} : { version: Number(version) };
  const outcome = await editRegister({ ...read, request, ...seen }, actor, deps);
  const id = read.change.kind === "add-body" ? read.change.body.id : read.change.id;
  if (outcome.kind === "recorded")
    return context.redirect(`/register?search=${encodeURIComponent(id)}&done=saved`, 303);
  if (outcome.kind === "refused")
    return refuse(
      outcome.issues.map((issue) => issueAt(issue, sheet, texts)),
      422,
    );
  return refuse([{ name: "", message: messageOf(outcome, page.locale) }], outcome.kind === "conflict" ? 409 : 422);
}

type Hindered = Exclude<RegisterEditOutcome, { readonly kind: "recorded" | "refused" }>;

function messageOf({ kind }: Hindered, locale: Opened["page"]["locale"]): string {
  const { wrong } = registerTexts(locale);
  if (kind === "conflict") return formTexts(locale).changed;
  if (kind === "too-large") return wrong.large;
  return kind === "other-request" ? wrong.repeated : formTexts(locale).forbidden;
}
