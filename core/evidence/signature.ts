import * as z from "zod";
import { AuditActor, HashText } from "../audit/entry.ts";
import { InstantNumber } from "../calendar/zone.ts";

/** What is shown of the certificate behind a signature. The holder's IIN, which such certificates carry, is left out. */
export const SignerCertificate = z.strictObject({
  holder: z.string(),
  issuer: z.string(),
  /** Hexadecimal. */
  serial: z.string(),
  notBefore: InstantNumber,
  notAfter: InstantNumber,
  /** Of the whole certificate. */
  sha256: HashText,
});
export type SignerCertificate = z.output<typeof SignerCertificate>;

export const SignatureAlgorithmName = z.enum([
  ...(["RSA, SHA-256", "RSA, SHA-384", "RSA, SHA-512"] as const),
  ...(["GOST R 34.10-2015, 256", "GOST R 34.10-2015, 512"] as const),
]);
export type SignatureAlgorithmName = z.output<typeof SignatureAlgorithmName>;

/**
 * An electronic signature over an evidence file: the CMS as it came, and what was proved of it, that it fits the file and
 * the certificate's key. Who issued the certificate and whether it was revoked was not checked.
 */
export const ElectronicSignature = z.strictObject({
  id: z.string(),
  /** CMS (RFC 5652) in DER, in base64. */
  cms: z.string(),
  algorithm: SignatureAlgorithmName,
  certificate: SignerCertificate,
  by: AuditActor,
  at: InstantNumber,
});
export type ElectronicSignature = z.output<typeof ElectronicSignature>;

/** Why a signature is not taken. */
export type SignatureFault =
  /** No CMS signature in DER, or larger than one can be. */
  | "not-a-signature"
  /** None or several signatures in one file. */
  | "not-one-signer"
  /** The signer's certificate is not in the file. */
  | "no-certificate"
  /** An algorithm that is not used by the certification authority, or one that is too weak. */
  | "unknown-algorithm"
  | "not-for-signing"
  | "not-yet-valid"
  | "expired"
  /** Made for another document or another version of it. */
  | "other-document"
  /** Changed after signing, or made with another key. */
  | "does-not-fit";

export type SignatureCheck =
  | ({ readonly kind: "fits" } & Pick<ElectronicSignature, "algorithm" | "certificate">)
  | { readonly kind: "refused"; readonly fault: SignatureFault };

/** Checks a CMS signature, in base64, over a document at a moment; the core has no cryptography of its own. */
export type CheckSignature = (cms: string, document: Uint8Array, at: z.output<typeof InstantNumber>) => SignatureCheck;
