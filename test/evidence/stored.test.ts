import { describe, expect, it, test } from "vitest";
import { EVIDENCE_FORMAT, evidenceData, evidenceName, readEvidence } from "../../core/evidence/evidence.ts";
import { changed } from "../core/support/refused.ts";

const by = { id: "user:1", name: "Айгерим" };
const HASH = "0123456789abcdef".repeat(4);
const certificate = { holder: "Ким А.", issuer: "НУЦ РК", serial: "0a", notBefore: 1, notAfter: 2, sha256: HASH };
const signature = { id: "s1", cms: "AA==", algorithm: "RSA, SHA-256", certificate, by, at: 3 };
const item = {
  ...{ id: "u1", fact: "schedule", said: HASH, title: "График", type: "application/pdf", bytes: 1, sha256: HASH },
  ...{ by, on: "2027-03-15", at: 1, removed: { by, on: "2027-03-16", at: 2, reason: "Не тот" } },
  ...{ fixed: { version: 1 }, signatures: [signature] },
};
const whole = { items: [item] };
const read = (data: unknown, format = EVIDENCE_FORMAT) => readEvidence({ format, data: JSON.stringify(data) });
const ITEM = "items.0";
const SIGNATURE = `${ITEM}.signatures.0`;

describe("stored evidence", () => {
  it("is named by its body and campaign", () => {
    expect(evidenceName({ body: "DP-10", campaign: 2027 })).toBe("evidence:DP-10:2027");
  });

  it("is read and written back unchanged, and none where nothing is stored", () => {
    const record = read(whole);
    expect(record && JSON.parse(evidenceData(record))).toEqual(whole);
    expect(readEvidence(null)).toEqual({ items: [] });
  });

  it("may lack what comes later: a removal, a fixed version, signatures", () => {
    const early = ["removed", "fixed", "signatures"].reduce<unknown>(
      (record, field) => changed(record, `${ITEM}.${field}`, undefined),
      whole,
    );
    expect(read(early)).not.toBeNull();
  });

  test.each(["image/jpeg", "image/png"])("may be %s", (type) => {
    expect(read(changed(whole, `${ITEM}.type`, type))?.items[0]?.type).toBe(type);
  });

  it("of another format, or that is no JSON, cannot be read", () => {
    expect([read(whole, 2), readEvidence({ format: EVIDENCE_FORMAT, data: "{" })]).toEqual([null, null]);
  });

  const below = (path: string, ...fields: string[]): string[] => fields.map((field) => `${path}.${field}`);

  test.each([
    "items",
    ...below(ITEM, "id", "fact", "said", "title", "type", "bytes", "sha256", "by", "on", "at"),
    ...below(`${ITEM}.removed`, "by", "on", "at", "reason"),
    `${ITEM}.fixed.version`,
    ...below(SIGNATURE, "id", "cms", "algorithm", "certificate", "by", "at"),
    ...below(`${SIGNATURE}.certificate`, "holder", "issuer", "serial", "notBefore", "notAfter", "sha256"),
  ])("cannot be read without %s", (path) => {
    expect(read(changed(whole, path, undefined))).toBeNull();
  });

  test.each([
    "surprise",
    ...[ITEM, `${ITEM}.by`, `${ITEM}.removed`, `${ITEM}.fixed`].map((path) => `${path}.surprise`),
    ...[SIGNATURE, `${SIGNATURE}.certificate`].map((path) => `${path}.surprise`),
  ])("cannot be read with the unknown field %s", (path) => {
    expect(read(changed(whole, path, 1))).toBeNull();
  });

  test.each([
    [`${ITEM}.bytes`, 0],
    [`${ITEM}.bytes`, 1.5],
    [`${ITEM}.type`, "text/html"],
    [`${ITEM}.fixed.version`, 0],
    [`${SIGNATURE}.algorithm`, "RSA, SHA-1"],
  ])("cannot be read with %s = %j", (path, value) => {
    expect(read(changed(whole, path, value))).toBeNull();
  });
});
