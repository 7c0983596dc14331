import type { Finding, FindingKey, State } from "../order608/finding.ts";
import { meetingOf } from "../order608/meeting-of.ts";
import { STATES } from "./states.ts";
import type { ReportChange } from "./status-report.ts";

const keyOf = ({ body, campaign, obligation, subject }: FindingKey): string =>
  [body, campaign, obligation, subject].join("\n");

const rankOf = (state: State | null): number => (state === null ? STATES.length : STATES.indexOf(state));

/** What is another than before, the worst first and else in the order of `after`, then what there is no more. */
export function changesBetween(
  before: readonly Finding[],
  after: readonly Finding[],
  isRecordedLate: (finding: Finding) => boolean,
): ReportChange[] {
  const known = new Map(before.map((finding) => [keyOf(finding), finding]));
  const changes = after.flatMap((finding) => {
    const from = known.get(keyOf(finding))?.state ?? null;
    known.delete(keyOf(finding));
    return from === finding.state ? [] : [changeOf(finding, from, finding.state, isRecordedLate(finding))];
  });
  const gone = [...known.values()].map((finding) => changeOf(finding, finding.state, null, false));
  return [...changes, ...gone].sort((a, b) => rankOf(a.to) - rankOf(b.to));
}

const changeOf = (finding: Finding, from: State | null, to: State | null, recordedLate: boolean): ReportChange => ({
  body: finding.body,
  campaign: finding.campaign,
  obligation: finding.obligation,
  subject: finding.subject,
  meeting: meetingOf(finding),
  due: finding.due,
  ...{ from, to, recordedLate },
});
