import * as z from "zod";

/** What an obligation is owed for; SPEC 4 says how each is named as a finding's subject. */
export type SubjectKind = "dossier" | "meeting" | "appeal" | "decision";

/** The obligations of SPEC 4 in the order in which a campaign meets them; a waiver names them, so they stand this low. */
const kinds = {
  schedule: "dossier",
  report: "dossier",
  notice: "meeting",
  invitation: "meeting",
  venue: "meeting",
  content: "meeting",
  readiness: "meeting",
  protocol: "meeting",
  registration: "appeal",
  reply: "appeal",
  transfer: "appeal",
  "extension-notice": "appeal",
  redirection: "appeal",
  records: "meeting",
  decision: "decision",
} as const satisfies Readonly<Record<string, SubjectKind>>;

export const ObligationId = z.enum(Object.keys(kinds) as readonly (keyof typeof kinds)[]); // which Object.keys cannot type
export type ObligationId = z.output<typeof ObligationId>;

/** What each obligation is owed for. */
export const kindOfSubject: Readonly<Record<ObligationId, SubjectKind>> = kinds;
