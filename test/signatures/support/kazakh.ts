import { ContentInfo, id_signedData, SignedData } from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { setOf } from "../../../functions/signatures/cms.ts";
import { curve256, curve512, type GostCurve } from "../../../functions/signatures/gost-curves.ts";
import { numberOf } from "../../../functions/signatures/gost-signature.ts";
import { streebog } from "../../../functions/signatures/streebog.ts";
import { signatures } from "./openssl.ts";

const names = {
  256: { hash: "1.2.398.3.10.1.3.2", signature: "1.2.398.3.10.1.1.2.3.1", key: "1.2.398.3.10.1.1.2.1", curve: 1 },
  512: { hash: "1.2.398.3.10.1.3.3", signature: "1.2.398.3.10.1.1.2.3.2", key: "1.2.398.3.10.1.1.2.2", curve: 2 },
} as const;

/** The sequence that names Kazakhstan's curve of 256 or 512 bits, in DER: 1.2.398.3.10.1.1.2.N.1. */
const parametersOf = (n: number): ArrayBuffer =>
  Uint8Array.from([0x30, 0x0c, 0x06, 0x0a, 0x2a, 0x83, 0x0e, 0x03, 0x0a, 0x01, 0x01, 0x02, n, 0x01]).buffer;

/** A signature as Kazakhstan's certification authority names its parts, made with a key that only this test has. */
export function signKazakh(bits: 256 | 512, document: Uint8Array, change: (signed: SignedData) => void = () => {}) {
  const curve = bits === 256 ? curve256 : curve512;
  const template = AsnConvert.parse(Buffer.from(signatures[`gost${bits}`], "base64"), ContentInfo);
  const signed = AsnConvert.parse(template.content, SignedData);
  const [signer] = signed.signerInfos;
  const certificate = signed.certificates?.[0]?.certificate;
  if (!signer?.signedAttrs || !certificate) throw new Error("The example has no attributes or no certificate.");
  const secret = 0x1234567890abcdefn;
  const { subjectPublicKeyInfo } = certificate.tbsCertificate;
  subjectPublicKeyInfo.algorithm.algorithm = names[bits].key;
  subjectPublicKeyInfo.algorithm.parameters = parametersOf(names[bits].curve);
  subjectPublicKeyInfo.subjectPublicKey = AsnConvert.serialize(new OctetString(publicKey(curve, secret)));
  signer.digestAlgorithm.algorithm = names[bits].hash;
  signer.signatureAlgorithm.algorithm = names[bits].signature;
  const digest = signer.signedAttrs.find(({ attrType }) => attrType === "1.2.840.113549.1.9.4");
  if (digest) digest.attrValues = [AsnConvert.serialize(new OctetString(streebog(document, bits)))];
  const attributes = setOf(signer.signedAttrs);
  signer.signature = new OctetString(signatureOf(curve, secret, streebog(attributes, bits)));
  change(signed);
  const content = new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(signed) });
  return new Uint8Array(AsnConvert.serialize(content));
}

function publicKey({ Point, bytes }: GostCurve, secret: bigint): Uint8Array {
  const { x, y } = Point.BASE.multiply(secret).toAffine();
  return Uint8Array.from([...digits(x, bytes).reverse(), ...digits(y, bytes).reverse()]);
}

const digits = (value: bigint, bytes: number): Uint8Array =>
  Uint8Array.from(Buffer.from(value.toString(16).padStart(2 * bytes, "0"), "hex"));

/** The signing of RFC 7091, section 6.1, with a number that should be random and is not, as nobody attacks a test. */
function signatureOf({ Point, bytes }: GostCurve, secret: bigint, hash: Uint8Array): Uint8Array {
  const { Fn } = Point;
  const once = 0xfedcba0987654321n;
  const r = Point.BASE.multiply(once).toAffine().x % Fn.ORDER;
  const e = numberOf(hash, "lowest-first") % Fn.ORDER;
  const s = Fn.add(Fn.mul(r, secret), Fn.mul(once, e));
  return Uint8Array.from([...digits(s, bytes), ...digits(r, bytes)]);
}
