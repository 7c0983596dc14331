import type { StoredRecord } from "../../../core/audit/stored.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import type { Applied, CalendarVersion, PolicyVersion, VersionStore } from "../../../core/order608/policy-versions.ts";
import type { SweepLog } from "../../../core/ports.ts";
import { readClearing } from "../../../core/use-cases/letters/address-clearings.ts";
import { readBrake } from "../../../core/use-cases/letters/brake-decisions.ts";
import { sha256 } from "../../../functions/hash.ts";
import type { AdministrationPorts } from "../../../functions/web/api/dependencies.ts";
import type { ClearableOutOfUse } from "../delivery/deciding.ts";
import { memoryAudit } from "./records.ts";

/** Applied versions in memory, chained as the real ones are. */
export function memoryVersions<Version extends Applied>(): VersionStore<Version> {
  const kept: Version[] = [];
  return {
    all: async () => [...kept],
    add: async (version, after) => {
      if (kept.length !== after) return "changed";
      const previous = after === 0 ? null : sha256(JSON.stringify(kept[after - 1]));
      kept.push({ ...version, number: after + 1, previous } as Version); // what Omit took away is put back
      return "added";
    },
  };
}

/** A record that is written together with something else, which may refuse. */
function attachedRecords(change: (key: string, next: StoredRecord) => Promise<boolean>) {
  const kept = new Map<string, StoredRecord>();
  return {
    kept,
    read: async (key: string) => kept.get(key) ?? null,
    put: async (key: string, before: StoredRecord | null, next: StoredRecord) => {
      if (kept.get(key)?.newest?.hash !== before?.newest?.hash) return "changed" as const;
      if (!(await change(key, next))) return "changed" as const;
      kept.set(key, next);
      return "written" as const;
    },
  };
}

/** Everything that administrators decide about, in memory, over what is held back. */
export function memoryAdministration(log: SweepLog, outOfUse: ClearableOutOfUse) {
  const sent: { readonly scope: string; readonly slot: Slot }[] = [];
  const brakes = attachedRecords(async (scope, next) => {
    const brake = readBrake(next);
    return (await log.setBrake(scope, { ...brake, version: brake.version - 1 }, brake)) === "set";
  });
  const clearings = attachedRecords(async (key, next) => {
    const { at, clearedAt, clearedBy } = readClearing(next);
    const isSame = (await outOfUse.all()).some((mark) => mark.recipientKey === key && mark.at === at);
    return isSame && (await outOfUse.clear(key, clearedBy, clearedAt)) === "cleared";
  });
  return {
    policies: memoryVersions<PolicyVersion>(),
    calendars: memoryVersions<CalendarVersion>(),
    brakes: { ...brakes, all: async () => [...brakes.kept].map(([scope, stored]) => ({ scope, stored })) },
    clearings: {
      ...clearings,
      all: async () => [...clearings.kept].map(([recipientKey, stored]) => ({ recipientKey, stored })),
    },
    ...{ log, outOfUse, audit: memoryAudit(), hash: sha256, sent },
    sweeps: { send: async (work) => void sent.push(...work) },
  } satisfies AdministrationPorts & { readonly sent: typeof sent };
}
