import { type Attribute, ContentInfo, id_signedData, SignedData, type SignerInfo } from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import type { Certificate } from "@peculiar/asn1-x509";
import { SubjectKeyIdentifier } from "@peculiar/asn1-x509";
import type { Instant } from "../../core/calendar/zone.ts";
import type { SignatureCheck, SignatureFault, SignerCertificate } from "../../core/evidence/signature.ts";
import { algorithmOf, algorithmsRead, type Identified, type SignatureAlgorithm } from "./algorithms.ts";
import { describe, isForSigning } from "./certificate.ts";

/** With certificates and a time stamp a signature has a few kilobytes. */
const LARGEST = 256 * 1024;

const refused = (fault: SignatureFault): SignatureCheck => ({ kind: "refused", fault });

/**
 * Checks a CMS signature (RFC 5652) in DER over a document at a moment (an instant, in milliseconds). The file may hold
 * the document, which must then be this one, byte for byte.
 */
export function checkSignature(
  cms: Uint8Array,
  document: Uint8Array,
  at: Instant,
  read: readonly Identified[] = algorithmsRead,
): SignatureCheck {
  if (cms.length > LARGEST) return refused("not-a-signature");
  try {
    const info = AsnConvert.parse(cms, ContentInfo);
    if (info.contentType !== id_signedData) return refused("not-a-signature");
    return checkSigned(AsnConvert.parse(info.content, SignedData), { document, at, read });
  } catch {
    // The parser throws for whatever is no such structure, in many words of its own.
    return refused("not-a-signature");
  }
}

interface Asked {
  readonly document: Uint8Array;
  readonly at: Instant;
  readonly read: readonly Identified[];
}

function checkSigned({ signerInfos, certificates, encapContentInfo }: SignedData, asked: Asked): SignatureCheck {
  const { document, at } = asked;
  const [signer, another] = signerInfos;
  if (!signer || another) return refused("not-one-signer");
  const certificate = (certificates ?? []).flatMap((one) => one.certificate ?? []).find((one) => isOf(one, signer));
  if (!certificate) return refused("no-certificate");
  const held = encapContentInfo.eContent?.single?.buffer;
  if (held && !Buffer.from(held).equals(document)) return refused("other-document");
  const described = describe(certificate);
  if (at < described.notBefore) return refused("not-yet-valid");
  if (at > described.notAfter) return refused("expired");
  if (!isForSigning(certificate)) return refused("not-for-signing");
  return checkKey(signer, certificate, asked, described);
}

/** Whether a signature says that it was made with this certificate. */
function isOf({ tbsCertificate: { serialNumber, issuer, extensions } }: Certificate, { sid }: SignerInfo): boolean {
  if (sid.issuerAndSerialNumber) {
    const { serialNumber: serial, issuer: by } = sid.issuerAndSerialNumber;
    return same(serialNumber, serial) && same(AsnConvert.serialize(issuer), AsnConvert.serialize(by));
  }
  const identifier = extensions?.find(({ extnID }) => extnID === "2.5.29.14");
  if (!identifier || !sid.subjectKeyIdentifier) return false;
  return same(
    AsnConvert.parse(identifier.extnValue.buffer, SubjectKeyIdentifier).buffer,
    sid.subjectKeyIdentifier.buffer,
  );
}

const same = (a: ArrayBuffer, b: ArrayBuffer): boolean => Buffer.from(a).equals(Buffer.from(b));

function checkKey(
  signer: SignerInfo,
  { tbsCertificate: { subjectPublicKeyInfo: key } }: Certificate,
  { document, read }: Asked,
  certificate: SignerCertificate,
): SignatureCheck {
  const named = { hash: signer.digestAlgorithm.algorithm, signature: signer.signatureAlgorithm.algorithm, key };
  const algorithm = algorithmOf(named, read);
  if (!algorithm) return refused("unknown-algorithm");
  const signed = signedBytes(signer, algorithm, document);
  if (!signed) return refused("other-document");
  const signature = new Uint8Array(signer.signature.buffer);
  if (!algorithm.fits(key, signed, signature)) return refused("does-not-fit");
  return { kind: "fits", algorithm: algorithm.name, certificate };
}

const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";

/** The bytes that were signed: the attributes, when they tell of this document, else the document itself. */
function signedBytes(
  { signedAttrs }: SignerInfo,
  { hash }: SignatureAlgorithm,
  document: Uint8Array,
): Uint8Array | null {
  if (!signedAttrs) return document;
  const digest = only(signedAttrs, MESSAGE_DIGEST);
  const type = only(signedAttrs, CONTENT_TYPE);
  if (!digest || !type) return null;
  const said = new Uint8Array(AsnConvert.parse(digest, OctetString).buffer);
  if (!Buffer.from(said).equals(hash(document)) || !namesData(type)) return null;
  return setOf(signedAttrs);
}

/** What is signed of attributes: the SET that they are in DER, not with the tag of their place (RFC 5652, 5.4). */
export function setOf(attributes: readonly Attribute[]): Uint8Array {
  const bytes = Buffer.concat(attributes.map((attribute) => Buffer.from(AsnConvert.serialize(attribute))));
  const { length } = bytes;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.from([0x31, ...head]), bytes]);
}

/** The one value of an attribute; nothing when it stands twice or has several. */
function only(attributes: readonly Attribute[], type: string): ArrayBuffer | undefined {
  const found = attributes.filter(({ attrType }) => attrType === type).flatMap(({ attrValues }) => attrValues);
  return found.length === 1 ? found[0] : undefined;
}

const namesData = (value: ArrayBuffer): boolean => Buffer.from(value).equals(DATA);

/** The object identifier `id-data` in DER. */
const DATA = Buffer.from("06092a864886f70d010701", "hex");
