import * as z from "zod";
import { changesBetween } from "../audit/changes.ts";
import type { AuditActor } from "../audit/entry.ts";
import type { DecidedChange } from "../audit/record-audited.ts";
import { type Instant, localTime } from "../calendar/zone.ts";
import type { Clock } from "../ports.ts";
import { EVIDENCE_FORMAT, EvidenceItem, type EvidenceRecord, evidenceData } from "./evidence.ts";

/** What is done to a dossier's evidence, as the audit names it. */
export type EvidenceCommand =
  | "attach-evidence"
  | "remove-evidence"
  | "put-back-evidence"
  | "fix-protocol"
  | "sign-evidence";

/** Who changes a dossier's evidence, when, by which command and why. */
interface Circumstances {
  readonly actor: AuditActor;
  readonly at: Instant;
  readonly zone: string;
  readonly command: EvidenceCommand;
  readonly reason: string | null;
}

/** The change from one state of a dossier's evidence to the next. */
export function changeOf(
  after: EvidenceRecord,
  before: EvidenceRecord,
  { actor, at, zone, command, reason }: Circumstances,
  { clock }: { readonly clock: Clock },
): DecidedChange {
  const change = {
    ...{ by: { id: actor.id, name: actor.name }, at, day: localTime(clock.calendarNow(), zone).day, command, reason },
    ...{ format: EVIDENCE_FORMAT, data: evidenceData(after), changes: changesBetween(byId(before), byId(after)) },
  };
  return { kind: "change", change };
}

/** By their ids, so that the audit names each file the same for ever. */
const byId = ({ items }: EvidenceRecord) =>
  Object.fromEntries(items.map((item) => [item.id, z.encode(EvidenceItem, item)]));
