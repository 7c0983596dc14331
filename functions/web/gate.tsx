import type { Context } from "hono";
import type { LoadedRegister } from "../../core/assess.ts";
import { type Action, type Caller, mayDo } from "../../core/register/grant.ts";
import type { WebDependencies } from "./dependencies.ts";
import { NoRegisterPage } from "./errors.tsx";
import { formTexts } from "./forms/texts.ts";
import { Layout } from "./layout.tsx";
import { type Page, pageOf } from "./page.ts";
import { withQuery } from "./paths.ts";
import { callerOf } from "./sign-in/caller.ts";
import { loadAll } from "./view.ts";

/** What a page of administration begins with. */
export interface Opened {
  readonly page: Page;
  readonly loaded: LoadedRegister;
  /** Who acts; null where nobody can sign in, and then nothing can be changed. */
  readonly caller: Caller | null;
}

/**
 * Opens a page for those who may do something that belongs to no body; everybody else gets the answer that says so. Where
 * nobody can sign in, as in a demo without an issuer, it may be looked at and nothing can be done.
 */
export async function openFor(action: Action, context: Context, deps: WebDependencies): Promise<Opened | Response> {
  const page = pageOf(context, deps);
  const loaded = await loadAll(deps);
  if (!loaded) return context.html(<NoRegisterPage page={page} />);
  const caller = deps.signIn ? callerOf(context) : null;
  const isReading = context.req.method === "GET";
  if (!deps.signIn && isReading) return { page, loaded, caller };
  if (caller && mayDo(action, caller, null, loaded.register)) return { page, loaded, caller };
  if (page.caller === null && isReading) return context.redirect(signInPath(page), 303);
  return context.html(<ForbiddenPage page={page} />, 403);
}

const signInPath = ({ url }: Page): string => withQuery("/sign-in", { return: url.pathname + url.search });

/** Whoever may not. */
export const ForbiddenPage = ({ page }: { page: Page }) => (
  <Layout page={page} title={formTexts(page.locale).forbidden}>
    <h1>{formTexts(page.locale).forbidden}</h1>
    <p>
      <a href="/">{page.texts.frame.back}</a>
    </p>
  </Layout>
);
