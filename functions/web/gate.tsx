import type { Context } from "hono";
import { type Action, type Caller, mayDo } from "../../core/register/grant.ts";
import type { LoadedRegister } from "../../core/use-cases/assess/assess.ts";
import type { WebDependencies } from "./dependencies.ts";
import { NoRegisterPage } from "./errors.tsx";
import { formTexts } from "./forms/texts.ts";
import { Layout } from "./layout.tsx";
import { type Page, pageOf } from "./page.ts";
import { signInPath } from "./paths.ts";
import { callerOf } from "./sign-in/caller.ts";
import { loadAll } from "./view.ts";

/** What a page of administration begins with. */
export interface Opened {
  readonly page: Page;
  readonly loaded: LoadedRegister;
  /** Who may act here; null for everybody else. */
  readonly actor: Caller | null;
}

/** What is opened for those who may act only. */
export type OpenedToAct = Opened & { readonly actor: Caller };

/**
 * Opens a page about what belongs to no body for those who may see it, which is by default who may act there; everybody
 * else gets the answer that says so. Where nobody can sign in, as in a demo without an issuer, it may be looked at and
 * nothing can be done.
 */
export async function openFor(
  action: Action,
  context: Context,
  deps: WebDependencies,
  see: Action = action,
): Promise<Opened | Response> {
  const page = pageOf(context, deps);
  const loaded = await loadAll(deps);
  if (!loaded) return context.html(<NoRegisterPage page={page} />);
  const caller = deps.signIn ? callerOf(context) : null;
  const may = (one: Action): boolean => caller !== null && mayDo(one, caller, null, loaded.register);
  const isReading = context.req.method === "GET";
  if (may(see) || (!deps.signIn && isReading)) return { page, loaded, actor: may(action) ? caller : null };
  if (page.caller === null && isReading) return context.redirect(signInPath(page.url), 303);
  return context.html(<ForbiddenPage page={page} />, 403);
}

/** The same for what changes something: only for who may act. */
export async function openToAct(
  action: Action,
  context: Context,
  deps: WebDependencies,
): Promise<OpenedToAct | Response> {
  const opened = await openFor(action, context, deps);
  if (opened instanceof Response) return opened;
  const { actor, page } = opened;
  return actor ? { ...opened, actor } : context.html(<ForbiddenPage page={page} />, 403);
}

/** Whoever may not. */
const ForbiddenPage = ({ page }: { page: Page }) => (
  <Layout page={page} title={formTexts(page.locale).forbidden}>
    <h1>{formTexts(page.locale).forbidden}</h1>
    <p>
      <a href="/">{page.texts.frame.back}</a>
    </p>
  </Layout>
);
