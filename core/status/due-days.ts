import { type Day, dayInYear, dayOf, yearOf } from "../calendar/day.ts";
import { ObligationId } from "../dossier/obligation-id.ts";
import type { Finding } from "../order608/finding.ts";
import type { Policy } from "../order608/policy.ts";

/** A day on which something is due, with how much of what. */
export interface DueDay {
  readonly day: Day;
  readonly count: number;
  /** In the order of the obligations. */
  readonly obligations: readonly { readonly obligation: ObligationId; readonly count: number }[];
}

/** Findings by the day they are due, from the first such day on. */
export function dueDays(findings: readonly Pick<Finding, "due" | "obligation">[]): readonly DueDay[] {
  return [...Map.groupBy(findings, ({ due }) => due)]
    .sort(([a], [b]) => a - b)
    .map(([day, own]) => {
      const counts = Map.groupBy(own, ({ obligation }) => obligation);
      const obligations = ObligationId.options.flatMap((obligation) => {
        const count = counts.get(obligation)?.length ?? 0;
        return count === 0 ? [] : [{ obligation, count }];
      });
      return { day, count: own.length, obligations };
    });
}

/** A day that is the last in time for every body. */
export interface CampaignDay {
  readonly day: Day;
  readonly obligation: "schedule" | "report";
}

/** The due days that all bodies share, from one day to another: the schedule's (p. 8(1)) and the quarter's end (p. 4). */
export function campaignDays(from: Day, to: Day, { scheduleDue }: Pick<Policy, "scheduleDue">): readonly CampaignDay[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return years
    .flatMap((year): readonly CampaignDay[] => [
      { day: dayInYear(year, scheduleDue), obligation: "schedule" },
      { day: dayOf(year, 3, 31), obligation: "report" },
    ])
    .filter(({ day }) => day >= from && day <= to);
}
