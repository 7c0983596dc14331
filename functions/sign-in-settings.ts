import type { Environment } from "./env.ts";
import type { SignInSettings } from "./web/sign-in/settings.ts";

/** How people sign in; nobody can in a demo without an issuer. Throws when pages would be open to everybody otherwise. */
export function signInSettings(environment: Environment): SignInSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, SESSION_SECRET: sessionSecret } = environment;
  if (issuer === undefined && environment.DEMO === "yes") return undefined;
  if (issuer === undefined || clientId === undefined || sessionSecret === undefined) {
    throw new Error("Sign-in is not configured: give OIDC_ISSUER, OIDC_CLIENT_ID and SESSION_SECRET.");
  }
  return {
    ...{ issuer, clientId, sessionSecret },
    clientSecret: environment.OIDC_CLIENT_SECRET,
    audience: environment.OIDC_AUDIENCE,
    appUrl: environment.APP_URL,
    machines: (environment.OIDC_MACHINES ?? "").split(",").filter((name) => name !== ""),
  };
}
