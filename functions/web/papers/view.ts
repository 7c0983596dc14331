import type { Context } from "hono";
import type { Meeting } from "../../../core/dossier/meeting.ts";
import type { StandingEvidence } from "../../../core/evidence/evidence.ts";
import type { PaperWriters } from "../../../core/use-cases/records/papers.ts";
import type { RecordingDependencies, WebDependencies } from "../dependencies.ts";
import { type EvidenceView, loadEvidence } from "../evidence/view.ts";

/** What these pages need beside the others: there are no papers without their writers. */
export type PaperDependencies = RecordingDependencies & { readonly papers: PaperWriters };

/** The dependencies, where papers can be written. */
export function withPapers(deps: WebDependencies): PaperDependencies | null {
  const { api, papers } = deps;
  return api && papers ? { ...deps, api, papers } : null;
}

/** A meeting whose protocol is shown as a paper. */
export interface ProtocolView extends EvidenceView {
  readonly meeting: Meeting;
  /** The version of the dossier that it was read from; 0 where nothing is stored. */
  readonly version: number;
  /** The versions that were fixed to be signed, latest first. */
  readonly fixed: readonly StandingEvidence[];
}

/** The meeting that an address names; null where there is none that its reader may see. */
export async function loadProtocol(context: Context, deps: PaperDependencies): Promise<ProtocolView | null> {
  const view = await loadEvidence(context, deps);
  const meeting = view?.dossier.meetings.find(({ id }) => id === context.req.query("meeting"));
  if (!view || !meeting) return null;
  const stored = await deps.api.dossiers.read(view.key);
  const fixed = view.evidence.filter(
    ({ item }) => item.fixed && !item.removed && item.fact === `meetings/${meeting.id}/protocol`,
  );
  return { ...view, meeting, version: stored?.version ?? 0, fixed: fixed.toReversed() };
}
