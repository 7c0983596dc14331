import type { Finding, FindingKey, State } from "../order608/finding.ts";
import { meetingOf } from "../order608/meeting-of.ts";
import { rememberLast } from "../order608/remember-last.ts";
import { STATES } from "./states.ts";
import type { ReportChange } from "./status-report.ts";

const keyOf = ({ body, campaign, obligation, subject }: FindingKey): string =>
  [body, campaign, obligation, subject].join("\n");

const rankOf = (state: State | null): number => (state === null ? STATES.length : STATES.indexOf(state));

/** One body's findings. */
type Found = readonly Finding[];

/** What is another of some bodies than before, the worst first and else in the order of `after`. */
export function changesBetween(
  before: readonly Evaluated[],
  after: readonly Evaluated[],
  isRecordedLate: (finding: Finding) => boolean,
): ReportChange[] {
  const known = new Map(before.map(({ body, findings }) => [body.id, findings]));
  return after
    .flatMap(({ body, findings }) => knownMoves(known.get(body.id) ?? NOTHING, findings))
    .map(({ finding, from, to }) => changeOf(finding, from, to, to !== null && isRecordedLate(finding)))
    .sort((a, b) => rankOf(a.to) - rankOf(b.to));
}

interface Evaluated {
  readonly body: { readonly id: string };
  readonly findings: Found;
}

/** A finding whose state is another than before; null where there was or is none. */
interface Move {
  readonly finding: Finding;
  readonly from: State | null;
  readonly to: State | null;
}

const NOTHING: Found = [];

/** What has moved, in the order of `after`, then what there is no more. */
function movesBetween(before: Found, after: Found): readonly Move[] {
  const known = new Map(before.map((finding) => [keyOf(finding), finding]));
  const moves = after.flatMap((finding): readonly Move[] => {
    const key = keyOf(finding);
    const from = known.get(key)?.state ?? null;
    known.delete(key);
    return from === finding.state ? [] : [{ finding, from, to: finding.state }];
  });
  return [...moves, ...[...known.values()].map((finding) => ({ finding, from: finding.state, to: null }))];
}

const rememberMoves = rememberLast<Found, readonly Move[]>();

const knownMoves = (before: Found, after: Found): readonly Move[] =>
  rememberMoves(after, [before], () => movesBetween(before, after));

const changeOf = (finding: Finding, from: State | null, to: State | null, recordedLate: boolean): ReportChange => ({
  body: finding.body,
  campaign: finding.campaign,
  obligation: finding.obligation,
  subject: finding.subject,
  meeting: meetingOf(finding),
  due: finding.due,
  ...{ from, to, recordedLate },
});
