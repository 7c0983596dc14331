import { type Day, yearOf } from "../../calendar/day.ts";
import type { FindingKey } from "../../order608/finding.ts";
import { type Assessment, FIRST_CAMPAIGN } from "../assess/assess.ts";

/** Why a campaign is not archived, with what stands in the way where there is such. */
export type ArchiveRefusal =
  /** The Order did not yet apply to it. */
  | { readonly kind: "no-campaign" }
  /** It or the campaign after it is not over. */
  | { readonly kind: "too-early"; readonly from: number }
  /** Findings that are still watched (SPEC 3, "Which campaigns"). */
  | { readonly kind: "open"; readonly findings: readonly FindingKey[] }
  /** Findings that nobody could make, or dossiers that nobody can read. */
  | { readonly kind: "unchecked"; readonly findings: readonly Pick<FindingKey, "body" | "campaign">[] };

/**
 * Whether a campaign is closed, so that its facts can leave the tables; null when it is. The campaign after it must be
 * closed too: its reminders of December stand in the same year's ledger, and while one of its findings is watched sweeps
 * read that ledger for what was told.
 */
export function refuseArchive(
  campaign: number,
  today: Day,
  { bodies, failed, damaged }: Pick<Assessment, "bodies" | "failed" | "damaged">,
): ArchiveRefusal | null {
  if (campaign < FIRST_CAMPAIGN) return { kind: "no-campaign" };
  if (campaign + 1 >= yearOf(today)) return { kind: "too-early", from: campaign + 2 };
  const isOld = (key: { readonly campaign: number }): boolean => key.campaign <= campaign + 1;
  const unchecked = [...failed, ...damaged].filter(isOld);
  if (unchecked.length > 0) return { kind: "unchecked", findings: unchecked };
  const findings = bodies.flatMap((one) => one.findings).filter(isOld);
  return findings.length > 0 ? { kind: "open", findings } : null;
}
