import type { ObligationId } from "../core/dossier/obligation-id.ts";
import type { Finding } from "../core/order608/finding.ts";

/** The four obligations that the comparisons are about. */
export const compared = ["report", "notice", "protocol", "reply"] as const satisfies readonly ObligationId[];
export type Compared = (typeof compared)[number];

/** What every side says of a subject; Esep's findings also hold how the due day came about. */
export type Verdict = Pick<
  Finding,
  "obligation" | "body" | "campaign" | "subject" | "due" | "target" | "state" | "metOn" | "missing" | "daysLeft"
> & { readonly problems: readonly string[] };

/** The part of a finding of Esep that every side says. */
export function verdictOf(finding: Finding): Verdict {
  const { obligation, body, campaign, subject, due, target, state, metOn, missing, problems, daysLeft } = finding;
  return { obligation, body, campaign, subject, due, target, state, metOn, missing, problems, daysLeft };
}
