import { type Context, Hono } from "hono";
import { readHistory } from "../../../core/audit/append.ts";
import type { StoredRecord } from "../../../core/audit/stored.ts";
import { partsOf } from "../../../core/register/grant.ts";
import { editGrants, grantsName, readableGrants } from "../../../core/use-cases/records/grants.ts";
import { codeIn } from "../body-choice.ts";
import type { WebDependencies } from "../dependencies.ts";
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
import { grantsIn, issueOf, subjectIn } from "./form.ts";
import { GrantsPage } from "./list.tsx";
import { PersonPage, RevokePage } from "./page.tsx";
import { grantTexts } from "./texts.ts";
import { type Granted, personPath } from "./words.ts";

/** Who may do what: for administrators to see and to change. */
export function createGrantPages(deps: WebDependencies): Hono {
  const app = new Hono();
  app.get("/grants", async (context) => {
    const opened = await openFor("read-grants", context, deps);
    return opened instanceof Response ? opened : listPage(context, opened, deps);
  });
  for (const path of ["/grants/person", "/grants/revoke"] as const) {
    app.get(path, async (context) => {
      const opened = await openFor("edit-grants", context, deps);
      if (opened instanceof Response) return opened;
      const known = await knownPerson(context.req.query("subject"), deps);
      if (path === "/grants/revoke" && !known) return context.notFound();
      return show(context, path, opened, { known, form: freshForm(valuesOf(known?.person)), status: 200 }, deps);
    });
    app.post(path, async (context) => {
      const opened = await openToAct("edit-grants", context, deps);
      return opened instanceof Response ? opened : save(context, path, opened, deps);
    });
  }
  return app;
}

type FormPath = "/grants/person" | "/grants/revoke";

async function listPage(context: Context, { page, loaded }: Opened, deps: WebDependencies): Promise<Response> {
  const { search = "", body = "" } = context.req.query();
  const code = codeIn(body);
  const text = search.trim().toLowerCase();
  const people = (await deps.grants.all())
    .map(({ key, stored }) => personOf(key, stored))
    .filter(({ subject, name }) => `${name ?? ""} ${subject}`.toLowerCase().includes(text))
    .filter(({ grants }) => code === "" || grants.some((grant) => partsOf(grant).at === code));
  return context.html(<GrantsPage page={page} register={loaded.register} people={people} asked={{ search, body }} />);
}

/** Somebody who has a record. */
interface KnownPerson {
  readonly person: Granted;
  readonly stored: StoredRecord;
}

function personOf(subject: string, stored: StoredRecord): Granted {
  const record = readableGrants(stored);
  return { subject, name: record?.name ?? null, grants: record?.grants ?? [] };
}

async function knownPerson(text: string | undefined, { grants }: WebDependencies): Promise<KnownPerson | null> {
  const subject = text === undefined || text.trim() === "" ? null : subjectIn(text);
  const stored = subject === null ? null : await grants.read(subject);
  return stored && subject !== null ? { stored, person: personOf(subject, stored) } : null;
}

const valuesOf = (person: Granted | undefined) =>
  person ? { subject: person.subject, name: person.name ?? "", held: person.grants } : {};

interface Shown {
  readonly known: KnownPerson | null;
  readonly form: FormState;
  readonly status: 200 | 409 | 422;
}

async function show(
  context: Context,
  path: FormPath,
  { page, loaded }: Opened,
  { known, form, status }: Shown,
  deps: WebDependencies,
): Promise<Response> {
  const version = String(known?.stored.version ?? 0);
  // A form that was refused keeps its name: nothing was recorded under it.
  const request = status === 422 ? typedAt(form, "request") : deps.identifiers.token();
  const shared = { page, register: loaded.register, form, hidden: { request, version } };
  if (path === "/grants/revoke" && known) return context.html(<RevokePage {...shared} person={known.person} />, status);
  const ports = { records: deps.grants, audit: deps.audit };
  const subject = known?.person.subject;
  const entries = subject === undefined ? [] : (await readHistory(subject, grantsName(subject), ports)).entries;
  const done = context.req.query("done") !== undefined;
  return context.html(
    <PersonPage {...shared} person={known?.person ?? null} history={entries.toReversed()} done={done} />,
    status,
  );
}

async function save(context: Context, path: FormPath, opened: OpenedToAct, deps: WebDependencies): Promise<Response> {
  const { page, loaded, actor } = opened;
  const typed = await readForm(context);
  const form = path === "/grants/revoke" ? { ...typed, values: new Map([...typed.values, ["held", []]]) } : typed;
  const texts = grantTexts(page.locale);
  const known = await knownPerson(typedAt(form, "subject"), deps);
  const refuse = (issues: readonly FieldIssue[], status: 409 | 422) =>
    show(context, path, opened, { known, form: withIssues(form, issues), status }, deps);
  const read = grantsIn(form, loaded.register, texts);
  if ("issues" in read) return refuse(read.issues, 422);
  const request = requestOf(form, deps.identifiers);
  const version = Number(/^\d{1,9}$/.exec(typedAt(form, "version"))?.[0] ?? 0);
  const ports = { records: deps.grants, audit: deps.audit, hash: deps.hash, clock: deps.clock };
  const outcome = await editGrants({ ...read.edit, request, version }, actor, loaded.register, ports);
  if (outcome.kind === "recorded") return context.redirect(`${personPath(read.edit.subject)}&done=saved`, 303);
  if (outcome.kind === "conflict") return refuse([{ name: "", message: formTexts(page.locale).changed }], 409);
  if (outcome.kind === "forbidden") return refuse([{ name: "", message: formTexts(page.locale).forbidden }], 422);
  return refuse([issueOf(outcome, texts)], 422);
}
