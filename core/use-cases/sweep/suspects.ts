import { isSuspect, itemText } from "../../escalation/brake.ts";
import type { Slot } from "../../escalation/letter.ts";
import type { PlannedItem } from "../../escalation/plan.ts";
import { isSlotBefore, slotInstant, zoneViews } from "../../escalation/slots.ts";
import type { Standing } from "../../ports.ts";
import type { BrakeContext } from "./brakes.ts";

export const standingOf = (of: string, { standings }: Pick<BrakeContext, "standings">): Standing | undefined =>
  standings.find(({ scope }) => scope === of);

/**
 * The last slot that a sweep's scope was swept for, if another scope had been swept by then; null before that: a first
 * sweep has nothing to compare with.
 */
export function lastWith(of: string, sweep: Pick<BrakeContext, "scope" | "standings">): Slot | null {
  const last = standingOf(sweep.scope, sweep)?.last;
  const first = standingOf(of, sweep)?.first;
  return last && first && !isSlotBefore(last, first) ? last : null;
}

/** Every planned item that a change may have made since the slot that `lastOf` names for the scope of its body. */
export function suspectsIn(
  { candidates, planOf, logs, loaded: { register } }: BrakeContext,
  lastOf: (scope: string) => Slot | null,
): PlannedItem[] {
  const planned = [...candidates.byRecipient].flatMap(([email, open]) => planOf(email, open).items);
  const everTold = new Set(
    planned.length > 0 ? [...logs.everything()].flatMap(({ items }) => items.map(itemText)) : [],
  );
  const { zone } = register.ministry;
  return [...Map.groupBy(planned, ({ candidate }) => register.scopeOf(candidate.body))].flatMap(([scope, items]) => {
    const last = lastOf(scope);
    if (!last) return [];
    const viewOf = zoneViews(slotInstant(last, zone), last, zone);
    return items.filter((item) => isSuspect(item, viewOf(item.candidate.body.zone).slot, everTold));
  });
}
