import type { Finding } from "../order608/finding.ts";
import type { FindingCounts } from "../sweep-report.ts";

/** How many findings of each obligation are in each state. */
export function countFindings(findings: Iterable<Finding>): FindingCounts {
  const counts: FindingCounts = {};
  for (const { obligation, state } of findings) {
    const row = counts[obligation] ?? {};
    row[state] = (row[state] ?? 0) + 1;
    counts[obligation] = row;
  }
  return counts;
}
