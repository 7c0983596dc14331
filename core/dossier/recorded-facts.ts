import type { Day } from "../calendar/day.ts";
import { type Appeal, LATER_FACTS } from "./appeal.ts";
import type { Dossier } from "./dossier.ts";
import { canonical, type FactPath, joinPath, segmentAt } from "./fact-path.ts";
import type { Meeting } from "./meeting.ts";
import type { Protocol } from "./protocol.ts";

/** One thing that somebody recorded, small enough to have been recorded at one time. */
export interface RecordedFact {
  readonly path: FactPath;
  /** Without what is a fact of its own: a protocol without its signatures, an appeal without its reply. */
  readonly value: unknown;
  /** The day of the event; null for plans and waivers, which have none. */
  readonly on: Day | null;
  /** The path of the field that holds this day. */
  readonly datedAt: FactPath;
  /** The meeting without whose beginning there is no such fact (SPEC 3, command rules). */
  readonly bornAt?: Meeting;
  /** The event that must have come first, and its day. */
  readonly follows?: { readonly event: "meeting" | "drawn-up" | "received" | "decided"; readonly on: Day };
  /** Named only by its index, which changes when an earlier one is removed. */
  readonly unnamed?: true;
}

type Origin = Pick<RecordedFact, "bornAt" | "follows" | "unnamed">;

/** The fact at `path` with its day in `field`; without a field the fact is the day itself. */
function event(path: FactPath, field: string | null, on: Day, value: unknown, origin: Origin = {}): RecordedFact {
  return { path, value, on, datedAt: field === null ? path : [...path, field], ...origin };
}

/** Everything recorded in a dossier, fact by fact, in its order. */
export function recordedFacts({ schedule, meetings, waivers }: Dossier): RecordedFact[] {
  return [
    ...(schedule ? [event(["schedule"], "approvedOn", schedule.approvedOn, schedule)] : []),
    ...meetings.flatMap((meeting) => meetingFacts(["meetings", meeting.id], meeting)),
    ...waivers.map((value, index): RecordedFact => {
      const path = ["waivers", String(index)];
      return { path, value, on: null, datedAt: path, unnamed: true };
    }),
  ];
}

function meetingFacts(root: FactPath, meeting: Meeting): RecordedFact[] {
  const { date, startsAt, place, expectedParticipants, status, cancelledOn, protocol, records } = meeting;
  const born: Origin = { bornAt: meeting, follows: { event: "meeting", on: date } };
  return [
    { path: root, value: { date, startsAt, place, expectedParticipants }, on: null, datedAt: root },
    ...(status === "held" ? [event([...root, "status"], null, date, status, born)] : []),
    ...(cancelledOn === undefined ? [] : [event([...root, "cancelledOn"], null, cancelledOn, cancelledOn)]),
    ...preparationFacts(root, meeting),
    ...(protocol ? protocolFacts([...root, "protocol"], protocol, meeting) : []),
    ...(records ? [event([...root, "records"], "registeredOn", records.registeredOn, records, born)] : []),
    ...meeting.appeals.flatMap((appeal) => appealFacts([...root, "appeals", appeal.number], appeal, meeting)),
  ];
}

function preparationFacts(root: FactPath, meeting: Meeting): RecordedFact[] {
  const { invitation, venue, content, readiness, notices } = meeting;
  return [
    ...(invitation ? [event([...root, "invitation"], "sentOn", invitation.sentOn, invitation)] : []),
    ...(venue ? [event([...root, "venue"], "checkedOn", venue.checkedOn, venue)] : []),
    ...(content ? [event([...root, "content"], "readyOn", content.readyOn, content)] : []),
    ...(readiness ? [event([...root, "readiness"], "checkedOn", readiness.checkedOn, readiness)] : []),
    ...notices.map((notice, index) =>
      event([...root, "notices", String(index)], "publishedOn", notice.publishedOn, notice, { unnamed: true }),
    ),
  ];
}

function protocolFacts(root: FactPath, protocol: Protocol, meeting: Meeting): RecordedFact[] {
  const { signatures, drawnUpOn } = protocol;
  const born: Origin = { bornAt: meeting, follows: { event: "meeting", on: meeting.date } };
  return [
    event(root, "drawnUpOn", drawnUpOn, textOf(protocol), born),
    ...signatures.map((signature, index) => {
      const path = [...root, "signatures", segmentAt("signatures", signatures, index)];
      const follows = { event: "drawn-up", on: drawnUpOn } as const;
      return event(path, "signedOn", signature.signedOn, signature, { bornAt: meeting, follows });
    }),
    ...(protocol.decisions ?? []).flatMap(({ id, doneOn }) =>
      doneOn === undefined ? [] : [event([...root, "decisions", id, "doneOn"], null, doneOn, doneOn, born)],
    ),
  ];
}

/** What the protocol says, which its signatures stand for: everything but them and the decisions' completion. */
export function textOf({ signatures: _signatures, decisions, ...text }: Protocol): unknown {
  return { ...text, decisions: decisions?.map(({ doneOn: _doneOn, ...decision }) => decision) };
}

function appealFacts(root: FactPath, appeal: Appeal, meeting: Meeting): RecordedFact[] {
  const { number, kind, receivedOn, receivedAt, answered, competence, route, extension } = appeal;
  const received = { number, kind, receivedOn, receivedAt, answered, competence, route };
  const later: Origin = { bornAt: meeting, follows: { event: "received", on: receivedOn } };
  const raised: Origin = { bornAt: meeting, follows: { event: "meeting", on: meeting.date } };
  return [
    event(root, "receivedOn", receivedOn, received, raised),
    ...LATER_FACTS.flatMap((field) => {
      const on = appeal[field];
      return on === undefined ? [] : [event([...root, field], null, on, on, later)];
    }),
    ...(extension ? extensionFacts([...root, "extension"], extension, later) : []),
  ];
}

function extensionFacts(
  root: FactPath,
  { decidedOn, until, notifiedOn }: NonNullable<Appeal["extension"]>,
  later: Origin,
): RecordedFact[] {
  const decided = event(root, "decidedOn", decidedOn, { decidedOn, until }, later);
  if (notifiedOn === undefined) return [decided];
  const follows = { event: "decided", on: decidedOn } as const;
  return [decided, event([...root, "notifiedOn"], null, notifiedOn, notifiedOn, { ...later, follows })];
}

const identityOf = ({ path, value, unnamed }: RecordedFact): string =>
  `${joinPath(unnamed ? path.slice(0, -1) : path)} ${canonical(value)}`;

/** Every fact of a dossier with the same fact of an earlier state of it; null where it is new or was changed. */
export function matchFacts(
  before: Dossier | null,
  after: Dossier,
): { readonly fact: RecordedFact; readonly unchanged: RecordedFact | null }[] {
  const earlier = new Map((before ? recordedFacts(before) : []).map((fact) => [identityOf(fact), fact]));
  return recordedFacts(after).map((fact) => ({ fact, unchanged: earlier.get(identityOf(fact)) ?? null }));
}
