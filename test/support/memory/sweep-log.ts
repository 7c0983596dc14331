import type { Brake } from "../../../core/escalation/brake.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import { isSlotBefore } from "../../../core/escalation/slots.ts";
import type { Standing, SweepLog } from "../../../core/ports.ts";
import type { SweepReport } from "../../../core/status/sweep-report.ts";

/** The sweep log with a look at everything in it. */
export interface MemorySweepLog extends SweepLog {
  all(): readonly SweepReport[];
}

export function memorySweepLog(): MemorySweepLog {
  const reports = new Map<string, Map<string, SweepReport>>();
  const swept = new Map<string, Pick<Standing, "first" | "last">>();
  const brakes = new Map<string, Brake>();
  const ofSlot = ({ day, time }: Slot): Map<string, SweepReport> => {
    const known = reports.get(`${day} ${time}`) ?? new Map<string, SweepReport>();
    reports.set(`${day} ${time}`, known);
    return known;
  };
  return {
    all: () => [...reports.values()].flatMap((own) => [...own.values()]),
    record: async (report) => {
      const { scope, slot } = report;
      ofSlot(slot).set(scope, report);
      const { first, last } = swept.get(scope) ?? { first: slot, last: slot };
      swept.set(scope, { first: first ?? slot, last: last && isSlotBefore(slot, last) ? last : slot });
    },
    ofSlot: async (slot) => [...ofSlot(slot).values()].sort((a, b) => (a.scope < b.scope ? -1 : 1)),
    standings: async (scopes) =>
      [...new Set([...swept.keys(), ...brakes.keys()])]
        .filter((scope) => !scopes || scopes.includes(scope))
        .sort()
        .map((scope) => ({
          ...{ scope, first: null, last: null, brake: brakes.get(scope) ?? null },
          ...swept.get(scope),
        })),
    setBrake: async (scope, before, brake) => {
      if ((brakes.get(scope)?.version ?? 0) !== (before?.version ?? 0)) return "changed";
      brakes.set(scope, brake);
      return "set";
    },
  };
}
