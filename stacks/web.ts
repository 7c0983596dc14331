import { createHmac } from "node:crypto";
import type { Settings } from "./settings.ts";

/** Where the pages and the API are. */
export interface Pages {
  readonly api: sst.aws.ApiGatewayV2;
  /** Without a slash at its end. */
  readonly url: $util.Output<string>;
}

/** What one stage takes before it refuses: far above what some hundred people need, far below what costs money. */
const throttling = { throttlingRateLimit: 50, throttlingBurstLimit: 100 };

/** The HTTP API: its access log is kept for three months; the pages are of one origin, so no other one is allowed. */
export function createPages({ domain, certificate }: Settings): Pages {
  const dns = certificate === undefined ? {} : ({ dns: false, cert: certificate } as const);
  const api = new sst.aws.ApiGatewayV2("Pages", {
    cors: false,
    accessLog: { retention: "3 months" },
    ...(domain !== undefined && { domain: { name: domain, ...dns } }),
    transform: { stage: { defaultRouteSettings: throttling } },
  });
  return { api, url: api.url.apply((url) => url.replace(/\/$/, "")) };
}

/** The pool of users, and what the pages are told of it. */
export interface SignIn {
  readonly pool: sst.aws.CognitoUserPool;
  readonly issuer: $util.Output<string>;
  readonly environment: Readonly<Record<string, $util.Output<string>>>;
}

/**
 * Who may sign in: administrators create every user, nobody signs up by themselves. The pool says only who somebody is; what
 * they may do is in the register.
 */
export function createSignIn({ url }: Pages): SignIn {
  const { accountId } = aws.getCallerIdentityOutput();
  const pool = new sst.aws.CognitoUserPool("Users", {
    usernames: ["email"],
    mfa: "optional",
    softwareToken: true,
    domain: { prefix: $interpolate`${$app.name}-${$app.stage}-${accountId}` },
    transform: {
      userPool: {
        adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
        passwordPolicy: {
          minimumLength: 12,
          requireLowercase: false,
          requireUppercase: false,
          requireNumbers: false,
          requireSymbols: false,
          temporaryPasswordValidityDays: 7,
        },
        deletionProtection: $app.removal === "retain" ? "ACTIVE" : "INACTIVE",
      },
    },
  });
  const client = pool.addClient("Web", {
    callbackUrls: [$interpolate`${url}/sign-in/callback`],
    transform: {
      client: {
        generateSecret: true,
        allowedOauthFlows: ["code"],
        allowedOauthScopes: ["openid", "profile", "email"],
        logoutUrls: [$interpolate`${url}/signed-out`],
        preventUserExistenceErrors: "ENABLED",
      },
    },
  });
  const { region } = aws.getRegionOutput();
  const issuer = $interpolate`https://cognito-idp.${region}.amazonaws.com/${pool.id}`;
  return { pool, issuer, environment: environmentOf(issuer, client) };
}

/** SST does not export the class. */
type WebClient = ReturnType<sst.aws.CognitoUserPool["addClient"]>;

/** What the pages know of the pool. The secret that seals sign-ins is made of the client's, so nobody has to invent one. */
const environmentOf = (issuer: $util.Output<string>, { id, secret }: WebClient) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: id,
  OIDC_CLIENT_SECRET: secret,
  SESSION_SECRET: secret.apply((key) => createHmac("sha256", key).update("session").digest("base64url")),
});
