import { createHash, createPublicKey, verify } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import type { SubjectPublicKeyInfo } from "@peculiar/asn1-x509";
import type { SignatureAlgorithmName } from "../../core/evidence/signature.ts";
import { curve256, curve512 } from "./gost-curves.ts";
import { fitsGost } from "./gost-signature.ts";
import { streebog } from "./streebog.ts";

/** How a signature is made: what is hashed how, and whether a signature fits. */
export interface SignatureAlgorithm {
  /** As it is shown to people. */
  readonly name: SignatureAlgorithmName;
  readonly hash: (bytes: Uint8Array) => Uint8Array;
  readonly fits: (key: SubjectPublicKeyInfo, signed: Uint8Array, signature: Uint8Array) => boolean;
}

/** Object identifiers of one algorithm, as a signature names them: its hash, its own names, its key's and its curve's. */
export interface Identified {
  readonly hash: string;
  /** A signature names itself by the whole algorithm or by that of its key. */
  readonly signature: readonly string[];
  readonly key: string;
  readonly curve?: string;
  readonly algorithm: SignatureAlgorithm;
}

/** Shorter RSA keys can be broken. */
const SHORTEST_RSA = 2048;
const RSA_KEY = "1.2.840.113549.1.1.1";

const rsa = (digest: "sha256" | "sha384" | "sha512", name: SignatureAlgorithm["name"]): SignatureAlgorithm => ({
  name,
  hash: (bytes) => createHash(digest).update(bytes).digest(),
  fits: (key, signed, signature) => {
    const known = createPublicKey({ key: Buffer.from(AsnConvert.serialize(key)), format: "der", type: "spki" });
    const isLong = (known.asymmetricKeyDetails?.modulusLength ?? 0) >= SHORTEST_RSA;
    return isLong && verify(digest, signed, known, signature);
  },
});

/** GOST R 34.10-2015, as Kazakhstan calls the standard of 2012, with the curve of its length. */
export const gost = (bits: 256 | 512, name: SignatureAlgorithm["name"]): SignatureAlgorithm => ({
  name,
  hash: (bytes) => streebog(bytes, bits),
  fits: (key, signed, signature) => {
    const point = AsnConvert.parse(key.subjectPublicKey, OctetString);
    const curve = bits === 256 ? curve256 : curve512;
    return fitsGost(curve, new Uint8Array(point.buffer), streebog(signed, bits), signature);
  },
});

/** What NCALayer signs with: the algorithms of Kazakhstan's certification authority; weaker ones of the past are not read. */
export const algorithmsRead: readonly Identified[] = [
  {
    ...{ hash: "2.16.840.1.101.3.4.2.1", signature: ["1.2.840.113549.1.1.11", RSA_KEY], key: RSA_KEY },
    algorithm: rsa("sha256", "RSA, SHA-256"),
  },
  {
    ...{ hash: "2.16.840.1.101.3.4.2.2", signature: ["1.2.840.113549.1.1.12", RSA_KEY], key: RSA_KEY },
    algorithm: rsa("sha384", "RSA, SHA-384"),
  },
  {
    ...{ hash: "2.16.840.1.101.3.4.2.3", signature: ["1.2.840.113549.1.1.13", RSA_KEY], key: RSA_KEY },
    algorithm: rsa("sha512", "RSA, SHA-512"),
  },
  {
    ...{ hash: "1.2.398.3.10.1.3.2", signature: ["1.2.398.3.10.1.1.2.3.1", "1.2.398.3.10.1.1.2.1"] },
    ...{ key: "1.2.398.3.10.1.1.2.1", curve: "1.2.398.3.10.1.1.2.1.1" },
    algorithm: gost(256, "GOST R 34.10-2015, 256"),
  },
  {
    ...{ hash: "1.2.398.3.10.1.3.3", signature: ["1.2.398.3.10.1.1.2.3.2", "1.2.398.3.10.1.1.2.2"] },
    ...{ key: "1.2.398.3.10.1.1.2.2", curve: "1.2.398.3.10.1.1.2.2.1" },
    algorithm: gost(512, "GOST R 34.10-2015, 512"),
  },
];

/** The algorithm that hash, signature and key name together; undefined when they do not belong together or are not read. */
export function algorithmOf(
  named: { readonly hash: string; readonly signature: string; readonly key: SubjectPublicKeyInfo },
  read: readonly Identified[],
): SignatureAlgorithm | undefined {
  const { algorithm, parameters } = named.key.algorithm;
  return read.find(
    (one) =>
      one.hash === named.hash &&
      one.signature.includes(named.signature) &&
      one.key === algorithm &&
      (one.curve === undefined || (parameters != null && namesCurve(new Uint8Array(parameters), one.curve))),
  )?.algorithm;
}

/** Whether the parameters of a key, a sequence, begin with this object identifier. */
function namesCurve(parameters: Uint8Array, curve: string): boolean {
  const [head = "", ...rest] = curve.split(".");
  const bytes = [40 * Number(head) + Number(rest[0]), ...rest.slice(1).flatMap((arc) => base128(Number(arc)))];
  const expected = [0x06, bytes.length, ...bytes];
  return parameters[0] === 0x30 && expected.every((byte, index) => parameters[2 + index] === byte);
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}
