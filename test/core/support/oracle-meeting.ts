import type { MeetingText } from "./facts.ts";
import { rowsOfAppeal } from "./oracle-appeal.ts";
import { addWorkingDays, onOrBefore, plus } from "./oracle-dates.ts";
import type { OracleRow } from "./oracle-row.ts";

/** Today and the hour, in the body's zone. */
export interface OracleNow {
  readonly today: string;
  readonly time: string;
}

export const hasBegun = ({ date, startsAt }: MeetingText, { today, time }: OracleNow): boolean =>
  date < today || (date === today && startsAt <= time);

/** "A cancelled meeting counts as planned before cancelledOn." */
export const isCancelled = ({ status, cancelledOn }: MeetingText, { today }: OracleNow): boolean =>
  status === "cancelled" && (cancelledOn ?? "") <= today;

const same = (a: string, { ru, kk }: MeetingText["place"]): boolean =>
  [ru, kk].some(
    (name) => name.trim().split(/\s+/).join(" ").toLowerCase() === a.trim().split(/\s+/).join(" ").toLowerCase(),
  );

const GROUPS = [
  "local-executive",
  "maslikhat",
  "public",
  "health",
  "labour",
  "education",
  "agriculture",
  "housing",
  "organisations",
  "media",
];

/** Every row of the table that a meeting which is not cancelled is a subject of. */
export function rowsOfMeeting(meeting: MeetingText, now: OracleNow): OracleRow[] {
  const { id: subject, date: M, place } = meeting;
  const begun = hasBegun(meeting, now);
  const fromMeeting = (on: string | undefined) => on !== undefined && on <= now.today && (on !== M || begun);
  /** A fact counts when it has happened and lies before the day beyond cure, which is M. */
  const counts = (on: string) => on <= now.today && on < M;
  const rows: OracleRow[] = [];

  const announced: Record<string, string> = {};
  for (const { publishedOn, announces } of [...meeting.notices].sort((a, b) =>
    a.publishedOn < b.publishedOn ? -1 : 1,
  )) {
    if (!counts(publishedOn)) continue;
    if (announces.date !== undefined && announces.date !== M) continue;
    if (announces.startsAt !== undefined && announces.startsAt !== meeting.startsAt) continue;
    if (announces.place !== undefined && !same(announces.place, place)) continue;
    for (const [part, value] of Object.entries(announces)) if (value) announced[part] ??= publishedOn;
  }
  const parts = ["date", "startsAt", "place", "schedule", "questions"];
  rows.push({
    obligation: "notice",
    subject,
    due: plus(M, -10),
    target: onOrBefore(plus(M, -11)),
    beyond: M,
    missing: parts.filter((part) => !announced[part]),
    days: parts.map((part) => announced[part]),
  });

  const before = { subject, due: plus(M, -1), beyond: M };
  const { invitation, venue, content, readiness, expectedParticipants: expected } = meeting;
  const sent = invitation && counts(invitation.sentOn) && invitation.forDate === M ? invitation : undefined;
  rows.push({
    ...before,
    obligation: "invitation",
    target: onOrBefore(plus(M, -10)),
    missing: GROUPS.filter((group) => !sent?.groups.some((one) => one === group)),
    days: [sent?.sentOn],
  });

  const checked = venue && counts(venue.checkedOn) && same(venue.place, place) ? venue : undefined;
  const lacking = checked
    ? [
        checked.hygienic ? "" : "hygiene",
        expected === undefined ? "expected" : "",
        expected !== undefined && checked.capacity < expected ? "capacity" : "",
      ]
    : ["check"];
  rows.push({
    ...before,
    obligation: "venue",
    target: onOrBefore(plus(M, -11)),
    missing: lacking.filter(Boolean),
    days: [checked?.checkedOn],
  });

  const covered = content && counts(content.readyOn) ? content.sections : [];
  rows.push({
    ...before,
    obligation: "content",
    target: onOrBefore(plus(M, -3)),
    missing: [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((n) => !covered.includes(n)).map((n) => `section:${n}`),
    days: [content?.readyOn],
  });

  const ready = readiness && counts(readiness.checkedOn) ? readiness : undefined;
  const unfit = ready
    ? [
        ready.inPerson ? "" : "inPerson",
        ready.clearedOfSecrets ? "" : "clearedOfSecrets",
        ready.orderPlanned ? "" : "orderPlanned",
      ]
    : ["check"];
  rows.push({
    ...before,
    obligation: "readiness",
    target: onOrBefore(plus(M, -1)),
    missing: unfit.filter(Boolean),
    days: [ready?.checkedOn],
  });

  const protocol = meeting.protocol && fromMeeting(meeting.protocol.drawnUpOn) ? meeting.protocol : undefined;
  const appeals = meeting.appeals.filter(({ receivedOn }) => fromMeeting(receivedOn));
  const signedBy = (role: string) =>
    protocol?.signatures
      .filter((one) => one.role === role && fromMeeting(one.signedOn))
      .map(({ signedOn }) => signedOn)
      .sort()[0];
  const gaps = protocol && [
    protocol.date === M ? "" : "date",
    ...(["startsAt", "place", "participants", "decisions"] as const).map((part) =>
      protocol[part] === undefined ? part : "",
    ),
    ...appeals
      .filter(({ receivedOn, number }) => receivedOn === M && !protocol.appeals?.includes(number))
      .map(({ number }) => `appeal:${number}`),
    signedBy("secretary") ? "" : "secretary",
    signedBy("head") ? "" : "head",
  ];
  rows.push({
    obligation: "protocol",
    subject,
    due: M,
    begun,
    missing: gaps?.filter(Boolean) ?? ["protocol"],
    days: [protocol?.drawnUpOn, signedBy("secretary"), signedBy("head")],
  });

  for (const appeal of appeals) rows.push(...rowsOfAppeal(appeal, meeting, fromMeeting));
  if (meeting.status === "held" && begun) {
    const records = fromMeeting(meeting.records?.registeredOn) ? meeting.records : undefined;
    rows.push({
      obligation: "records",
      subject,
      due: addWorkingDays(M, 1),
      missing: records ? [] : ["records"],
      days: [records?.registeredOn],
    });
  }
  for (const { id, dueOn, doneOn } of protocol?.decisions ?? []) {
    const done = fromMeeting(doneOn) ? doneOn : undefined;
    rows.push({
      obligation: "decision",
      subject: `${subject}/${id}`,
      due: dueOn ?? plus(M, 30),
      missing: done ? [] : ["completion"],
      days: [done],
    });
  }
  return rows;
}
