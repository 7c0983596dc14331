import { type FindingCounts, sumCounts } from "./count.ts";
import { complianceRate, type StatusRow } from "./status.ts";

/** How a department with all bodies under it stands. */
export interface RegionStatus {
  /** The department's id. */
  readonly scope: string;
  readonly rows: readonly StatusRow[];
  readonly counts: FindingCounts;
  readonly rate: number | null;
}

/** The rows by department, in the order in which the departments first come. */
export function regionsOf(rows: readonly StatusRow[], scopeOf: (body: string) => string): readonly RegionStatus[] {
  return [...Map.groupBy(rows, ({ body }) => scopeOf(body))].map(([scope, own]) => {
    const counts = sumCounts(own.map((row) => row.counts));
    return { scope, rows: own, counts, rate: complianceRate(counts) };
  });
}
