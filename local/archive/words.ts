import type { ArchiveRefusal } from "../../core/use-cases/records/archive.ts";
import type { ArchiveCounts } from "./file.ts";

/** How many lines of each kind. */
export const countsText = (counts: ArchiveCounts): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(", ");

/** How many of what stands in the way are named. */
const SHOWN = 3;

/** Why a campaign is not archived, and what to do. */
export function sentenceOf(campaign: number, refusal: ArchiveRefusal): string {
  switch (refusal.kind) {
    case "no-campaign":
      return `There is no campaign ${campaign}.`;
    case "too-early":
      return `Campaign ${campaign} can be archived from 1 January ${refusal.from} on, when the campaign after it is over too.`;
    case "open": {
      const names = refusal.findings
        .slice(0, SHOWN)
        .map((key) => `${key.body} ${key.campaign} ${key.obligation} ${key.subject}`);
      return `Findings that are still open: ${refusal.findings.length} (${names.join("; ")}). Record or waive them first.`;
    }
    case "unchecked": {
      const names = refusal.findings.slice(0, SHOWN).map((key) => `${key.body} ${key.campaign}`);
      return `What cannot be checked is not archived: ${refusal.findings.length} (${names.join("; ")}).`;
    }
  }
}
