import { Hono } from "hono";
import { compress } from "hono/compress";
import { createApi } from "./api/app.ts";
import { createBodyPages } from "./body/routes.tsx";
import type { WebDependencies } from "./dependencies.ts";
import { FailedPage, MissingPage } from "./errors.tsx";
import { rememberLocale } from "./language.ts";
import { createLetterPages } from "./letters/routes.tsx";
import { createOverviewPages } from "./overview/routes.tsx";
import { pageOf } from "./page.ts";
import { createPaperPages } from "./paper/routes.tsx";
import { createSchedulePages } from "./schedule/routes.tsx";
import { secured } from "./security.ts";
import { callerOf } from "./sign-in/caller.ts";
import { welcomeGuests } from "./sign-in/guest.ts";
import { requireOwnOrigin, requireSession } from "./sign-in/require-session.tsx";
import { createSignInPages } from "./sign-in/routes.tsx";
import { createAssets } from "./stylesheet.ts";
import { createSweepPages } from "./sweeps/routes.tsx";

export type { WebDependencies } from "./dependencies.ts";

/** All pages. What everyone may see comes first; the watch is for those who have signed in. */
export function createApp(deps: WebDependencies): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(secured);
  app.use(async (context, next) => {
    rememberLocale(context);
    context.header("vary", "Cookie, Accept-Language");
    await next();
  });
  app.route("/", createAssets());
  if (deps.signIn) {
    app.use(requireOwnOrigin(deps, deps.signIn), deps.signIn.identify);
    app.route("/", createSignInPages(deps, deps.signIn));
  }
  if (deps.api) app.route("/api", createApi({ ...deps.api, callerOf }));
  app.route("/", createSchedulePages(deps));
  app.route("/", createWatch(deps));
  app.notFound((context) => context.html(<MissingPage page={pageOf(context, deps)} />, 404));
  app.onError((error, context) => {
    const reference = deps.identifiers.token();
    deps.onError?.(error, reference);
    return context.html(<FailedPage page={pageOf(context, deps)} reference={reference} />, 500);
  });
  return app;
}

/** The pages of those who watch and of those who are watched. */
function createWatch(deps: WebDependencies): Hono {
  const app = new Hono();
  if (deps.signIn && deps.guests) app.use(welcomeGuests(deps.register));
  if (deps.signIn) app.use(requireSession(deps, deps.signIn));
  app.route("/", createOverviewPages(deps));
  app.route("/", createBodyPages(deps));
  app.route("/", createLetterPages(deps));
  app.route("/", createSweepPages(deps));
  app.route("/", createPaperPages(deps));
  return app;
}
