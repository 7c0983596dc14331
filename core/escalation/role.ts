import * as z from "zod";

/** Whom a stage is addressed to; {@link resolveRole} turns it into addresses (SPEC 5). */
export const EscalationRole = z.enum(["officer", "head", "superior", "ministry", "apex"]);
export type EscalationRole = z.output<typeof EscalationRole>;
