import * as client from "openid-client";
import { Subject } from "../../../core/register/grant-record.ts";
import { CALLBACK_PATH, type SignInSettings } from "./settings.ts";
import { signOutUrl } from "./sign-out-url.ts";
import type { Ticket } from "./ticket.ts";

/** Who has signed in, as the issuer says; no token of it is kept. */
export interface Identity {
  readonly subject: string;
  readonly name: string;
}

/** The issuer's answer does not belong to the sign-in that was begun here, or says no. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
}

/** The OpenID Connect issuer, found when it is first needed. */
export interface Issuer {
  /** Where a browser goes to sign in, and what it must bring back. */
  begin(returnTo: string): Promise<{ readonly url: URL; readonly ticket: Ticket }>;
  /** Throws {@link SignInRefused}; any other error means that the issuer could not be asked. */
  finish(search: string, ticket: Ticket): Promise<Identity>;
  /** Where a browser ends its session at the issuer; null where that has no such page. */
  signOutUrl(): Promise<URL | null>;
  metadata(): Promise<client.ServerMetadata>;
}

const TIMEOUT_SECONDS = 10;

export function createIssuer(settings: SignInSettings): Issuer {
  const configuration = onceFound(() => discover(settings));
  const redirectUri = settings.appUrl + CALLBACK_PATH;
  return {
    begin: async (returnTo) => {
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: "openid profile",
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { url, ticket: { state, nonce, verifier, returnTo } };
    },
    finish: async (search, ticket) => {
      // Our own address, not the one that the request claims to have come by.
      const answer = new URL(search, redirectUri);
      return identityOf(await redeem(await configuration(), answer, ticket));
    },
    signOutUrl: async () => signOutUrl((await configuration()).serverMetadata(), settings),
    metadata: async () => (await configuration()).serverMetadata(),
  };
}

/** Once found it stays; a failure is forgotten, so that the next request tries again. */
function onceFound<Found>(find: () => Promise<Found>): () => Promise<Found> {
  let found: Promise<Found> | undefined;
  return () => {
    found ??= find().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

function discover({ issuer, clientId, clientSecret }: SignInSettings): Promise<client.Configuration> {
  const address = new URL(issuer);
  const isHere = address.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(address.hostname);
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret);
  // The ID token's signature too is checked, not only the connection that brought it.
  const execute = [client.enableNonRepudiationChecks, ...(isHere ? [client.allowInsecureRequests] : [])];
  return client.discovery(address, clientId, clientSecret, authentication, { execute, timeout: TIMEOUT_SECONDS });
}

/** What openid-client says of an answer with a wrong state, of a token for somebody else, too old or badly signed. */
const UNFIT: readonly (string | undefined)[] = [
  "OAUTH_INVALID_RESPONSE",
  "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
  "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
];

/** Whether an error means "not this sign-in"; others mean that the issuer is out of reach or out of order. */
const isRefusal = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError ||
  (error instanceof client.ResponseBodyError && error.error === "invalid_grant") ||
  (error instanceof client.ClientError && UNFIT.includes(error.code));

async function redeem(configuration: client.Configuration, answer: URL, ticket: Ticket): Promise<client.IDToken> {
  try {
    const tokens = await client.authorizationCodeGrant(configuration, answer, {
      pkceCodeVerifier: ticket.verifier,
      expectedState: ticket.state,
      expectedNonce: ticket.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims) return claims;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new SignInRefused("the issuer's answer does not fit", { cause: error });
  }
  throw new SignInRefused("the issuer names nobody");
}

function identityOf(claims: client.IDToken): Identity {
  const subject = Subject.safeParse(`user:${claims.sub}`);
  if (!subject.success) throw new SignInRefused("the issuer's subject is too long or has odd characters");
  const names = [claims["name"], claims["preferred_username"], claims["cognito:username"], claims.sub];
  const name = names.find((text): text is string => typeof text === "string" && text.trim() !== "") ?? claims.sub;
  return { subject: subject.data, name: name.trim().slice(0, 200) };
}
