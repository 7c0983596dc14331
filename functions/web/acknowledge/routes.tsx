import { type Context, Hono } from "hono";
import { readHistory } from "../../../core/audit/append.ts";
import type { AuditedOutcome } from "../../../core/audit/record-audited.ts";
import type { LetterEntry } from "../../../core/escalation/ledger.ts";
import type { Caller } from "../../../core/register/grant.ts";
import type { Register } from "../../../core/register/register.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import {
  type Answer,
  acknowledge,
  acknowledgementName,
  answersIn,
} from "../../../core/use-cases/letters/acknowledge.ts";
import type { WebDependencies } from "../dependencies.ts";
import { hindranceTexts } from "../forms/texts.ts";
import { type FieldIssue, type FormState, freshForm, readForm, typedAt, withIssues } from "../forms/values.ts";
import { LETTER_PATH, openLetter } from "../letters/open-letter.ts";
import { pageOf } from "../page.ts";
import { withQuery } from "../paths.ts";
import { callerOf } from "../sign-in/caller.ts";
import { isGuest } from "../sign-in/guest.ts";
import { AnswerPage, type AnswerView } from "./page.tsx";
import { answerPath } from "./path.ts";
import { answerTexts } from "./texts.ts";
import { KINDS, mayAnswer, readAnswer } from "./view.ts";

type Api = NonNullable<WebDependencies["api"]>;

/** A letter that somebody may read, and who they are. */
interface Asked {
  readonly entry: LetterEntry;
  readonly loaded: LoadedRegister;
  readonly caller: Caller | null;
}

const PATH = `${LETTER_PATH}/answer`;

/** Answers to letters: opening the page changes nothing, sending a form does. */
export function createAnswerPages(deps: WebDependencies, api: Api): Hono {
  const app = new Hono();
  app.get(PATH, async (context) => {
    const asked = await askedFor(context, deps);
    return asked === null ? context.notFound() : show(context, asked, freshForm(), 200, deps, api);
  });
  app.post(PATH, async (context) => {
    const asked = await askedFor(context, deps);
    if (asked === null) return context.notFound();
    const { entry, loaded, caller } = asked;
    if (caller === null || !mayAnswer(entry, caller, loaded.register))
      return show(context, asked, freshForm(), 403, deps, api);
    const form = await readForm(context);
    const { locale } = pageOf(context, deps);
    const read = readAnswer(form, answerTexts(locale));
    if (read === null) return show(context, asked, freshForm(), 422, deps, api);
    if ("issues" in read) return show(context, asked, withIssues(form, read.issues), 422, deps, api);
    const outcome = await keep(read.answer, typedAt(form, "request"), { entry, loaded, caller }, deps, api);
    if (outcome.kind === "recorded")
      return context.redirect(withQuery(answerPath(entry), { done: read.answer.kind }), 303);
    const hindrance: FieldIssue = { name: "", message: hindranceTexts(locale)[outcome.kind] };
    return show(context, asked, withIssues(form, [hindrance]), 409, deps, api);
  });
  return app;
}

async function askedFor(context: Context, deps: WebDependencies): Promise<Asked | null> {
  const opened = await openLetter(context, deps);
  return opened && { ...opened, caller: callerOf(context) };
}

function keep(
  answer: Answer,
  request: string,
  { entry, loaded, caller }: Asked & { readonly caller: Caller },
  { clock, identifiers }: WebDependencies,
  api: Api,
): Promise<AuditedOutcome> {
  const { scope, year, recipientKey, n } = entry;
  return acknowledge(
    {
      ...{ letter: { scope, year, recipientKey, n }, answer, zone: loaded.register.ministry.zone },
      actor: { id: caller.id, name: caller.name },
      ...{ request: request || identifiers.token(), isRepeatable: request !== "" },
    },
    { records: api.acknowledgements, audit: api.audit, hash: api.hash, clock },
  );
}

function whyClosed(entry: LetterEntry, caller: Caller | null, register: Register): AnswerView["closed"] {
  if (caller === null || isGuest(caller)) return "guest";
  return mayAnswer(entry, caller, register) ? null : "forbidden";
}

async function show(
  context: Context,
  { entry, loaded: { register }, caller }: Asked,
  form: FormState,
  status: 200 | 403 | 409 | 422,
  deps: WebDependencies,
  { acknowledgements, audit }: Api,
) {
  const page = pageOf(context, deps);
  const { entries } = await readHistory(entry, acknowledgementName(entry), { records: acknowledgements, audit });
  const view = {
    ...{ entry, register, form, closed: whyClosed(entry, caller, register) },
    ...{ answers: answersIn(entries), request: deps.identifiers.token() },
    done: KINDS.find((kind) => kind === page.url.searchParams.get("done")),
  };
  return context.html(<AnswerPage page={page} view={view} />, status);
}
