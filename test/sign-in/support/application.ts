import { Hono } from "hono";
import { instant } from "../../../core/calendar/zone.ts";
import type { GrantStore } from "../../../core/ports.ts";
import { seedGrants } from "../../../core/use-cases/records/grants.ts";
import { createApp } from "../../../functions/web/app.ts";
import type { SignInSettings } from "../../../functions/web/sign-in/settings.ts";
import { createSignIn, type SignIn } from "../../../functions/web/sign-in/sign-in.ts";
import { demoGrants } from "../../../local/identity/demo-users.ts";
import { type Identity, startIdentity } from "../../../local/identity.ts";
import { listen } from "../../../local/ses/listen.ts";
import { memoryGrants } from "../../support/memory/grants.ts";
import { memorySessions } from "../../support/memory/sessions.ts";
import { createSite } from "../../web/support/site.ts";
import type { Browser, Visit } from "./browser.ts";

/** The pages with sign-in and the embedded issuer, both on real ports of this machine. */
export interface Application {
  readonly url: string;
  readonly identity: Identity;
  readonly signIn: SignIn;
  readonly settings: SignInSettings;
  readonly sessions: ReturnType<typeof memorySessions>;
  readonly grants: GrantStore;
  readonly errors: readonly Error[];
  /** Moves the application's machine clock. */
  pass(seconds: number): void;
  close(): Promise<void>;
}

export async function startApplication(): Promise<Application> {
  const outer = new Hono();
  const listener = await listen(outer, 0);
  const identity = await startIdentity({ appUrl: listener.url });
  const [sessions, grants, site] = [memorySessions(), memoryGrants(), await createSite(null)];
  await seedGrants(
    demoGrants.filter(({ subject }) => subject !== "user:demo-viewer"),
    grants,
  );
  let passed = 0;
  const clock = { machineNow: () => instant(Date.now() + passed) };
  const settings = settingsOf(identity, listener.url);
  const signIn = createSignIn(settings, { sessions, grants, clock });
  const app = createApp({ ...site.deps, signIn });
  outer.all("*", (context) => app.fetch(context.req.raw));
  return {
    ...{ url: listener.url, identity, signIn, settings, sessions, grants, errors: site.errors },
    pass: (seconds) => {
      passed += seconds * 1000;
    },
    close: async () => {
      await listener.close();
      await identity.close();
    },
  };
}

function settingsOf({ environment }: Identity, appUrl: string): SignInSettings {
  const value = (name: string): string => {
    const found = environment[name];
    if (found === undefined) throw new Error(`${name} is missing.`);
    return found;
  };
  return {
    ...{ appUrl, issuer: value("OIDC_ISSUER"), clientId: value("OIDC_CLIENT_ID") },
    ...{ clientSecret: value("OIDC_CLIENT_SECRET"), sessionSecret: value("SESSION_SECRET") },
    ...{ audience: value("OIDC_AUDIENCE"), machines: [] },
  };
}

/** Goes to a page, chooses a demo user where the issuer asks, and comes back. */
export async function signInAs(browser: Browser, url: string, user: string): Promise<Visit> {
  const question = await browser.go(url);
  return browser.post(question.url, { user });
}
