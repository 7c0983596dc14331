import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportJWK, generateKeyPair } from "jose";
import * as z from "zod";
import { DamagedStore } from "../engines/damage.ts";

const Secret = z.string().min(32);

/** What the embedded issuer must not forget between starts: its signing key, and secrets. */
const Secrets = z.strictObject({
  /** A private RSA key as JWK. */
  key: z.looseObject({ kty: z.literal("RSA"), kid: z.string(), n: z.string(), d: z.string() }),
  webSecret: Secret,
  machineSecret: Secret,
  cookieSecret: Secret,
  sessionSecret: Secret,
});
export type Secrets = z.output<typeof Secrets>;

const secret = (): string => randomBytes(32).toString("base64url");

async function generate(): Promise<Secrets> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString("hex"), alg: "RS256", use: "sig" };
  return Secrets.parse({
    key,
    webSecret: secret(),
    machineSecret: secret(),
    cookieSecret: secret(),
    sessionSecret: secret(),
  });
}

/** Secrets made at the first start and kept in the data directory, readable by its owner only; new ones without it. */
export async function keptSecrets(directory: string | undefined): Promise<Secrets> {
  if (directory === undefined) return generate();
  const file = join(directory, "identity.json");
  if (existsSync(file)) return readSecrets(file);
  const made = await generate();
  mkdirSync(directory, { recursive: true });
  // Whole or not at all: what a full disk or a crash leaves of it would be damage at the next start.
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

function readSecrets(file: string): Secrets {
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // Not the cause: it would quote what is left of the secrets.
    throw new DamagedStore("identity.json is not what was written");
  }
}
