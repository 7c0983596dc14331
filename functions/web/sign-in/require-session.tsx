import type { Context, MiddlewareHandler } from "hono";
import { Problem, problemAnswer } from "../api/problem.ts";
import type { WebDependencies } from "../dependencies.ts";
import { pageOf } from "../page.ts";
import { signInPath } from "../paths.ts";
import { callerOf } from "./caller.ts";
import { localPath } from "./local-path.ts";
import { checkOrigin } from "./origin.ts";
import { FailedSignInPage, NoGrantsPage, RefusedPage } from "./pages.tsx";
import type { SignIn } from "./sign-in.ts";

/** Lets only people with some grant pass; strangers are led to sign in and back. */
export function requireSession(deps: WebDependencies, { appUrl }: SignIn): MiddlewareHandler {
  return async (context, next) => {
    const caller = callerOf(context);
    if (!caller) return stranger(context, deps, appUrl);
    if (caller.grants.length === 0)
      return context.html(<NoGrantsPage page={pageOf(context, deps)} caller={caller} />, 403);
    return next();
  };
}

function stranger(context: Context, deps: WebDependencies, appUrl: string): Response | Promise<Response> {
  const { pathname, search } = new URL(context.req.url);
  const mayReturn = context.req.method === "GET" && context.req.header("authorization") === undefined;
  if (mayReturn) return context.redirect(signInPath(localPath(pathname + search)), 303);
  return context.html(<FailedSignInPage page={pageOf(context, deps)} appUrl={appUrl} />, 401);
}

/** Refuses what a page of another site made a browser send, in the language of pages or of the API. */
export const requireOwnOrigin = (deps: WebDependencies, { appUrl }: SignIn): MiddlewareHandler =>
  checkOrigin(appUrl, (context) => {
    if (context.req.path.startsWith("/api/")) return problemAnswer(new Problem("forbidden", { detail: FOREIGN }));
    return context.html(<RefusedPage page={pageOf(context, deps)} />, 403);
  });

const FOREIGN = "A browser may send this from a page of this application only; machines send a bearer token.";
