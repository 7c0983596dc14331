import { isArchived } from "../audit/archived.ts";
import type { AuditActor } from "../audit/entry.ts";
import { type AuditedOutcome, recordAudited } from "../audit/record-audited.ts";
import type { DossierKey } from "../dossier/dossier-record.ts";
import { canonical } from "../dossier/fact-path.ts";
import type { EvidencePorts } from "./attach.ts";
import { changeOf } from "./change.ts";
import { type EvidenceItem, evidenceName, readEvidence } from "./evidence.ts";
import type { CheckSignature, ElectronicSignature, SignatureFault } from "./signature.ts";

/** Somebody's electronic signature over an evidence file; that they may attach it is decided before. */
export interface SignRequest extends DossierKey {
  /** The evidence file. */
  readonly item: string;
  /** CMS in DER, in base64; spaces and line ends are not part of it. */
  readonly cms: string;
  readonly actor: AuditActor;
  readonly zone: string;
  readonly request: string;
}

export type SignOutcome =
  | AuditedOutcome
  | { readonly kind: "refused"; readonly fault: SignatureFault }
  | { readonly kind: "unknown-evidence" }
  /** The same certificate has signed this file. */
  | { readonly kind: "already-signed" }
  | { readonly kind: "archived" | "damaged" };

interface SignPorts extends Omit<EvidencePorts, "dossiers" | "files"> {
  readonly files: Pick<EvidencePorts["files"], "bytes">;
  readonly check: CheckSignature;
}

/**
 * Keeps an electronic signature beside the file that it covers, once it was found to fit the file's bytes. The file does not
 * change, so it is read and checked before the one conditional write that decides; a crash leaves nothing behind.
 */
export async function signEvidence(request: SignRequest, ports: SignPorts): Promise<SignOutcome> {
  const cms = request.cms.replace(/\s+/g, "");
  const signature = await check({ ...request, cms }, ports);
  const asked = ports.hash(canonical(["sign", request.item, cms, request.actor.id]));
  return recordAudited<DossierKey, Exclude<SignOutcome, AuditedOutcome>>(
    { key: request, record: evidenceName(request), request: request.request, isRepeatable: true, asked },
    (stored) => {
      if (stored && isArchived(stored)) return { kind: "archived" };
      const before = readEvidence(stored);
      if (!before) return { kind: "damaged" };
      if (signature.kind !== "fits") return signature;
      const known = before.items.find(({ id, removed }) => id === request.item && !removed);
      if (!known) return { kind: "unknown-evidence" };
      const { certificate } = signature.signature;
      if (known.signatures?.some((other) => other.certificate.sha256 === certificate.sha256))
        return { kind: "already-signed" };
      const next: EvidenceItem = { ...known, signatures: [...(known.signatures ?? []), signature.signature] };
      const after = { items: before.items.map((item) => (item === known ? next : item)) };
      const { at } = signature.signature;
      return changeOf(after, before, { ...request, at, command: "sign-evidence", reason: null }, ports);
    },
    ports,
  );
}

type Checked =
  | { readonly kind: "fits"; readonly signature: ElectronicSignature }
  | { readonly kind: "refused"; readonly fault: SignatureFault }
  | { readonly kind: "unknown-evidence" | "archived" | "damaged" };

/** What a signature proves of the file that is kept. */
async function check({ item, cms, request, actor, ...key }: SignRequest, ports: SignPorts): Promise<Checked> {
  const stored = await ports.records.read(key);
  if (stored && isArchived(stored)) return { kind: "archived" };
  const record = readEvidence(stored);
  if (!record) return { kind: "damaged" };
  const file = record.items.find(({ id, removed }) => id === item && !removed);
  const bytes = file && (await ports.files.bytes(file.sha256));
  if (!bytes) return { kind: "unknown-evidence" };
  const at = ports.clock.machineNow();
  const found = ports.check(cms, bytes, at);
  if (found.kind === "refused") return found;
  const { algorithm, certificate } = found;
  return {
    kind: "fits",
    signature: { id: request, cms, algorithm, certificate, by: { id: actor.id, name: actor.name }, at },
  };
}
