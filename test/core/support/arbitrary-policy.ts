import fc from "fast-check";
import { ObligationId } from "../../../core/dossier/obligation-id.ts";
import { policyWith } from "../../../core/order608/default-policy.ts";
import type { Policy } from "../../../core/order608/policy.ts";
import { EscalationRole } from "../../../core/order608/role.ts";

const time = fc.constantFrom("", "", "", "@09:00", "@12:00", "@18:00", "@21:00", "@22:00");
const place = fc
  .tuple(fc.constantFrom("due", "target"), fc.constantFrom("+", "-"), fc.nat(20), fc.constantFrom("", "wd"))
  .map(([anchor, sign, count, unit]) => (count === 0 ? anchor : `${anchor}${sign}${count}${unit}`));
const at = fc
  .oneof({ weight: 8, arbitrary: place }, { weight: 1, arbitrary: fc.constant("breach") })
  .chain((where) => time.map((when) => `${where}${when}`));
const stage = fc.record({ at, to: fc.subarray([...EscalationRole.options], { minLength: 1 }) });

const ladder = fc.record({
  stages: fc.uniqueArray(stage, { minLength: 1, maxLength: 5, selector: (one) => one.at }),
  every: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
});

/** A valid policy with every ladder made up. */
export const anyLadders = (): fc.Arbitrary<Policy> =>
  fc
    .tuple(...ObligationId.options.map((id) => ladder.map((steps) => [id, steps] as const)))
    .map((ladders) => policyWith({ ladder: Object.fromEntries(ladders) }));
