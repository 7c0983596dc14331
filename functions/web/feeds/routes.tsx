import { type Context, Hono } from "hono";
import type { Body } from "../../../core/register/body.ts";
import { type Caller, mayDo } from "../../../core/register/grant.ts";
import type { LoadedRegister } from "../../../core/use-cases/assess/assess.ts";
import { openFeed, readFeed, revokeFeed } from "../../../core/use-cases/reports/feeds.ts";
import { codeIn } from "../body-choice.ts";
import type { WebDependencies } from "../dependencies.ts";
import { NoRegisterPage } from "../errors.tsx";
import { type FormState, freshForm, readForm, requestOf, typedAt, withIssues } from "../forms/values.ts";
import { pageOf } from "../page.ts";
import { signInPath } from "../paths.ts";
import { callerOf } from "../sign-in/caller.ts";
import { isGuest } from "../sign-in/guest.ts";
import { loadAll } from "../view.ts";
import { FeedsPage } from "./page.tsx";
import { feedTexts } from "./texts.ts";

/** One's own calendars: for whoever has signed in, of what they may read. */
export function createFeedPages(deps: WebDependencies): Hono {
  const app = new Hono();
  if (!deps.signIn) return app;
  app.get("/feeds", (context) => open(context, deps, async (asked) => show(context, asked, freshForm(), deps)));
  app.post("/feeds", (context) => open(context, deps, (asked) => make(context, asked, deps)));
  app.post("/feeds/revoke", (context) => open(context, deps, (asked) => revoke(context, asked, deps)));
  return app;
}

interface Asked {
  readonly caller: Caller;
  readonly loaded: LoadedRegister;
  readonly readable: readonly Body[];
}

async function open(
  context: Context,
  deps: WebDependencies,
  go: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  const caller = callerOf(context);
  if (!caller || isGuest(caller)) return context.redirect(signInPath("/feeds"), 303);
  const loaded = await loadAll(deps);
  if (!loaded) return context.html(<NoRegisterPage page={pageOf(context, deps)} />);
  const { register } = loaded;
  return go({ caller, loaded, readable: register.bodies.filter((body) => mayDo("read", caller, body, register)) });
}

async function show(
  context: Context,
  { caller, loaded: { register }, readable }: Asked,
  form: FormState,
  deps: WebDependencies,
  address?: string,
): Promise<Response> {
  const all = (await deps.feeds.all()).map(({ key, stored }) => ({ key, feed: readFeed(stored) }));
  const feeds = all.flatMap(({ key, feed }) => (feed?.by.id === caller.id ? [{ key, feed }] : []));
  const page = pageOf(context, deps);
  const request = deps.identifiers.token();
  const isRevoked = context.req.query("done") === "revoked";
  const shown = { page, register, readable, feeds, form, secret: newSecret(deps), request, address, isRevoked };
  return context.html(<FeedsPage {...shown} />, form.issues.length > 0 ? 422 : 200);
}

/** What a form makes its address of: sent again, it makes the same one, so that two clicks open one calendar. */
const newSecret = ({ identifiers }: WebDependencies): string => `${identifiers.token()}${identifiers.token()}`;

const portsOf = ({ feeds, audit, hash, clock }: WebDependencies) => ({ records: feeds, audit, hash, clock });

async function make(context: Context, asked: Asked, deps: WebDependencies): Promise<Response> {
  const form = await readForm(context);
  const { locale, url } = pageOf(context, deps);
  const body = asked.readable.find(({ id }) => id === codeIn(typedAt(form, "body")));
  if (!body) {
    return show(context, asked, withIssues(form, [{ name: "body", message: feedTexts(locale).unknown }]), deps);
  }
  const { id, name } = asked.caller;
  const token = deps.hash(JSON.stringify([id, body.id, typedAt(form, "secret") || newSecret(deps)]));
  const key = deps.hash(token);
  // The history keeps what a change was requested by, so that must not lead back to the address.
  const named = { key, actor: { id, name }, zone: body.zone, request: key };
  const outcome = await openFeed({ ...named, body: body.id }, portsOf(deps));
  // A form that arrives again after its calendar was closed.
  if (outcome.kind === "exists") return context.redirect("/feeds", 303);
  if (outcome.kind !== "recorded") throw new Error(`A new feed could not be opened: ${outcome.kind}.`);
  const origin = deps.signIn?.appUrl ?? url.origin;
  return show(context, asked, freshForm(), deps, `${origin}/feeds/${token}.ics`);
}

async function revoke(context: Context, { caller, loaded }: Asked, deps: WebDependencies): Promise<Response> {
  const form = await readForm(context);
  const key = typedAt(form, "key");
  const feed = readFeed(await deps.feeds.read(key));
  if (feed?.by.id !== caller.id) return context.notFound();
  const { id, name } = caller;
  const { zone } = loaded.register.ministry;
  const request = requestOf(form, deps.identifiers);
  await revokeFeed({ key, actor: { id, name }, zone, request }, portsOf(deps));
  return context.redirect("/feeds?done=revoked", 303);
}
