import type { AuditedPorts } from "../audit/append.ts";
import { isArchived } from "../audit/archived.ts";
import type { AuditActor } from "../audit/entry.ts";
import { type AuditedOutcome, recordAudited } from "../audit/record-audited.ts";
import type { RecordStore } from "../audit/stored.ts";
import { localTime } from "../calendar/zone.ts";
import { type DossierKey, readDossierData } from "../dossier/dossier-record.ts";
import { canonical } from "../dossier/fact-path.ts";
import type { Clock } from "../ports.ts";
import { changeOf } from "./change.ts";
import { type EvidenceItem, evidenceName, factAt, readEvidence, saidBy } from "./evidence.ts";
import { type EvidenceType, typeOf } from "./file-type.ts";
import type { EvidenceFiles, UploadName } from "./files.ts";

/** Where evidence, its files and the dossiers that it proves lie. */
export interface EvidencePorts extends AuditedPorts<DossierKey> {
  readonly dossiers: Pick<RecordStore<DossierKey>, "read">;
  readonly files: EvidenceFiles;
  readonly clock: Clock;
}

/** Somebody's evidence for a fact; that they may attach it is decided before. */
export interface AttachRequest extends DossierKey {
  readonly upload: string;
  readonly fact: string;
  /** What the file shows; without personal data of citizens. */
  readonly title: string;
  /** What its sender has seen of it: another file in its place is refused. */
  readonly sha256?: string | undefined;
  readonly actor: AuditActor;
  /** In which the civil day of the entry is read. */
  readonly zone: string;
}

/** Why a file is not attached. */
export type AttachRefusal =
  /** Nothing was posted under this name by this person for this dossier, or it is gone. */
  | { readonly kind: "no-upload" }
  | { readonly kind: "file-too-large"; readonly size: number }
  /** Empty, or no PDF, JPEG or PNG by its content. */
  | { readonly kind: "unknown-type" }
  /** Another file was posted after the one that was seen. */
  | { readonly kind: "other-file" }
  | { readonly kind: "unknown-fact" }
  /** The same file is evidence for the same fact. */
  | { readonly kind: "already-attached" }
  | { readonly kind: "archived" | "damaged" };

export type AttachOutcome = AuditedOutcome | AttachRefusal;

/** A file that was posted and may be kept. */
export interface CheckedUpload {
  readonly kind: "checked";
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly type: EvidenceType;
}

/** Who uploads for what, as a part of the name under which a file waits. */
export const uploadName = (
  { upload, body, campaign, actor }: Pick<AttachRequest, "upload" | "body" | "campaign" | "actor">,
  hash: EvidencePorts["hash"],
): UploadName => ({ owner: hash(canonical(["upload", actor.id, body, campaign])).slice(0, 32), upload });

/** Looks at what was posted; nothing is changed. */
export async function checkUpload(
  name: UploadName,
  files: Pick<EvidenceFiles, "received">,
): Promise<CheckedUpload | AttachRefusal> {
  const received = await files.received(name);
  if (!received) return { kind: "no-upload" };
  if (received.kind === "too-large") return { kind: "file-too-large", size: received.size };
  const type = typeOf(received.bytes);
  return type ? { kind: "checked", bytes: received.bytes, sha256: received.sha256, type } : { kind: "unknown-type" };
}

/**
 * Makes an uploaded file evidence for a fact. Its bytes are kept under their hash first, then one conditional write of the
 * record decides, and the upload is forgotten. A crash before that write leaves a kept file that nothing names, which the
 * same file finds again; a crash after it leaves the upload, which is gone after a day. The upload names the request, so
 * it may be sent again.
 */
export async function attachEvidence(request: AttachRequest, ports: EvidencePorts): Promise<AttachOutcome> {
  const { upload, fact, title, actor } = request;
  const name = uploadName(request, ports.hash);
  const prepared = await prepare(request, name, ports);
  const asked = ports.hash(canonical(["attach", upload, fact, title, actor.id]));
  const outcome = await recordAudited<DossierKey, AttachRefusal>(
    { key: request, record: evidenceName(request), request: upload, isRepeatable: true, asked },
    (stored) => {
      if ("kind" in prepared) return prepared;
      if (stored && isArchived(stored)) return { kind: "archived" };
      const before = readEvidence(stored);
      if (!before) return { kind: "damaged" };
      const isThere = ({ removed, sha256, fact: at }: EvidenceItem) =>
        !removed && sha256 === prepared.sha256 && at === fact;
      if (before.items.some(isThere)) return { kind: "already-attached" };
      const at = ports.clock.machineNow();
      const on = localTime(ports.clock.calendarNow(), request.zone).day;
      const item = { id: upload, fact, title, ...prepared, by: { id: actor.id, name: actor.name } };
      return changeOf(
        { items: [...before.items, { ...item, on, at }] },
        before,
        { ...request, at, command: "attach-evidence", reason: null },
        ports,
      );
    },
    ports,
  );
  if (outcome.kind === "recorded") await ports.files.discard(name);
  return outcome;
}

/** What the file says of itself, once its bytes are kept; or why it is not evidence for this fact. */
async function prepare(
  request: AttachRequest,
  name: UploadName,
  { dossiers, files, hash }: EvidencePorts,
): Promise<Pick<EvidenceItem, "said" | "type" | "bytes" | "sha256"> | AttachRefusal> {
  const checked = await checkUpload(name, files);
  if (checked.kind !== "checked") return checked;
  const { sha256, type, bytes } = checked;
  if (request.sha256 !== undefined && request.sha256 !== sha256) return { kind: "other-file" };
  const stored = await dossiers.read(request);
  if (stored && isArchived(stored)) return { kind: "archived" };
  const record = stored && readDossierData(stored, request);
  if (record && "reason" in record) return { kind: "damaged" };
  const fact = record && factAt(record.dossier, request.fact);
  if (!fact) return { kind: "unknown-fact" };
  await files.keep(sha256, type, bytes);
  return { said: saidBy(fact, hash), type, bytes: bytes.length, sha256 };
}
