import { isArchived } from "../audit/archived.ts";
import type { AuditActor } from "../audit/entry.ts";
import { type AuditedOutcome, recordAudited } from "../audit/record-audited.ts";
import { localTime } from "../calendar/zone.ts";
import type { DossierKey } from "../dossier/dossier-record.ts";
import { canonical } from "../dossier/fact-path.ts";
import type { EvidencePorts } from "./attach.ts";
import { changeOf } from "./change.ts";
import { type EvidenceItem, evidenceName, readEvidence } from "./evidence.ts";

/** Taking a file away, or putting it back; that its sender may is decided before. */
export interface RemovalRequest extends DossierKey {
  readonly id: string;
  readonly command: "remove-evidence" | "put-back-evidence";
  /** Without personal data of citizens. */
  readonly reason: string;
  readonly actor: AuditActor;
  readonly zone: string;
  readonly request: string;
  readonly isRepeatable: boolean;
}

export type RemovalOutcome =
  | AuditedOutcome
  | { readonly kind: "unknown-evidence" }
  /** It is removed already, or was not. */
  | { readonly kind: "nothing-to-change" }
  | { readonly kind: "archived" | "damaged" };

/** Marks a file as removed or no longer so. Entry and file stay: what once proved a fact can always be looked at. */
export function markEvidence(
  request: RemovalRequest,
  ports: Omit<EvidencePorts, "dossiers" | "files">,
): Promise<RemovalOutcome> {
  const { id, command, reason, actor, request: name, isRepeatable } = request;
  const asked = ports.hash(canonical([command, id, reason, actor.id]));
  return recordAudited<DossierKey, Exclude<RemovalOutcome, AuditedOutcome>>(
    { key: request, record: evidenceName(request), request: name, isRepeatable, asked },
    (stored) => {
      if (stored && isArchived(stored)) return { kind: "archived" };
      const before = readEvidence(stored);
      if (!before) return { kind: "damaged" };
      const known = before.items.find((item) => item.id === id);
      if (!known) return { kind: "unknown-evidence" };
      if ((known.removed !== undefined) === (command === "remove-evidence")) return { kind: "nothing-to-change" };
      const at = ports.clock.machineNow();
      const on = localTime(ports.clock.calendarNow(), request.zone).day;
      const { removed: _removed, ...kept } = known;
      const by = { id: actor.id, name: actor.name };
      const next: EvidenceItem = command === "remove-evidence" ? { ...kept, removed: { by, on, at, reason } } : kept;
      const after = { items: before.items.map((item) => (item === known ? next : item)) };
      return changeOf(after, before, { ...request, at }, ports);
    },
    ports,
  );
}
