import type { Context, Hono } from "hono";
import type { FieldChange } from "../../../core/audit/entry.ts";
import { type Day, parseDay } from "../../../core/calendar/day.ts";
import { Prose } from "../../../core/dossier/commands/input.ts";
import type { Applied } from "../../../core/order608/policy-versions.ts";
import type { Action } from "../../../core/register/grant.ts";
import type { ApplyOutcome, ApplyTerms } from "../../../core/use-cases/policy-changes/policy-apply.ts";
import type { SettingIssue } from "../../../core/use-cases/policy-changes/policy-change.ts";
import type { Outlook } from "../../../core/use-cases/policy-changes/policy-outlook.ts";
import type { WebDependencies } from "../dependencies.ts";
import { hindranceTexts } from "../forms/texts.ts";
import {
  type FieldIssue,
  type FormState,
  freshForm,
  readForm,
  requestOf,
  typedAt,
  withIssues,
} from "../forms/values.ts";
import { type Opened, type OpenedToAct, openToAct } from "../gate.tsx";
import type { Section } from "../navigation.ts";
import type { Page } from "../page.ts";
import { PreviewPage } from "./preview.tsx";
import { settingsTexts } from "./texts/texts.ts";

/** What a form asks for, or what is wrong with it. */
export type Asked<Wish> = { readonly wish: Wish } | { readonly issues: readonly FieldIssue[] };

/** What is special of the pages of one setting. */
export interface SettingPages<Wish> {
  readonly path: string;
  readonly action: Action;
  readonly section: Section;
  /** What a form of the setting's own pages asks for. */
  readonly asked: (form: FormState, opened: Opened) => Promise<Asked<Wish>>;
  /** The wish as it travels through the preview, and back; undefined for what is none. */
  readonly written: (wish: Wish) => string;
  readonly read: (text: string) => Wish | undefined;
  readonly lookAhead: (wish: Wish, from: Day, opened: Opened) => Promise<Outlook>;
  readonly apply: (wish: Wish, terms: ApplyTerms, opened: Opened) => Promise<ApplyOutcome>;
  readonly versions: () => Promise<readonly Applied[]>;
  readonly word: (change: FieldChange, page: Page) => string;
  /** The field that an issue of the core belongs to; an empty name for the form as a whole. */
  readonly fieldOf: (path: string, form: FormState) => string;
  /** The page that the form stands on, with what was typed and what is wrong. */
  readonly again: (context: Context, opened: Opened, form: FormState) => Promise<Response>;
}

/** Looking ahead and applying: the two steps that policy and calendar share. */
export function addChangeRoutes<Wish>(app: Hono, deps: WebDependencies, pages: SettingPages<Wish>): void {
  const { path, action } = pages;
  app.post(`${path}/preview`, async (context) => {
    const opened = await openToAct(action, context, deps);
    return opened instanceof Response ? opened : showPreview(context, onPage(opened, path), deps, pages);
  });
  app.post(`${path}/apply`, async (context) => {
    const opened = await openToAct(action, context, deps);
    return opened instanceof Response ? opened : applyChange(context, onPage(opened, path), deps, pages);
  });
}

/** What is posted has no address of its own to be read at: its languages lead to the page of the setting. */
const onPage = <Some extends Opened>(opened: Some, path: string): Some => ({
  ...opened,
  page: { ...opened.page, url: new URL(path, opened.page.url) },
});

async function showPreview<Wish>(
  context: Context,
  opened: Opened,
  deps: WebDependencies,
  pages: SettingPages<Wish>,
): Promise<Response> {
  const form = await readForm(context);
  const asked = await pages.asked(form, opened);
  const from = fromOf(form, opened);
  const issues = [...("issues" in asked ? asked.issues : []), ...(from === undefined ? [badDay(opened)] : [])];
  if ("issues" in asked || from === undefined) return pages.again(context, opened, withIssues(form, issues));
  const outlook = await pages.lookAhead(asked.wish, from, opened);
  if (outlook.kind === "refused") return pages.again(context, opened, refusedForm(form, outlook.issues, opened, pages));
  if (outlook.changes.length === 0) return pages.again(context, opened, withIssues(form, [same(opened)]));
  return preview(context, opened, deps, pages, { wish: asked.wish, outlook, form: freshForm() });
}

interface Shown<Wish> {
  readonly wish: Wish;
  readonly outlook: Extract<Outlook, { kind: "outlook" }>;
  readonly form: FormState;
  readonly isConflict?: boolean;
}

async function preview<Wish>(
  context: Context,
  { page, loaded }: Opened,
  { identifiers }: WebDependencies,
  { path, section, written, versions, word }: SettingPages<Wish>,
  { wish, outlook, form, isConflict = false }: Shown<Wish>,
): Promise<Response> {
  const all = await versions();
  const view = {
    ...{ outlook, register: loaded.register, section, applyAt: `${path}/apply`, backTo: path },
    since: isConflict ? all.slice(Number(typedAt(form, "version"))) : [],
    later: all.filter(({ from }) => from > outlook.from),
    hidden: { change: written(wish), version: String(all.length), request: identifiers.token() },
  };
  const status = isConflict ? 409 : form.issues.length > 0 ? 422 : 200;
  const wordIt = (change: FieldChange) => word(change, page);
  return context.html(<PreviewPage page={page} form={form} view={view} word={wordIt} />, status);
}

async function applyChange<Wish>(
  context: Context,
  opened: OpenedToAct,
  deps: WebDependencies,
  pages: SettingPages<Wish>,
): Promise<Response> {
  const form = await readForm(context);
  const [wish, from] = [pages.read(typedAt(form, "change")), fromOf(form, opened)];
  if (wish === undefined || from === undefined) return pages.again(context, opened, withIssues(form, [badDay(opened)]));
  const { change } = settingsTexts(opened.page.locale);
  const reason = typedAt(form, "reason");
  if (!Prose.safeParse(reason.trim()).success) {
    const message = reason.trim() === "" ? change.rules.blank : change.reasonHelp;
    return showAgain(context, opened, deps, pages, wish, from, withIssues(form, [{ name: "reason", message }]));
  }
  const { id, name } = opened.actor;
  const terms = {
    ...{ from, reason, by: { id, name }, request: requestOf(form, deps.identifiers), isRepeatable: true },
    seen: Number(typedAt(form, "version")),
  };
  const outcome = await pages.apply(wish, terms, opened);
  switch (outcome.kind) {
    case "applied":
      return context.redirect(`${pages.path}?done=applied`, 303);
    case "refused":
      return showAgain(context, opened, deps, pages, wish, from, refusedForm(form, outcome.issues, opened, pages));
    case "nothing-to-change":
      return pages.again(context, opened, withIssues(form, [same(opened)]));
    case "other-request": {
      const message = hindranceTexts(opened.page.locale)[outcome.kind];
      return showAgain(context, opened, deps, pages, wish, from, withIssues(form, [{ name: "", message }]));
    }
    default:
      return showAgain(context, opened, deps, pages, wish, from, form, true);
  }
}

/** The preview anew, over what is in force now; the page itself where nothing can be shown. */
async function showAgain<Wish>(
  context: Context,
  opened: Opened,
  deps: WebDependencies,
  pages: SettingPages<Wish>,
  wish: Wish,
  from: Day,
  form: FormState,
  isConflict = false,
): Promise<Response> {
  const outlook = await pages.lookAhead(wish, from, opened);
  if (outlook.kind === "refused") return pages.again(context, opened, refusedForm(form, outlook.issues, opened, pages));
  const { issues } = form;
  if (outlook.changes.length === 0) return pages.again(context, opened, withIssues(form, [...issues, same(opened)]));
  return preview(context, opened, deps, pages, { wish, outlook, form, isConflict });
}

/** The day that was typed; today when the form has no such field. */
function fromOf(form: FormState, { page }: Opened): Day | undefined {
  return form.values.has("from") ? parseDay(typedAt(form, "from").trim()) : page.clock.day;
}

const badDay = ({ page }: Opened): FieldIssue => ({
  name: "from",
  message: settingsTexts(page.locale).change.badDay,
});

const same = ({ page }: Opened): FieldIssue => ({ name: "", message: settingsTexts(page.locale).change.same });

function refusedForm<Wish>(
  form: FormState,
  issues: readonly SettingIssue[],
  { page }: Opened,
  { fieldOf }: SettingPages<Wish>,
): FormState {
  const { rules } = settingsTexts(page.locale).change;
  return withIssues(
    form,
    issues.map(({ path, rule }) => {
      const name = path === "from" || path === "reason" ? path : fieldOf(path, form);
      return { name, message: name === "" && path !== "" ? `${path}: ${rules[rule]}` : rules[rule] };
    }),
  );
}
