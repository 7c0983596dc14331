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

/**
 * Who may sign in: administrators create every user, nobody signs up by themselves. The pool says only who somebody is; what
 * they may do is in the register.
 */
export function createSignIn({ url }: Pages) {
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
  return { pool, client, issuer: $interpolate`https://cognito-idp.${region}.amazonaws.com/${pool.id}` };
}
