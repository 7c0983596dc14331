import {
  GetAccountSendingEnabledCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  type SESClient,
} from "@aws-sdk/client-ses";
import type { Settings } from "../settings.ts";

/** What a look at the account found: a problem stops the deployment, advice does not. */
export interface Remark {
  readonly kind: "problem" | "advice" | "fine";
  readonly text: string;
}

/** Letters a day that SES gives an account in the sandbox. */
const SANDBOX = 200;

/**
 * Looks whether a stage can be deployed and can send: credentials, region, the sender's identity, quota. Asks SES only,
 * since a deployment that cannot send letters is of no use; every sentence says what to do.
 */
export async function preflight(settings: Settings, client: SESClient, bodies = 252): Promise<readonly Remark[]> {
  try {
    const quota = await client.send(new GetSendQuotaCommand({}));
    return [
      { kind: "fine", text: `The credentials work in ${settings.region}.` },
      ...(await sendingRemarks(client)),
      ...(await identityRemarks(settings, client)),
      ...quotaRemarks(quota.Max24HourSend ?? 0, quota.MaxSendRate ?? 0, bodies),
    ];
  } catch (error) {
    return [{ kind: "problem", text: sentenceFor(error, settings.region) }];
  }
}

async function sendingRemarks(client: SESClient): Promise<readonly Remark[]> {
  const { Enabled = false } = await client.send(new GetAccountSendingEnabledCommand({}));
  if (Enabled) return [];
  const text = "AWS has paused sending for this account: see the SES console, its page of reputation says why.";
  return [{ kind: "problem", text }];
}

async function identityRemarks({ mailIdentity }: Settings, client: SESClient): Promise<readonly Remark[]> {
  const { VerificationAttributes = {} } = await client.send(
    new GetIdentityVerificationAttributesCommand({ Identities: [mailIdentity] }),
  );
  const status = VerificationAttributes[mailIdentity]?.VerificationStatus;
  if (status === "Success") return [{ kind: "fine", text: `SES has verified ${mailIdentity}.` }];
  if (status === undefined) {
    const text = `SES does not know ${mailIdentity} yet: the deployment adds it. ${howToVerify(mailIdentity)}`;
    return [{ kind: "advice", text }];
  }
  return [
    { kind: "advice", text: `SES has not verified ${mailIdentity} yet (${status}). ${howToVerify(mailIdentity)}` },
  ];
}

const howToVerify = (identity: string): string =>
  identity.includes("@")
    ? "SES then writes to this address: open the link in that message."
    : "Then enter the three DKIM records that the deployment shows into the domain's DNS.";

/** A bad day is a letter for everybody: each body's own, and those of the bodies above it. */
export function quotaRemarks(perDay: number, perSecond: number, bodies: number): readonly Remark[] {
  // SES says -1 where there is no limit.
  if (perDay < 0) return [{ kind: "fine", text: "SES sets no limit to the letters of a day." }];
  const wanted = 2 * bodies;
  const allowed = `SES allows ${perDay} letters a day, ${perSecond} a second`;
  if (perDay <= SANDBOX) {
    const text = `${allowed}: the account is in the sandbox and reaches verified addresses only. Ask for production access in the SES console.`;
    return [{ kind: "advice", text }];
  }
  if (perDay < wanted) {
    const text = `${allowed}, fewer than the ${wanted} of a bad day with ${bodies} bodies. Ask for a higher quota in the SES console.`;
    return [{ kind: "advice", text }];
  }
  return [{ kind: "fine", text: `${allowed}.` }];
}

const REJECTED = new Set([
  "InvalidClientTokenId",
  "SignatureDoesNotMatch",
  "UnrecognizedClientException",
  "AuthFailure",
]);
const EXPIRED = new Set(["ExpiredToken", "ExpiredTokenException", "RequestExpired"]);
const DENIED = new Set(["AccessDenied", "AccessDeniedException"]);
const UNREACHABLE = new Set(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT"]);

/** What an error of the SDK means for the person who wants to deploy. */
export function sentenceFor(error: unknown, region: string): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === "CredentialsProviderError") {
    return "There are no AWS credentials: sign in (aws sso login) or set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
  }
  if (REJECTED.has(name)) return "AWS does not know these credentials: look at AWS_PROFILE or AWS_ACCESS_KEY_ID.";
  if (EXPIRED.has(name)) return "The AWS credentials have expired: sign in again.";
  if (DENIED.has(name))
    return `These credentials may not look into SES: deploy with an administrator's role. AWS says: ${message}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (UNREACHABLE.has(code)) {
    return `SES does not answer in ${region}: look at the network, and whether ESEP_REGION is a region with SES.`;
  }
  return `AWS answered with an error that is not expected here: ${name}: ${message}`;
}
