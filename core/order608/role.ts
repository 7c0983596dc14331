import * as z from "zod";

/** Whom a stage is addressed to; the escalation turns it into addresses (SPEC 5). */
export const EscalationRole = z.enum(["officer", "head", "superior", "ministry", "apex"]);
export type EscalationRole = z.output<typeof EscalationRole>;
