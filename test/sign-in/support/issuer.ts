import { Hono } from "hono";
import { type CryptoKey, exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWK } from "jose";
import { listen } from "../../../local/ses/listen.ts";

/** An issuer that publishes keys and metadata, and signs nothing by itself. */
export interface TestIssuer {
  readonly url: string;
  readonly rsa: CryptoKey;
  readonly ec: CryptoKey;
  /** As everybody can read it. */
  readonly publicRsa: CryptoKey;
  /** A key that is not published. */
  readonly other: CryptoKey;
  close(): Promise<void>;
}

/** `more` is merged into the metadata; undefined leaves out. */
export async function startIssuer(more: Readonly<Record<string, unknown>> = {}, port = 0): Promise<TestIssuer> {
  const [rsa, ec, other] = await Promise.all([pair("RS256"), pair("ES256"), pair("RS256")]);
  const app = new Hono();
  const { url, close } = await listen(app, port);
  const metadata = {
    ...{ issuer: url, jwks_uri: `${url}/jwks`, authorization_endpoint: `${url}/oauth2/authorize` },
    ...{ token_endpoint: `${url}/oauth2/token`, response_types_supported: ["code"] },
    ...more,
  };
  const keys: JWK[] = [
    // Without `alg`, as Azure has it: which algorithms are taken is for the reader to decide.
    { ...(await exportJWK(rsa.publicKey)), kid: "rsa", use: "sig" },
    { ...(await exportJWK(ec.publicKey)), kid: "ec", use: "sig" },
  ];
  app.get("/.well-known/openid-configuration", (context) => context.json(metadata));
  app.get("/jwks", (context) => context.json({ keys }));
  return { url, rsa: rsa.privateKey, ec: ec.privateKey, publicRsa: rsa.publicKey, other: other.privateKey, close };
}

const pair = (algorithm: string): Promise<GenerateKeyPairResult> => generateKeyPair(algorithm, { extractable: true });
