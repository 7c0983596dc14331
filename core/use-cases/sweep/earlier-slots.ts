import { type Candidate, findCandidates, type PlanningContext } from "../../escalation/candidates.ts";
import type { Slot } from "../../escalation/letter.ts";
import type { PlannedItem } from "../../escalation/plan.ts";
import { isSlotBefore, slotInstant, slotsBackFrom, slotText, zoneViews } from "../../escalation/slots.ts";
import { dueKeyText } from "../../escalation/told.ts";
import type { Body } from "../../register/body.ts";
import { assessBodies, type Records } from "../assess/assess.ts";

type ByRecipient = ReadonlyMap<string, readonly Candidate[]>;

/**
 * Whether a slot before this one could have carried an item to its recipient (SPEC 5, catch-up), by what is recorded now.
 * That its stage had come is not enough: an appeal that was received since, a waiver that has ended or a meeting that was
 * still planned then make no letter late.
 */
export function couldHaveCarried(
  slot: Slot,
  records: Records,
  context: PlanningContext,
): (email: string, item: PlannedItem) => boolean {
  const { register, policy, workdays } = context;
  const { zone } = register.ministry;
  const seen = new Map<string, ByRecipient>();
  const seenAt = (body: Body, earlier: Slot): ByRecipient => {
    const name = `${slotText(earlier)} ${body.id}`;
    const known = seen.get(name);
    if (known) return known;
    const viewOf = zoneViews(slotInstant(earlier, zone), earlier, zone);
    const { bodies } = assessBodies([body], records, { viewOf, policy, workdays });
    const { byRecipient } = findCandidates(bodies, context);
    seen.set(name, byRecipient);
    return byRecipient;
  };
  return (email, { candidate: { finding, body }, decision: { stage } }) => {
    const key = dueKeyText(finding);
    // A body's day may begin a day before the ministry's.
    for (const earlier of slotsBackFrom(slot, policy.slots, slot.day - stage.rung.day + 2)) {
      if (!isSlotBefore(earlier, slot)) continue;
      const open = seenAt(body, earlier)
        .get(email)
        ?.find((candidate) => dueKeyText(candidate.finding) === key);
      if (open?.firing.some(({ rung }) => rung.stage === stage.rung.stage)) return true;
    }
    return false;
  };
}
