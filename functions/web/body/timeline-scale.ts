import { type Day, plusDays } from "../../../core/calendar/day.ts";
import type { Dossier } from "../../../core/dossier/dossier.ts";
import type { Finding } from "../../../core/order608/finding.ts";

/** A stretch of days as a line from left to right. */
export interface Scale {
  readonly first: Day;
  readonly last: Day;
  readonly x: (day: Day) => number;
}

const SIDE = 40;

/** The days from the first to the last of some (there must be one), with a little room, on a line of so many units. */
export function scaleOf(days: readonly Day[], width: number): Scale {
  const first = plusDays(
    days.reduce((a, b) => (a < b ? a : b)),
    -3,
  );
  const last = plusDays(
    days.reduce((a, b) => (a > b ? a : b)),
    3,
  );
  return { first, last, x: (day) => Math.round(SIDE + ((day - first) / (last - first)) * (width - 2 * SIDE)) };
}

/** The term of the reply to one appeal. */
export interface Term {
  readonly finding: Finding;
  readonly from: Day;
  readonly to: Day;
}

/** Of each appeal that is to be answered, the days from its receipt to the last of its reply; what is open comes first. */
export function termsIn(findings: readonly Finding[], dossier: Dossier | null): readonly Term[] {
  const received = new Map(
    (dossier?.meetings ?? []).flatMap(({ appeals }) =>
      appeals.map((appeal) => [appeal.number, appeal.receivedOn] as const),
    ),
  );
  return findings
    .filter(({ obligation }) => obligation === "reply")
    .flatMap((finding) => {
      const from = received.get(finding.subject);
      return from === undefined ? [] : [{ finding, from, to: finding.due }];
    })
    .sort((a, b) => Number(a.finding.metOn !== null) - Number(b.finding.metOn !== null) || a.to - b.to);
}
