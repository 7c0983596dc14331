import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import * as z from "zod";
import type { Instant } from "../../../core/calendar/zone.ts";
import { Subject } from "../../../core/register/grant-record.ts";
import type { Issuer } from "./issuer.ts";
import type { SignInSettings } from "./settings.ts";

/** Asymmetric only: with HS256 everybody who knows the public key could sign, with none everybody. */
const ALGORITHMS = ["RS256", "ES256"];
/** How far the issuer's clock may be from ours, in seconds. */
const CLOCK_TOLERANCE = 5;

/** What an access token of the client credentials grant says; `sub`, if there is one, is the client itself. */
const MachineClaims = z
  .looseObject({
    client_id: z.string(),
    sub: z.string().optional(),
    token_use: z.literal("access"),
    aud: z.union([z.string(), z.array(z.string())]).optional(),
  })
  .refine(({ client_id, sub }) => sub === undefined || sub === client_id, "is a person's token");

/** Checks bearer tokens of machines. */
export interface Machines {
  /** `client:CLIENT_ID`, or null for a token that is not for us, not now or not from the issuer. */
  verify(token: string, now: Instant): Promise<string | null>;
}

/** `issuerOf` is asked once a token comes; its keys are read again when they change. */
export function createMachines(settings: SignInSettings, issuerOf: Pick<Issuer, "metadata">): Machines {
  let keys: JWTVerifyGetKey | undefined;
  return {
    verify: async (token, now) => {
      const { issuer, jwks_uri } = await issuerOf.metadata();
      if (jwks_uri === undefined) return null;
      keys ??= createRemoteJWKSet(new URL(jwks_uri));
      const payload = await verified(token, keys, issuer, now);
      const claims = MachineClaims.safeParse(payload);
      if (!claims.success || !isForUs(claims.data, settings)) return null;
      return Subject.safeParse(`client:${claims.data.client_id}`).data ?? null;
    },
  };
}

async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  issuer: string,
  now: Instant,
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      algorithms: ALGORITHMS,
      requiredClaims: ["exp"],
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: new Date(now),
    });
    return payload;
  } catch (error) {
    if (isTokensFault(error)) return null;
    throw error;
  }
}

const TOKENS_FAULTS = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

/** Anything else is the issuer's fault or ours: its keys cannot be read. */
const isTokensFault = (error: unknown): boolean => TOKENS_FAULTS.some((Fault) => error instanceof Fault);

/** By audience; where the issuer gives none, by client. */
function isForUs({ aud, client_id }: z.output<typeof MachineClaims>, settings: SignInSettings): boolean {
  if (aud === undefined) return settings.machines.includes(client_id);
  return settings.audience !== undefined && [aud].flat().includes(settings.audience);
}
