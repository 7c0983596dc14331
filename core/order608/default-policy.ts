import * as z from "zod";
import numbers from "./policy.default.json" with { type: "json" };
import { mergePolicy, Policy } from "./policy.ts";

/** The policy that the product starts with, every ladder its obligation's own; an administrator may change all of it. */
export const defaultPolicy: Policy = Policy.parse({ ...numbers, ladder: {} });

/** The default policy with a part laid over it; throws a ZodError whose paths are the policy's own. */
export const policyWith = (part: unknown): Policy => Policy.parse(mergePolicy(z.encode(Policy, defaultPolicy), part));
