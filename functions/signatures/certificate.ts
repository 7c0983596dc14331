import { createHash } from "node:crypto";
import { AsnConvert } from "@peculiar/asn1-schema";
import { type Certificate, id_ce_keyUsage, KeyUsage, KeyUsageFlags, type Name } from "@peculiar/asn1-x509";
import { instant } from "../../core/calendar/zone.ts";
import type { SignerCertificate } from "../../core/evidence/signature.ts";

const COMMON_NAME = "2.5.4.3";

/** The name of a person or an authority: the common name without personal numbers. */
function commonName(name: Name): string {
  const values = name.flatMap((part) =>
    part.filter(({ type }) => type === COMMON_NAME).map(({ value }) => value.toString()),
  );
  return values.join(", ").replace(/\d{12}/g, "…");
}

/** The readable parts of a certificate. */
export function describe(certificate: Certificate): SignerCertificate {
  const { issuer, serialNumber, subject, validity } = certificate.tbsCertificate;
  return {
    holder: commonName(subject),
    issuer: commonName(issuer),
    serial: Buffer.from(serialNumber).toString("hex"),
    notBefore: instant(validity.notBefore.getTime().getTime()),
    notAfter: instant(validity.notAfter.getTime().getTime()),
    sha256: createHash("sha256")
      .update(Buffer.from(AsnConvert.serialize(certificate)))
      .digest("hex"),
  };
}

/** Whether a certificate is one for signing documents; one that says nothing of its use is. */
export function isForSigning({ tbsCertificate: { extensions } }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === id_ce_keyUsage);
  if (!usage) return true;
  const flags = AsnConvert.parse(usage.extnValue.buffer, KeyUsage).toNumber();
  return (flags & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) !== 0;
}
