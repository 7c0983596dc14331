import { Hono } from "hono";
import { compress } from "hono/compress";
import { createAppealPages } from "./appeals/routes.tsx";
import { createBodyPages } from "./body/routes.tsx";
import type { WebDependencies } from "./dependencies.ts";
import { FailedPage, MissingPage } from "./errors.tsx";
import { type CreatePages, type PageGroup, pageGroups } from "./groups.ts";
import { rememberLocale } from "./language.ts";
import { createMePages } from "./me/routes.tsx";
import { createOnPaperPages } from "./on-paper/routes.tsx";
import { createAcknowledgementPages } from "./overview/acknowledgement-routes.tsx";
import { createOverviewPages } from "./overview/routes.tsx";
import { pageOf } from "./page.ts";
import { createSchedulePages } from "./schedule/routes.tsx";
import { limited, secured } from "./security.ts";
import { welcomeGuests } from "./sign-in/guest.ts";
import { requireOwnOrigin, requireSession } from "./sign-in/require-session.tsx";
import { createSignInPages } from "./sign-in/routes.tsx";
import { createAssets } from "./stylesheet.ts";
import { createSweepPages } from "./sweeps/routes.tsx";

/**
 * The application with some groups of pages. What everyone may see comes first; the watch is for those who have signed in.
 */
export function createFrame(deps: WebDependencies, loaded: ReadonlyMap<PageGroup, CreatePages>): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(secured);
  app.use(limited);
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
  for (const create of pagesOf(loaded, true)) app.route("/", create(deps));
  app.route("/", createSchedulePages(deps));
  app.route("/", createWatch(deps, pagesOf(loaded, false)));
  app.notFound((context) => context.html(<MissingPage page={pageOf(context, deps)} />, 404));
  app.onError((error, context) => {
    const reference = deps.identifiers.token();
    deps.onError?.(error, reference);
    return context.html(<FailedPage page={pageOf(context, deps)} reference={reference} />, 500);
  });
  return app;
}

/** The groups that judge by themselves who may do what, or the others, in the order of the routes. */
const pagesOf = (loaded: ReadonlyMap<PageGroup, CreatePages>, areOpen: boolean): readonly CreatePages[] =>
  pageGroups.filter(({ isOpen }) => (isOpen === true) === areOpen).flatMap((group) => loaded.get(group) ?? []);

/** The pages of those who watch and of those who are watched. */
function createWatch(deps: WebDependencies, more: readonly CreatePages[]): Hono {
  const app = new Hono();
  if (deps.signIn && deps.guests) app.use(welcomeGuests(deps.register));
  if (deps.signIn) app.use(requireSession(deps, deps.signIn));
  const own = [createOverviewPages, createAcknowledgementPages, createBodyPages, createAppealPages];
  for (const create of [...own, createSweepPages, createOnPaperPages, createMePages, ...more])
    app.route("/", create(deps));
  return app;
}
