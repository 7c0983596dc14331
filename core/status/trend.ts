import type { Slot } from "../escalation/letter.ts";
import { rateOf, type Tally, tallyOf } from "./status.ts";
import type { SweepReport } from "./sweep-report.ts";

/** The compliance rate that the sweeps of a slot found. */
export interface TrendPoint {
  readonly slot: Slot;
  readonly rate: number;
}

/** The rates of slots by the sweep log (SPEC 7), without those that not every scope was swept in. */
export function trendOf(
  slots: readonly { readonly slot: Slot; readonly reports: readonly SweepReport[] }[],
  scopes: number,
): readonly TrendPoint[] {
  return slots.flatMap(({ slot, reports }) => {
    const rate = rateOf(reports.map(knownTally));
    return reports.length < scopes || rate === null ? [] : [{ slot, rate }];
  });
}

/** The tally of each report, as long as somebody has the report. */
const known = new WeakMap<SweepReport, Tally>();

function knownTally(report: SweepReport): Tally {
  const tally = known.get(report) ?? tallyOf(report.findings);
  known.set(report, tally);
  return tally;
}
