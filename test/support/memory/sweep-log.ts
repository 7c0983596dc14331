import type { Slot } from "../../../core/escalation/letter.ts";
import type { SweepLog } from "../../../core/ports.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";

/** The sweep log in memory. */
export function memorySweepLog(): SweepLog {
  const reports = new Map<string, Map<string, SweepReport>>();
  const ofSlot = ({ day, time }: Slot): Map<string, SweepReport> => {
    const known = reports.get(`${day} ${time}`) ?? new Map<string, SweepReport>();
    reports.set(`${day} ${time}`, known);
    return known;
  };
  return {
    record: async (report) => void ofSlot(report.slot).set(report.scope, report),
    ofSlot: async (slot) => [...ofSlot(slot).values()].sort((a, b) => (a.scope < b.scope ? -1 : 1)),
  };
}
