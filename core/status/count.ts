import * as z from "zod";
import { ObligationId } from "../dossier/obligation-id.ts";
import type { Finding, State } from "../order608/finding.ts";

/** How many findings of each obligation are in each state. */
export const FindingCounts = z.partialRecord(ObligationId, z.record(z.string(), z.int().nonnegative()));
export type FindingCounts = z.output<typeof FindingCounts>;

/** Counts findings by obligation and state. */
export function countFindings(findings: Iterable<Finding>): FindingCounts {
  const counts: FindingCounts = {};
  for (const { obligation, state } of findings) {
    const row = counts[obligation] ?? {};
    row[state] = (row[state] ?? 0) + 1;
    counts[obligation] = row;
  }
  return counts;
}

/** The sum of several counts. */
export function sumCounts(all: Iterable<FindingCounts>): FindingCounts {
  const sum: FindingCounts = {};
  for (const counts of all) {
    for (const id of ObligationId.options) {
      const added = counts[id];
      if (!added) continue;
      const row = sum[id] ?? {};
      for (const state in added) row[state] = (row[state] ?? 0) + (added[state] ?? 0);
      sum[id] = row;
    }
  }
  return sum;
}

/** How many findings are in a state, over all obligations. */
export const countIn = (counts: FindingCounts, state: State): number =>
  ObligationId.options.reduce((total, id) => total + (counts[id]?.[state] ?? 0), 0);
