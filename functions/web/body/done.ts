import { type RecordHistory, readHistory } from "../../../core/audit/append.ts";
import type { AuditEntry } from "../../../core/audit/entry.ts";
import { historyOf } from "../../../core/audit/stored.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import { type DossierKey, dossierName } from "../../../core/dossier/dossier-record.ts";
import { findingName } from "../../../core/escalation/closings.ts";
import { evaluateBody } from "../../../core/order608/evaluate.ts";
import type { Finding, State } from "../../../core/order608/finding.ts";
import type { Circumstances } from "../../../core/order608/obligation.ts";
import type { Body } from "../../../core/register/body.ts";
import type { RecordingDependencies } from "../dependencies.ts";
import { dossierBefore } from "./earlier.ts";

/** A finding whose state changed; null where there was or is none. */
export interface StateChange {
  readonly finding: Finding;
  readonly before: State | null;
  readonly after: State | null;
}

/** What the reader has just recorded. */
export interface Done {
  readonly entry: AuditEntry;
  /** Known only while nobody has recorded anything since. */
  readonly states: readonly StateChange[];
}

export const readOwnHistory = (key: DossierKey, { api }: RecordingDependencies): Promise<RecordHistory> =>
  readHistory(key, dossierName(key), {
    records: api.dossiers,
    audit: { ...api.audit, entries: (record) => historyOf(record, api.audit) },
  });

/** What a version of the record changed, and which obligations it moved. */
export function doneWith(
  version: number,
  { stored, entries }: RecordHistory,
  { body, dossiers, circumstances }: { body: Body; dossiers: readonly Dossier[]; circumstances: Circumstances },
): Done | null {
  const entry = entries.find((known) => known.version === version);
  if (!entry) return null;
  const [, , campaign = ""] = entry.record.split(":");
  const present = dossiers.find((dossier) => String(dossier.campaign) === campaign);
  const before = present && stored?.version === version ? dossierBefore(present, entry.changes) : null;
  if (!before || !present) return { entry, states: [] };
  const others = dossiers.filter((dossier) => dossier !== present);
  const findingsOf = (dossier: Dossier): readonly Finding[] => {
    const { findings, settled } = evaluateBody(body, [...others, dossier], circumstances);
    return [...findings, ...settled].filter((finding) => finding.campaign === dossier.campaign);
  };
  return { entry, states: stateChanges(findingsOf(before), findingsOf(present)) };
}

function stateChanges(before: readonly Finding[], after: readonly Finding[]): readonly StateChange[] {
  const earlier = new Map(before.map((finding) => [findingName(finding), finding]));
  const now = new Set(after.map(findingName));
  return [
    ...after.flatMap((finding) => {
      const state = earlier.get(findingName(finding))?.state ?? null;
      return state === finding.state ? [] : [{ finding, before: state, after: finding.state }];
    }),
    ...before.flatMap((finding) =>
      now.has(findingName(finding)) ? [] : [{ finding, before: finding.state, after: null }],
    ),
  ];
}
