import { createHash } from "node:crypto";
import { ARCHIVED_FORMAT, archivedData } from "../../../core/audit/archived.ts";
import { Dossier } from "../../../core/dossier/dossier.ts";
import { attachEvidence, type EvidencePorts, uploadName } from "../../../core/evidence/attach.ts";
import { sha256 } from "../../../functions/hash.ts";
import { dossierOf, heldOn, protocolOf } from "../../core/support/facts.ts";
import { almaty, memoryClock } from "../../support/memory/clocks.ts";
import { type MemoryEvidenceFiles, memoryEvidenceFiles } from "../../support/memory/evidence-files.ts";
import { itemName, type MemoryRecords, memoryAudit, memoryRecords } from "../../support/memory/records.ts";

export const key = { scope: "DP-1", body: "PB-1", campaign: 2027 };
export const actor = { id: "user:1", name: "Айгерим" };

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

export const pdf = (text = "1 0 obj"): Uint8Array => bytesOf(`%PDF-1.7\n${text}\ntrailer\n%%EOF\n`);
export const png = bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0");
export const jpeg = bytesOf("\xff\xd8\xff\xe0\0\x10JFIF\0");

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A dossier with a schedule and a signed protocol, and ports in memory; `step` runs before reads and writes. */
export function evidenceWorld(
  step: (what: string) => void | Promise<void> = () => undefined,
  files: MemoryEvidenceFiles = memoryEvidenceFiles(),
) {
  const dossiers = memoryRecords();
  const held = heldOn("2027-03-12", { protocol: protocolOf("2027-03-12") });
  dossiers.import("DP-1", Dossier.parse(dossierOf([held], { schedule: { approvedOn: "2027-01-20" } })));
  const records = memoryRecords(async (what) => step(what));
  const audit = memoryAudit(async (what) => step(what));
  const clock = memoryClock(almaty("2027-03-15T10:00"));
  const ports = { records, dossiers, audit, files, hash: sha256, clock } satisfies EvidencePorts;
  const asked = (upload: string, more: object = {}) => ({
    ...{ ...key, upload, fact: "meetings/m1/protocol", title: "Протокол", actor, zone: "Asia/Almaty" },
    ...more,
  });
  return {
    ...ports,
    ports,
    /** Sends a file as somebody, then attaches it. */
    attach: (upload: string, bytes: Uint8Array, more: object = {}) => {
      files.post(uploadName({ ...key, upload, actor }, sha256), bytes);
      return attachEvidence(asked(upload, more), ports);
    },
    again: (upload: string, more: object = {}) => attachEvidence(asked(upload, more), ports),
  };
}

/** Stored records that cannot be read, or not written any more, whatever they are of. */
export const damaged = { version: 1, format: 1, data: "{", newest: null };
export const archived = { ...damaged, format: ARCHIVED_FORMAT };

/** Puts into the place of the dossier what archiving leaves. */
export function archiveDossier({ dossiers }: { readonly dossiers: MemoryRecords }): void {
  const data = archivedData({ campaign: 2027, file: "campaign-2027.jsonl", sha256: "a".repeat(64) });
  dossiers.items.set(itemName(key), { version: 2, format: ARCHIVED_FORMAT, data, newest: null });
}
