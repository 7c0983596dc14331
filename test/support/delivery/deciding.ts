import type { AuditLog } from "../../../core/audit/stored.ts";
import type { Instant } from "../../../core/calendar/zone.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import type { Clock, OutOfUseStore, SweepLog } from "../../../core/ports.ts";
import { type ClearingStore, clearAddress } from "../../../core/use-cases/letters/address-clearings.ts";
import { type BrakeDecision, decideAboutBrake, readBrake } from "../../../core/use-cases/letters/brake-decisions.ts";
import { sha256 } from "../../../functions/hash.ts";

// What administrators decide, by the commands that their pages give; of the record that keeps it only its write counts here.

const told = { reason: "Checked", zone: "Asia/Almaty", isRepeatable: false, request: "request" } as const;
const noAudit: AuditLog = { file: async () => {}, entries: async () => [] };

/** An administrator's decision about a scope's brake: its one write is that of the log. */
export async function decideBrake(
  scope: string,
  decision: BrakeDecision,
  { by, slot }: { readonly by: string; readonly slot: Slot },
  { log, clock }: { readonly log: SweepLog; readonly clock: Clock },
): Promise<"decided" | "no-brake" | "changed"> {
  const { kind } = await decideAboutBrake(
    { ...told, scope, decision, slot, by: { id: by, name: by } },
    {
      records: {
        read: async () => null,
        put: async (of, _, next) => {
          const brake = readBrake(next);
          const isSet = await log.setBrake(of, { ...brake, version: brake.version - 1 }, brake);
          return isSet === "set" ? "written" : "changed";
        },
        all: async () => [],
      },
      ...{ log, clock, audit: noAudit, hash: sha256 },
    },
  );
  // Who asks again after a lost answer finds it done.
  if (kind === "recorded" || kind === "nothing-to-change") return "decided";
  return kind === "no-brake" ? "no-brake" : "changed";
}

/** Addresses out of use with the way back, which is one write as well. */
export interface ClearableOutOfUse extends OutOfUseStore {
  clear(recipientKey: string, by: string, at: Instant): Promise<"cleared" | "not-marked">;
}

/** The real stores of marks and of clearings as one. */
export const clearable = (outOfUse: OutOfUseStore, records: ClearingStore, audit: AuditLog): ClearableOutOfUse => ({
  ...outOfUse,
  clear: async (recipientKey, by, at) => {
    const clock = { machineNow: () => at, calendarNow: () => at };
    const outcome = await clearAddress(
      { ...told, recipientKey, by: { id: by, name: by } },
      { records, outOfUse, audit, clock, hash: sha256 },
    );
    return outcome.kind === "recorded" ? "cleared" : "not-marked";
  },
});

/** An administrator's word that an address works again; letters go to it from the next sweep on. */
export const clearOutOfUse = (
  recipientKey: string,
  by: string,
  { outOfUse, clock }: { readonly outOfUse: ClearableOutOfUse; readonly clock: Pick<Clock, "machineNow"> },
): Promise<"cleared" | "not-marked"> => outOfUse.clear(recipientKey, by, clock.machineNow());
