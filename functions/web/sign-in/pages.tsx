import type { Child } from "hono/jsx";
import type { Caller } from "../../../core/register/grant.ts";
import { Layout } from "../layout.tsx";
import type { Page } from "../page.ts";
import { signInPath } from "../paths.ts";
import { SignOut } from "./account.tsx";
import { signInTexts } from "./texts.ts";

const Notice = ({ page, title, children }: { page: Page; title: string; children: Child }) => (
  <Layout page={page} title={title}>
    <h1>{title}</h1>
    {children}
  </Layout>
);

/** The way in; absolute, so that a page reached by another name of this host leads to the right one. */
const Again = ({ page, appUrl, returnTo }: { page: Page; appUrl: string; returnTo?: string | undefined }) => (
  <p>
    <a href={appUrl + signInPath(returnTo)}>{signInTexts(page.locale).again}</a>
  </p>
);

interface WayIn {
  readonly page: Page;
  readonly appUrl: string;
  readonly returnTo?: string | undefined;
}

/** The browser brought back something that does not fit. */
export const FailedSignInPage = ({ page, ...way }: WayIn) => (
  <Notice page={page} title={signInTexts(page.locale).failedTitle}>
    <p>{signInTexts(page.locale).failed}</p>
    <Again page={page} {...way} />
  </Notice>
);

/** The issuer could not be asked. */
export const UnreachableIssuerPage = ({ page, reference, ...way }: WayIn & { reference: string }) => (
  <Notice page={page} title={signInTexts(page.locale).unreachableTitle}>
    <p>{signInTexts(page.locale).unreachable}</p>
    <p>{page.texts.errors.reference(reference)}</p>
    <Again page={page} {...way} />
  </Notice>
);

/** Somebody whom no administrator has granted anything yet. */
export const NoGrantsPage = ({ page, caller }: { page: Page; caller: Caller }) => (
  <Notice page={page} title={signInTexts(page.locale).noGrantsTitle}>
    <p>{signInTexts(page.locale).noGrants}</p>
    <p>
      <code>{caller.id}</code>
    </p>
    <SignOut page={page} />
  </Notice>
);

/** A request from elsewhere that would have changed something. */
export const RefusedPage = ({ page }: { page: Page }) => (
  <Notice page={page} title={signInTexts(page.locale).refusedTitle}>
    <p>{signInTexts(page.locale).refused}</p>
  </Notice>
);

/** Signed out here; the browser goes on by itself to the issuer, and without that the link does. */
export const LeavingPage = ({ page, onward }: { page: Page; onward: string }) => (
  <Notice page={page} title={signInTexts(page.locale).leavingTitle}>
    <p>
      <a href={onward}>{signInTexts(page.locale).leaving}</a>
    </p>
  </Notice>
);

export const SignedOutPage = ({ page, appUrl }: WayIn) => (
  <Notice page={page} title={signInTexts(page.locale).signedOutTitle}>
    <p>{signInTexts(page.locale).signedOut}</p>
    <p>
      <a href="/schedule">{signInTexts(page.locale).schedule}</a>
    </p>
    <Again page={page} appUrl={appUrl} />
  </Notice>
);
