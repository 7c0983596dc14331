import { SIGNED_OUT_PATH, type SignInSettings } from "./settings.ts";

/** What an issuer publishes of itself, as far as signing out needs it. */
interface Endpoints {
  readonly authorization_endpoint?: string | undefined;
  readonly end_session_endpoint?: string | undefined;
}

const COGNITO = /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/;

/**
 * Where a browser ends its session at the issuer, by RP-initiated logout; Cognito has a form of its own, with other
 * parameters, beside its sign-in page. Null for an issuer that has no such page.
 */
export function signOutUrl(
  { authorization_endpoint: authorize, end_session_endpoint: end }: Endpoints,
  { issuer, clientId, appUrl }: Pick<SignInSettings, "issuer" | "clientId" | "appUrl">,
): URL | null {
  const isCognito = COGNITO.test(new URL(issuer).hostname);
  const page = isCognito && authorize !== undefined ? new URL("/logout", authorize).href : end;
  if (page === undefined) return null;
  const url = new URL(page);
  url.searchParams.set("client_id", clientId);
  url.searchParams.set(isCognito ? "logout_uri" : "post_logout_redirect_uri", appUrl + SIGNED_OUT_PATH);
  return url;
}
