import Provider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider";
import { CALLBACK_PATH, SIGNED_OUT_PATH } from "../../functions/web/sign-in/settings.ts";
import { createAdapters } from "./adapter.ts";
import { DEMO_MACHINE, demoUsers } from "./demo-users.ts";
import { messagePage, signOutPage } from "./pages.tsx";
import type { Secrets } from "./secrets.ts";

export const WEB_CLIENT = "esep-web";
/** Names the API in machines' tokens. */
export const API_AUDIENCE = "urn:esep:api";

const HOUR = 60 * 60;

/** An OpenID Connect issuer with the demo's users: the same protocol as in production, and no passwords. */
export function createProvider(issuer: string, appUrl: string, secrets: Secrets): Provider {
  return new Provider(issuer, {
    adapter: createAdapters(Date.now),
    clients: clients(appUrl, secrets),
    jwks: { keys: [secrets.key] },
    cookies: { keys: [secrets.cookieSecret] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name"] },
    // The name in the ID token, as Cognito has it: sign-in asks for nothing more.
    conformIdTokenClaims: false,
    findAccount: (_, id) => {
      const user = demoUsers.find((known) => known.id === id);
      return user && { accountId: id, claims: () => ({ sub: id, name: user.name }) };
    },
    loadExistingGrant: grantEverything,
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    extraTokenClaims: () => ({ token_use: "access" }),
    clientBasedCORS: () => false,
    renderError: (context, { error }) => {
      context.type = "html";
      context.body = messagePage("This did not work", `Go back and try again (${error}).`);
    },
    ttl: {
      AccessToken: HOUR,
      ClientCredentials: HOUR,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 8 * HOUR,
      Grant: 8 * HOUR,
    },
    features: features(),
  });
}

const clients = (appUrl: string, secrets: Secrets): NonNullable<Configuration["clients"]> => [
  {
    client_id: WEB_CLIENT,
    client_secret: secrets.webSecret,
    token_endpoint_auth_method: "client_secret_post",
    redirect_uris: [appUrl + CALLBACK_PATH],
    post_logout_redirect_uris: [appUrl + SIGNED_OUT_PATH],
  },
  {
    client_id: DEMO_MACHINE,
    client_secret: secrets.machineSecret,
    token_endpoint_auth_method: "client_secret_post",
    grant_types: ["client_credentials"],
    redirect_uris: [],
    response_types: [],
  },
];

function features(): NonNullable<Configuration["features"]> {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      // Only machines get tokens that say anything; those of the pages are thrown away.
      defaultResource: (_, client) => (client?.clientId === DEMO_MACHINE ? API_AUDIENCE : []),
      getResourceServerInfo: () => ({
        scope: "",
        audience: API_AUDIENCE,
        accessTokenFormat: "jwt",
        accessTokenTTL: HOUR,
      }),
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = signOutPage(form);
      },
      postLogoutSuccessSource: (context) => {
        context.body = messagePage("You are signed out", "You can close this page.");
      },
    },
  };
}

/** Esep is the issuer's own application: nobody is asked whether it may know a name. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known === undefined ? undefined : await provider.Grant.find(known);
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid profile");
  await grant.save();
  return grant;
}
