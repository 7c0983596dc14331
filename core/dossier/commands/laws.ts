import { formatDay } from "../../calendar/day.ts";
import { minutesOf } from "../../calendar/time.ts";
import type { LocalTime } from "../../calendar/zone.ts";
import { hasBegun } from "../as-of.ts";
import type { Dossier } from "../dossier.ts";
import { canonical, joinPath } from "../fact-path.ts";
import type { Meeting } from "../meeting.ts";
import { matchFacts, type RecordedFact } from "../recorded-facts.ts";
import { type Issue, issue } from "./refusal.ts";

/**
 * The command rules of SPEC 3, as laws on a change whatever command made it, `correct` included. They look only at what
 * is new or different: what a file brought in stays as it is.
 */
export function brokenLaws(
  before: Dossier,
  after: Dossier,
  { now, actor }: { readonly now: LocalTime; readonly actor: { readonly mayWaive: boolean } },
): Issue[] {
  const changed = matchFacts(before, after).filter(({ unchanged }) => unchanged === null);
  const waived = canonical(before.waivers) !== canonical(after.waivers);
  return [
    ...(waived && !actor.mayWaive ? [issue(["waivers"], "own-obligation", OWN)] : []),
    ...after.meetings.flatMap((meeting) => {
      const known = before.meetings.find(({ id }) => id === meeting.id);
      return [...planLaws(known, meeting, now), ...(known ? statusLaws(known, meeting, now) : [])];
    }),
    ...changed.flatMap(({ fact }) => factLaws(fact, now)),
    ...after.meetings.flatMap((meeting) => protocolLaws(meeting, changed, now)),
  ];
}

const OWN = "nobody waives their own obligation; ask the superior body or the ministry";

/** What the population is told of a meeting, and the number of those expected. */
export const PLAN = ["date", "startsAt", "place", "expectedParticipants"] as const;

/**
 * A meeting is planned and moved for today or later, and from its day on its date, time and place stand; so does the
 * number of those expected, which bears no date and would otherwise cure a breached venue check afterwards.
 */
function planLaws(known: Meeting | undefined, meeting: Meeting, now: LocalTime): Issue[] {
  const root = ["meetings", meeting.id];
  const changed = PLAN.filter((field) => canonical(known?.[field]) !== canonical(meeting[field]));
  if (changed.length === 0) return [];
  if (known && now.day >= known.date) return changed.map((field) => frozen(known, field));
  if (known?.status === "cancelled") return [issue(root, "already-cancelled", CANCELLED)];
  if (meeting.date >= now.day) return [];
  const text = `${formatDay(meeting.date)} has passed; a meeting is planned for today or later`;
  return [issue([...root, "date"], "in-the-past", text, { day: formatDay(meeting.date) })];
}

/** Refuses to change what the population was told of a meeting whose day has come. */
export function frozen({ id, date }: Meeting, field: string): Issue {
  const text = `is frozen since ${formatDay(date)}, the day of the meeting; what differed stands in its protocol`;
  return issue(["meetings", id, field], "frozen", text, { day: formatDay(date) });
}

/** What every command says of a meeting that was cancelled. */
export const CANCELLED = "the meeting was cancelled; plan another one";

/** Reviving a cancelled meeting is against a file rule already: it would still say when it was cancelled. */
function statusLaws(known: Meeting, meeting: Meeting, now: LocalTime): Issue[] {
  const root = ["meetings", meeting.id];
  if (known.status === meeting.status) return [];
  if (meeting.status !== "cancelled") return [];
  if (known.status === "held") return [issue([...root, "status"], "already-held", "the meeting was held")];
  if (now.day < known.date) return [];
  const text = `the meeting's day ${formatDay(known.date)} has come, so it can no longer be cancelled; plan another one`;
  return [issue([...root, "cancelledOn"], "frozen", text, { day: formatDay(known.date) })];
}

const ORDER = {
  meeting: "the meeting's date",
  "drawn-up": "the day on which the protocol was drawn up,",
  received: "the day on which the appeal was received,",
  decided: "the day on which the extension was decided,",
} as const;

/** Nothing in the future, nothing of a meeting before it has begun, and nothing before what it follows from. */
function factLaws({ path, on, datedAt, bornAt, follows }: RecordedFact, now: LocalTime): Issue[] {
  if (bornAt && !hasBegun(bornAt, now)) {
    const text = `the meeting begins on ${formatDay(bornAt.date)} at ${bornAt.startsAt}; record this afterwards`;
    return [issue(path, "not-begun", text, { day: formatDay(bornAt.date), time: bornAt.startsAt })];
  }
  if (on === null) return [];
  if (on > now.day) {
    const text = `${formatDay(on)} lies in the future; ${FUTURE}`;
    return [issue(datedAt, "in-the-future", text, { day: formatDay(on) })];
  }
  if (!follows || on >= follows.on) return [];
  const text = `${formatDay(on)} lies before ${ORDER[follows.event]} ${formatDay(follows.on)}; give the day it happened`;
  return [issue(datedAt, `before-${follows.event}`, text, { day: formatDay(on), since: formatDay(follows.on) })];
}

const FUTURE = "record what has happened, on the day or after";

/** What the fields beside a fact's own day say; and secretary and head are two people (Order 608, p. 12 and 15). */
function protocolLaws(meeting: Meeting, changed: readonly { readonly fact: RecordedFact }[], now: LocalTime): Issue[] {
  const root = ["meetings", meeting.id];
  const names = changed.map(({ fact }) => joinPath(fact.path));
  const nameOf = (...path: string[]): string => joinPath([...root, ...path]);
  const { protocol, appeals } = meeting;
  const issues: Issue[] = [];
  if (protocol?.date !== undefined && protocol.date > now.day && names.includes(nameOf("protocol"))) {
    const text = `${formatDay(protocol.date)} lies in the future; ${FUTURE}`;
    issues.push(issue([...root, "protocol", "date"], "in-the-future", text, { day: formatDay(protocol.date) }));
  }
  for (const { number, receivedOn, receivedAt } of appeals) {
    const isLater = receivedOn === now.day && receivedAt !== undefined && minutesOf(receivedAt) > now.minutes;
    if (!isLater || !names.includes(nameOf("appeals", number))) continue;
    const text = `${receivedAt} lies in the future; ${FUTURE}`;
    issues.push(issue([...root, "appeals", number, "receivedAt"], "in-the-future", text, { time: receivedAt }));
  }
  const isSigned = names.some((name) => name.startsWith(nameOf("protocol", "signatures", "")));
  return isSigned ? [...issues, ...samePerson(meeting)] : issues;
}

const plain = (name: string): string => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

function samePerson({ id, protocol }: Meeting): Issue[] {
  const signed = protocol?.signatures ?? [];
  const twice = signed.findLast(({ role, name }) =>
    signed.some((other) => other.role !== role && plain(other.name) === plain(name)),
  );
  if (!twice) return [];
  const text = "the same person signed in the other role; secretary and head are two people";
  return [issue(["meetings", id, "protocol", "signatures", twice.role, "name"], "same-person", text)];
}
