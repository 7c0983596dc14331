import type { Day } from "../../../core/calendar/day.ts";
import type { ObligationId } from "../../../core/dossier/obligation-id.ts";
import type { Finding } from "../../../core/order608/finding.ts";
import type { Register } from "../../../core/register/register.ts";
import type { CampaignDay, DueDay } from "../../../core/status/due-days.ts";
import type { RegionStatus } from "../../../core/status/regions.ts";
import type { Selection } from "../../../core/status/select.ts";
import type { Status } from "../../../core/status/status.ts";
import type { ReportChange } from "../../../core/status/status-report.ts";
import type { TrendPoint } from "../../../core/status/trend.ts";
import type { Pieces } from "../pieces.ts";

/** Everything that the overview shows. */
export interface Overview {
  readonly status: Status;
  readonly regions: readonly RegionStatus[];
  /** Past their due day and still to be done, the longest first. */
  readonly overdue: readonly Finding[];
  /** What is not done and comes due in so many days. */
  readonly week: readonly DueDay[];
  readonly daysAhead: number;
  readonly changes: Changes;
  readonly trend: TrendView;
  readonly register: Register;
  readonly scopeOf: (body: string) => string;
  readonly today: Day;
  readonly selection: Selection;
  readonly selected: readonly RegionStatus[];
  /** Where the rows of the matrix are put. */
  readonly pieces: Pieces;
}

/** What is another than at the end of the day before. */
export interface Changes {
  readonly since: Day;
  /** Newly overdue or breached. */
  readonly worse: readonly ReportChange[];
  /** Newly met, in time or late. */
  readonly better: readonly ReportChange[];
}

/** The rate by slot, and the days on which something is due, before and after today. */
export interface TrendView {
  readonly points: readonly TrendPoint[];
  readonly from: Day;
  readonly today: Day;
  readonly to: Day;
  readonly due: readonly DueDay[];
  readonly marks: readonly CampaignDay[];
}

/** Whether a body's obligation could not be evaluated: its record is damaged, or the calendar lacks the year. */
export const isUnchecked = ({ damaged, failed }: Status, body: string, obligation: ObligationId): boolean =>
  damaged.some((damage) => damage.body === body) ||
  failed.some((failure) => failure.body === body && failure.obligation === obligation);
