import { describe, expect, test } from "vitest";
import { instant } from "../../core/calendar/zone.ts";
import { algorithmsRead, gost, type Identified } from "../../functions/signatures/algorithms.ts";
import { checkSignature } from "../../functions/signatures/cms.ts";
import { signKazakh } from "./support/kazakh.ts";
import { signatures, signedText } from "./support/openssl.ts";

const document = Buffer.from(signedText);
const now = instant(Date.UTC(2027, 2, 12));
const made = (name: keyof typeof signatures): Uint8Array => Buffer.from(signatures[name], "base64");

/** The names that the Russian standard gives to the same algorithms and curves. */
const russian: readonly Identified[] = [
  {
    ...{ hash: "1.2.643.7.1.1.2.2", signature: ["1.2.643.7.1.1.1.1"], key: "1.2.643.7.1.1.1.1" },
    ...{ curve: "1.2.643.7.1.2.1.1.1", algorithm: gost(256, "GOST R 34.10-2015, 256") },
  },
  {
    ...{ hash: "1.2.643.7.1.1.2.3", signature: ["1.2.643.7.1.1.1.2"], key: "1.2.643.7.1.1.1.2" },
    ...{ curve: "1.2.643.7.1.2.1.2.1", algorithm: gost(512, "GOST R 34.10-2015, 512") },
  },
];

describe("a signature made by OpenSSL fits its document", () => {
  test.each([
    ["rsa", "RSA, SHA-256"],
    ["attached", "RSA, SHA-256"],
    ["withoutAttributes", "RSA, SHA-256"],
    ["byKeyIdentifier", "RSA, SHA-256"],
    ["gost256", "GOST R 34.10-2015, 256"],
    ["gost512", "GOST R 34.10-2015, 512"],
  ] as const)("%s", (name, algorithm) => {
    const check = checkSignature(made(name), document, now, [...algorithmsRead, ...russian]);
    expect(check).toMatchObject({
      kind: "fits",
      algorithm,
      certificate: { holder: expect.stringMatching(/^TEST SIGNER/) },
    });
  });
});

describe("a signature with the names of Kazakhstan's certification authority", () => {
  test.each([256, 512] as const)("fits its document, with %i bits", (bits) => {
    const check = checkSignature(signKazakh(bits, document), document, now);
    expect(check).toMatchObject({ kind: "fits", algorithm: `GOST R 34.10-2015, ${bits}` });
  });

  test("does not fit when its key names another curve", () => {
    const cms = signKazakh(512, document, ({ certificates }) => {
      const key = certificates?.[0]?.certificate?.tbsCertificate.subjectPublicKeyInfo;
      if (key) key.algorithm.parameters = Uint8Array.from([0x30, 0x02, 0x06, 0x00]).buffer;
    });
    expect(checkSignature(cms, document, now)).toEqual({ kind: "refused", fault: "unknown-algorithm" });
  });
});

describe("a signature is refused", () => {
  const after = instant(Date.UTC(2200, 0, 1));
  test.each([
    ["when nothing of it is a signature", Buffer.from("not a signature"), document, now, "not-a-signature"],
    ["when it is empty", new Uint8Array(), document, now, "not-a-signature"],
    ["when it is larger than any signature", new Uint8Array(300_000), document, now, "not-a-signature"],
    ["over another document", made("rsa"), Buffer.from("another text"), now, "other-document"],
    ["over another document that it holds", made("attached"), Buffer.from("another text"), now, "other-document"],
    ["over another document without attributes", made("withoutAttributes"), Buffer.from("x"), now, "does-not-fit"],
    ["whose certificate has expired", made("rsa"), document, after, "expired"],
    ["whose certificate is not valid yet", made("rsa"), document, instant(0), "not-yet-valid"],
    ["with the broken hash SHA-1", made("sha1"), document, now, "unknown-algorithm"],
    ["with a key that is too short", made("weak"), document, now, "does-not-fit"],
    ["of two people in one file", made("twoSigners"), document, now, "not-one-signer"],
    ["without the signer's certificate", made("noCertificate"), document, now, "no-certificate"],
    ["with the names of another country", made("gost512"), document, now, "unknown-algorithm"],
  ] as const)("%s", (_when, cms, text, at, fault) => {
    expect(checkSignature(cms, text, at)).toEqual({ kind: "refused", fault });
  });

  test.each(["rsa", "attached", "withoutAttributes"] as const)(
    "or says the same, after any byte of %s is changed",
    (name) => {
      const whole = checkSignature(made(name), document, now);
      const cms = made(name);
      for (let index = 0; index < cms.length; index++) {
        const changed = Uint8Array.from(cms, (byte, at) => (at === index ? byte ^ 1 : byte));
        const check = checkSignature(changed, document, now);
        // The certificate is not covered by the signature: its issuer signs it, whom nobody asks here. Its print changes.
        if (check.kind === "fits" && whole.kind === "fits" && check.certificate.sha256 === whole.certificate.sha256) {
          expect([index, check]).toEqual([index, whole]);
        }
      }
    },
  );

  test("with any changed bit of a GOST signature", () => {
    for (const index of [0, 31, 63, 64, 127]) {
      const cms = signKazakh(512, document, ({ signerInfos: [signer] }) => {
        if (!signer) return;
        const bytes = new Uint8Array(signer.signature.buffer);
        bytes[index] = (bytes[index] ?? 0) ^ 1;
      });
      expect(checkSignature(cms, document, now)).toEqual({ kind: "refused", fault: "does-not-fit" });
    }
  });
});

test("no personal number of the signer is shown", () => {
  expect(JSON.stringify(checkSignature(made("rsa"), document, now))).not.toContain("123456789011");
});
