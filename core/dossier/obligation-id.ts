import * as z from "zod";

/** The fifteen obligations of SPEC 4, in the order in which a campaign meets them. */
export const ObligationId = z.enum([
  "schedule",
  "report",
  "notice",
  "invitation",
  "venue",
  "content",
  "readiness",
  "protocol",
  "registration",
  "reply",
  "transfer",
  "extension-notice",
  "redirection",
  "records",
  "decision",
]);
export type ObligationId = z.output<typeof ObligationId>;
