import defaults from "./policy.default.json" with { type: "json" };
import { mergePolicy, Policy } from "./policy.ts";

/** The policy that the product starts with; an administrator may change every number of it. */
export const defaultPolicy: Policy = Policy.parse(defaults);

/** The default policy with a part laid over it; throws a ZodError whose paths are the policy's own. */
export const policyWith = (part: unknown): Policy => Policy.parse(mergePolicy(defaults, part));
