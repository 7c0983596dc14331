import type { ObligationId } from "../dossier/obligation-id.ts";
import type { State } from "../order608/finding.ts";
import { countIn } from "./count.ts";
import { type RegionStatus, regionsOf } from "./regions.ts";
import { matchesSearch } from "./search.ts";
import { complianceRate, type StatusRow } from "./status.ts";

/** The orders of a matrix: as in the register, by name, lowest rate first, most overdue first. */
export const SORTS = ["register", "name", "rate", "overdue"] as const;
export type Sort = (typeof SORTS)[number];

/** What of a matrix is wanted, and in which order. */
export interface Selection {
  readonly search: string;
  /** A department's id. */
  readonly region?: string | undefined;
  /** Only bodies with a finding in this state, of this obligation if one is given. */
  readonly state?: State | undefined;
  readonly obligation?: ObligationId | undefined;
  readonly sort: Sort;
}

/** What a selection needs to know beside the rows. */
export interface SelectionContext {
  readonly scopeOf: (body: string) => string;
  /** Orders names as the reader's language does. */
  readonly compareNames: (a: StatusRow, b: StatusRow) => number;
}

/** The wanted rows by department; the departments and the rows in each follow the same order. */
export function select(
  rows: readonly StatusRow[],
  selection: Selection,
  { scopeOf, compareNames }: SelectionContext,
): readonly RegionStatus[] {
  const wanted = rows.filter((row) => isWanted(row, selection, scopeOf));
  const regions = regionsOf(wanted, scopeOf);
  switch (selection.sort) {
    case "register":
      return regions;
    case "name":
      return regions.map((region) => ({ ...region, rows: region.rows.toSorted(compareNames) }));
    case "rate":
      return sorted(regions, (counts) => complianceRate(counts) ?? 2);
    case "overdue":
      return sorted(regions, (counts) => -countIn(counts, "overdue"));
  }
}

function sorted(
  regions: readonly RegionStatus[],
  keyOf: (counts: StatusRow["counts"]) => number,
): readonly RegionStatus[] {
  const byKey = (a: Pick<StatusRow, "counts">, b: Pick<StatusRow, "counts">) => keyOf(a.counts) - keyOf(b.counts);
  return regions.map((region) => ({ ...region, rows: region.rows.toSorted(byKey) })).toSorted(byKey);
}

function isWanted(
  row: StatusRow,
  { search, region, state, obligation }: Selection,
  scopeOf: (body: string) => string,
): boolean {
  if (region !== undefined && scopeOf(row.body) !== region) return false;
  if (!matchesSearch(search, row)) return false;
  if (obligation !== undefined) {
    const counts = row.counts[obligation];
    return state === undefined ? counts !== undefined : (counts?.[state] ?? 0) > 0;
  }
  return state === undefined || countIn(row.counts, state) > 0;
}
