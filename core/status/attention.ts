import type { Finding } from "../order608/finding.ts";

/** Findings that someone should look at now, each list with the most pressing first. */
export interface Attention {
  /** Past their due day and still to be done, the longest first. */
  readonly overdue: readonly Finding[];
  /** Not done, and due today or in the days after, the nearest first. */
  readonly ahead: readonly Finding[];
}

/** What is overdue, and what comes due from today to `days` days later. */
export function attentionOf(findings: readonly Finding[], days: number): Attention {
  const byDays = (a: Finding, b: Finding) => a.daysLeft - b.daysLeft;
  const isAhead = ({ state, daysLeft }: Finding) => (state === "due" || state === "upcoming") && daysLeft <= days;
  return {
    overdue: findings.filter(({ state }) => state === "overdue").sort(byDays),
    ahead: findings.filter(isAhead).sort(byDays),
  };
}
