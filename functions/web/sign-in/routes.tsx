import { type Context, Hono } from "hono";
import type { WebDependencies } from "../dependencies.ts";
import { pageOf } from "../page.ts";
import { SignInRefused } from "./issuer.ts";
import { localPath } from "./local-path.ts";
import { FailedSignInPage, LeavingPage, SignedOutPage, UnreachableIssuerPage } from "./pages.tsx";
import { CALLBACK_PATH, SIGNED_OUT_PATH } from "./settings.ts";
import type { SignIn } from "./sign-in.ts";

/** The way in and the way out. */
export function createSignInPages(deps: WebDependencies, signIn: SignIn): Hono {
  const app = new Hono();
  app.get("/sign-in", (context) => begin(context, deps, signIn));
  app.get(CALLBACK_PATH, (context) => finish(context, deps, signIn));
  app.post("/sign-out", (context) => leave(context, deps, signIn));
  app.get(SIGNED_OUT_PATH, (context) =>
    context.html(<SignedOutPage page={pageOf(context, deps)} appUrl={signIn.appUrl} />),
  );
  return app;
}

async function begin(context: Context, deps: WebDependencies, signIn: SignIn): Promise<Response> {
  const returnTo = localPath(context.req.query("return"));
  try {
    const { url, ticket } = await signIn.issuer.begin(returnTo);
    signIn.sessions.putTicket(context, await signIn.seal.seal(ticket, signIn.clock.machineNow()));
    return context.redirect(url.href, 303);
  } catch (error) {
    return unreachable(context, deps, signIn, error, returnTo);
  }
}

async function finish(context: Context, deps: WebDependencies, signIn: SignIn): Promise<Response> {
  const { sessions, seal, issuer, clock, appUrl } = signIn;
  const sealed = sessions.takeTicket(context);
  const ticket = sealed === undefined ? null : await seal.open(sealed, clock.machineNow());
  const failed = () =>
    context.html(<FailedSignInPage page={pageOf(context, deps)} appUrl={appUrl} returnTo={ticket?.returnTo} />, 400);
  if (!ticket) return failed();
  try {
    const identity = await issuer.finish(new URL(context.req.url).search, ticket);
    await sessions.start(context, identity, clock.machineNow());
    return context.redirect(ticket.returnTo, 303);
  } catch (error) {
    if (error instanceof SignInRefused) return failed();
    return unreachable(context, deps, signIn, error, ticket.returnTo);
  }
}

/** Ends the session here, then at the issuer. No redirect: the pages' policy keeps forms from leading elsewhere. */
async function leave(context: Context, deps: WebDependencies, { sessions, issuer }: SignIn): Promise<Response> {
  await sessions.end(context);
  context.set("caller", null);
  const onward = await issuer.signOutUrl().catch(() => null);
  if (onward === null) return context.redirect(SIGNED_OUT_PATH, 303);
  context.header("refresh", `0; url=${onward.href}`);
  return context.html(<LeavingPage page={pageOf(context, deps)} onward={onward.href} />);
}

function unreachable(
  context: Context,
  deps: WebDependencies,
  { appUrl }: SignIn,
  error: unknown,
  returnTo: string,
): Response | Promise<Response> {
  const reference = deps.identifiers.token();
  deps.onError?.(error instanceof Error ? error : new Error(String(error)), reference);
  const page = <UnreachableIssuerPage page={pageOf(context, deps)} {...{ appUrl, returnTo, reference }} />;
  return context.html(page, 502);
}
