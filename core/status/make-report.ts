import type { Finding } from "../order608/finding.ts";
import { meetingOf } from "../order608/meeting-of.ts";
import type { Bilingual } from "../register/locale.ts";
import { changesBetween } from "./changes.ts";
import { regionsOf } from "./regions.ts";
import { type Evaluated, type StatusRow, statusOf } from "./status.ts";
import type { OpenFinding, ReportRow, StatusReport } from "./status-report.ts";

type Head = "scope" | "name" | "on" | "time" | "made" | "versions" | "trend" | "letters";

/** What a report is made from, all of it about the same bodies. */
export interface ReportSources {
  readonly head: Pick<StatusReport, Head>;
  readonly now: Evaluated;
  readonly before: Evaluated;
  readonly since: StatusReport["changes"]["since"];
  /** The department that a body belongs to. */
  readonly regionOf: (body: string) => string;
  readonly nameOf: (body: string) => Bilingual;
  readonly isRecordedLate: (finding: Finding) => boolean;
}

/** A report whose figures add up: those of each body to its department's, and these to all. */
export function makeReport({
  head,
  now,
  before,
  since,
  regionOf,
  nameOf,
  isRecordedLate,
}: ReportSources): StatusReport {
  const status = statusOf(now);
  const findings = findingsOf(now);
  const late = Map.groupBy(findings.filter(isRecordedLate), ({ body }) => body);
  const row = ({ body, parent, name, counts, worst, rate }: StatusRow): ReportRow => ({
    ...{ body, parent, region: regionOf(body), name, counts, worst, rate },
    recordedLate: late.get(body)?.length ?? 0,
  });
  return {
    ...head,
    bodies: status.rows.length,
    rate: status.rate,
    counts: status.counts,
    regions: regionsOf(status.rows, regionOf).map(({ scope, rows, counts, rate }) => ({
      ...{ scope, name: nameOf(scope), bodies: rows.length, counts, rate },
    })),
    rows: status.rows.map(row),
    open: status.open.map((finding) => openFinding(finding, isRecordedLate(finding))),
    changes: { since, items: changesBetween(before.bodies, now.bodies, isRecordedLate) },
    failed: status.failed.map(({ body, campaign, obligation, subject, year }) => ({
      ...{ body, campaign, obligation, subject, year },
    })),
    damaged: status.damaged.map(({ body, campaign, reason }) => ({ body, campaign, reason })),
  };
}

const findingsOf = ({ bodies }: Evaluated): Finding[] => bodies.flatMap(({ findings }) => findings);

const openFinding = (finding: Finding, recordedLate: boolean): OpenFinding => ({
  body: finding.body,
  campaign: finding.campaign,
  obligation: finding.obligation,
  subject: finding.subject,
  clause: finding.clause,
  meeting: meetingOf(finding),
  due: finding.due,
  state: finding.state,
  daysLeft: finding.daysLeft,
  missing: [...finding.missing],
  recordedLate,
});
