import { isArchived } from "../audit/archived.ts";
import type { AuditActor } from "../audit/entry.ts";
import { type AuditedOutcome, recordAudited } from "../audit/record-audited.ts";
import { localTime } from "../calendar/zone.ts";
import { type DossierKey, readDossierData } from "../dossier/dossier-record.ts";
import { canonical } from "../dossier/fact-path.ts";
import type { Meeting } from "../dossier/meeting.ts";
import type { EvidencePorts } from "./attach.ts";
import { changeOf } from "./change.ts";
import { type EvidenceItem, evidenceName, factAt, readEvidence, saidBy } from "./evidence.ts";

/** Fixing a version of a meeting's protocol; that its sender may attach evidence is decided before. */
export interface FixRequest extends DossierKey {
  readonly meeting: string;
  readonly title: string;
  readonly actor: AuditActor;
  readonly zone: string;
  readonly request: string;
}

export type FixOutcome =
  | AuditedOutcome
  /** Nothing is drawn up that could be signed. */
  | { readonly kind: "no-protocol" }
  /** This very file is fixed already. */
  | { readonly kind: "already-attached" }
  | { readonly kind: "archived" | "damaged" };

interface FixPorts extends EvidencePorts {
  /** The protocol as a file: equal facts give equal bytes. */
  readonly write: (meeting: Meeting, version: number) => Promise<Uint8Array>;
  readonly sha256: (bytes: Uint8Array) => string;
}

/**
 * Fixes the protocol as it stands as a file to be signed: what is signed is what is hashed. The file is kept under its hash
 * first, then one conditional write of the evidence decides; a crash between them leaves a kept file that the same request
 * finds again. Whether the protocol was changed afterwards shows in what the fact says now.
 */
export async function fixProtocol(request: FixRequest, ports: FixPorts): Promise<FixOutcome> {
  const prepared = await prepare(request, ports);
  const { title, actor, request: id } = request;
  const asked = ports.hash(canonical(["fix-protocol", request.meeting, actor.id]));
  return recordAudited<DossierKey, Exclude<FixOutcome, AuditedOutcome>>(
    { key: request, record: evidenceName(request), request: id, isRepeatable: true, asked },
    (stored) => {
      if ("kind" in prepared) return prepared;
      if (stored && isArchived(stored)) return { kind: "archived" };
      const before = readEvidence(stored);
      if (!before) return { kind: "damaged" };
      if (before.items.some(({ sha256, removed }) => !removed && sha256 === prepared.sha256))
        return { kind: "already-attached" };
      const at = ports.clock.machineNow();
      const on = localTime(ports.clock.calendarNow(), request.zone).day;
      const by = { id: actor.id, name: actor.name };
      const item = { id, title, type: "application/pdf" as const, ...prepared, by, on, at };
      const after = { items: [...before.items, item] };
      return changeOf(after, before, { ...request, at, command: "fix-protocol", reason: null }, ports);
    },
    ports,
  );
}

/** What the file says of itself. */
type Prepared = Pick<EvidenceItem, "fact" | "said" | "bytes" | "sha256" | "fixed">;

/** The file, once it is kept. */
async function prepare(
  request: FixRequest,
  { dossiers, files, hash, write, sha256: digest }: FixPorts,
): Promise<Prepared | Exclude<FixOutcome, AuditedOutcome>> {
  const stored = await dossiers.read(request);
  if (stored && isArchived(stored)) return { kind: "archived" };
  const record = stored && readDossierData(stored, request);
  if (record && "reason" in record) return { kind: "damaged" };
  const meeting = record?.dossier.meetings.find(({ id }) => id === request.meeting);
  const path = `meetings/${request.meeting}/protocol`;
  const fact = record && factAt(record.dossier, path);
  if (!stored || !meeting || !fact) return { kind: "no-protocol" };
  const bytes = await write(meeting, stored.version);
  const sha256 = digest(bytes);
  await files.keep(sha256, "application/pdf", bytes);
  return { fact: path, said: saidBy(fact, hash), bytes: bytes.length, sha256, fixed: { version: stored.version } };
}
