import { type Day, plusDays, yearOf } from "../../calendar/day.ts";
import { formatMinutes } from "../../calendar/time.ts";
import { localTime } from "../../calendar/zone.ts";
import type { Dossier } from "../../dossier/dossier.ts";
import type { LetterEntry } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import { endOfDay, isSlotBefore, latestSlot, slotsBetween, zoneViews } from "../../escalation/slots.ts";
import { rememberLast } from "../../order608/remember-last.ts";
import type { Clock, Identifiers, Ledger, SweepLog } from "../../ports.ts";
import type { Body } from "../../register/body.ts";
import type { Register } from "../../register/register.ts";
import { calendarVersion, fingerprint } from "../../status/fingerprint.ts";
import { letterFigures } from "../../status/letter-figures.ts";
import { makeReport } from "../../status/make-report.ts";
import type { StatusReport } from "../../status/status-report.ts";
import { trendOf } from "../../status/trend.ts";
import {
  type Assessment,
  type AssessmentPorts,
  assess,
  assessBodies,
  type LoadedRegister,
  type Records,
} from "../assess/assess.ts";
import { recipientFinder } from "../assess/recipients.ts";
import { findRecordedLate } from "../assess/recorded-late.ts";
import { type AcknowledgementStore, readAnswers } from "../letters/acknowledge.ts";

/** What a report is read from. */
export interface ReportPorts extends AssessmentPorts {
  readonly ledger: Pick<Ledger, "log">;
  readonly log: Pick<SweepLog, "ofSlot">;
  readonly acknowledgements: Pick<AcknowledgementStore, "ofYear">;
  readonly identifiers: Pick<Identifiers, "recipientKey">;
  readonly clock: Clock;
}

/** What is asked for. */
export interface ReportRequest {
  /** A body with all under it; all that may be read when null. */
  readonly top: Body | null;
  /** As of the end of this day; now when absent. */
  readonly on?: Day | undefined;
  readonly mayRead: (body: Body) => boolean;
}

/** How many days the trend goes back. */
export const TREND_DAYS = 14;

/** A body with all under it, as far as somebody may read them, in register order; all of them for null. */
export function coveredBodies({ top, mayRead }: Omit<ReportRequest, "on">, register: Register): readonly Body[] {
  const isWithin = (body: Body): boolean =>
    top === null || body === top || top === register.ministry || register.ancestorsOf(body).includes(top);
  return register.bodies.filter((body) => isWithin(body) && mayRead(body));
}

/**
 * Computes a status report (SPEC 7): everything about the bodies asked for that its reader may see, and nothing about
 * others. It reads only, so it can be repeated at will.
 */
export async function readStatusReport(
  loaded: LoadedRegister,
  request: ReportRequest,
  ports: ReportPorts,
): Promise<StatusReport> {
  const { directory, register } = loaded;
  const bodies = coveredBodies(request, register);
  const moment = momentOf(loaded, request.on, ports.clock);
  const scopes = register.scopes.filter((scope) => bodies.some((body) => register.scopeOf(body) === scope));
  const whole = await assess({ ...loaded, scopes }, ports, moment.viewOf);
  const now = partOf(whole, bodies);
  const since = plusDays(moment.on, -1);
  const { workdays, evaluate } = ports;
  const rules = { policy: directory.policy, workdays };
  const yesterday = { ...rules, viewOf: endOfDay(since), ...(evaluate && { evaluate }) };
  const lateFacts = findRecordedLate(whole.records, rules, () => moment.on);
  const isAll = bodies.length === register.bodies.length;
  return makeReport({
    head: {
      scope: request.top?.id ?? (isAll ? register.ministry.id : null),
      name: (request.top ?? register.ministry).name,
      ...{ on: moment.on, time: moment.time, made: ports.clock.calendarNow() },
      versions: versionsOf(loaded, bodies, whole.records, ports),
      trend: await readTrend(loaded, bodies, moment.last, ports),
      letters: await readLetters(register, bodies, moment.last, ports),
    },
    ...{ now, before: partOf(assessBodies(bodies, whole.records, yesterday), bodies), since },
    regionOf: (id) => register.scopeOf(register.byId.get(id) ?? register.ministry),
    nameOf: (id) => (register.byId.get(id) ?? register.ministry).name,
    isRecordedLate: (finding) => lateFacts(finding).length > 0,
  });
}

/** The moment of a report: its day, the time of day if it is now, and the last slot that may be told of. */
function momentOf({ directory, register }: LoadedRegister, on: Day | undefined, clock: Clock) {
  const now = clock.calendarNow();
  const { zone } = register.ministry;
  const latest = latestSlot(now, directory.policy.slots, zone);
  if (on === undefined) {
    const { day, minutes } = localTime(now, zone);
    return { on: day, time: formatMinutes(minutes), last: latest, viewOf: zoneViews(now, latest, zone) };
  }
  const ofDay = { day: on, time: directory.policy.slots.at(-1) ?? latest.time };
  return { on, time: null, last: isSlotBefore(latest, ofDay) ? latest : ofDay, viewOf: endOfDay(on) };
}

function partOf<Whole extends Assessment>(whole: Whole, bodies: readonly Body[]): Whole {
  const ids = new Set(bodies.map(({ id }) => id));
  const isCovered = ({ body }: { readonly body: string }): boolean => ids.has(body);
  return {
    ...whole,
    bodies: whole.bodies.filter(({ body }) => ids.has(body.id)),
    failed: whole.failed.filter(isCovered),
    damaged: whole.damaged.filter(isCovered),
  };
}

/** The policy and the calendar that were in force when the report was made, and a name for the facts that it saw. */
function versionsOf(
  { directory }: LoadedRegister,
  bodies: readonly Body[],
  { dossiers }: Records,
  { workdays }: ReportPorts,
): StatusReport["versions"] {
  const facts = bodies.flatMap(({ id }) => dossiers.get(id) ?? []);
  return {
    register: directory.version,
    policy: { number: directory.policyVersion ?? null, name: fingerprint(directory.policy) },
    calendar: { number: directory.calendarVersion ?? null, name: calendarVersion(workdays) },
    facts: factsName(facts),
  };
}

/** By the first of the dossiers. */
const rememberName = rememberLast<Dossier, string>();

function factsName(facts: readonly Dossier[]): string {
  const [first] = facts;
  return first ? rememberName(first, facts, () => fingerprint(facts)) : fingerprint(facts);
}

/** The rates that sweeps found in whole departments; nothing where the report is about a part of one. */
async function readTrend(
  { directory, register }: LoadedRegister,
  bodies: readonly Body[],
  last: Slot,
  { log }: ReportPorts,
): Promise<StatusReport["trend"]> {
  const ids = new Set(bodies.map(({ id }) => id));
  const scopes = new Set(bodies.map((body) => register.scopeOf(body)));
  if ([...scopes].some((scope) => !ids.has(scope))) return [];
  const slots = [...slotsBetween(plusDays(last.day, 1 - TREND_DAYS), last.day, directory.policy.slots)];
  const come = slots.filter((slot) => !isSlotBefore(last, slot));
  const read = await Promise.all(
    come.map(async (slot) => ({
      slot,
      reports: (await log.ofSlot(slot)).filter(({ scope }) => scopes.has(scope)),
    })),
  );
  return trendOf(read, scopes.size).map(({ slot, rate }) => ({ ...slot, rate }));
}

/**
 * The letters of the year up to a slot: those of the departments that the report covers whole, and of all others those
 * that tell of covered bodies only. So nobody learns of a letter that they may not read.
 */
function readLetters(
  register: Register,
  bodies: readonly Body[],
  last: Slot,
  ports: ReportPorts,
): Promise<StatusReport["letters"]> {
  const ids = new Set(bodies.map(({ id }) => id));
  const scopes = [...new Set([register.ministry.id, ...bodies.map((body) => register.scopeOf(body))])];
  const isCovered = ({ scope, slot, items, closed }: LetterEntry): boolean => {
    const told = [...items, ...closed];
    const isReadable = ids.has(scope) || (told.length > 0 && told.every(({ body }) => ids.has(body)));
    return isReadable && !isSlotBefore(last, slot);
  };
  return readLetterFigures({ year: yearOf(last.day), scopes, isCounted: isCovered }, register, ports);
}

/** Which letters are counted: those of a year's logs that pass. */
export interface CountedLetters {
  readonly year: number;
  readonly scopes: readonly string[];
  readonly isCounted: (entry: LetterEntry) => boolean;
}

/** Letters of a year by where they stand, and who has not acknowledged theirs. */
export async function readLetterFigures(
  { year, scopes, isCounted }: CountedLetters,
  register: Register,
  { ledger, acknowledgements, identifiers }: Pick<ReportPorts, "ledger" | "acknowledgements" | "identifiers">,
): Promise<StatusReport["letters"]> {
  const [logs, answerTo] = await Promise.all([
    Promise.all(scopes.map((scope) => ledger.log(scope, year))),
    readAnswers(scopes, [year], acknowledgements),
  ]);
  const find = recipientFinder(register, identifiers);
  return letterFigures(logs.flat().filter(isCounted), {
    year,
    isAcknowledged: (letter) => answerTo(letter) !== undefined,
    recipientOf: (key) => {
      const known = find(key);
      return known ? { body: known.body, role: known.role, name: known.name } : null;
    },
  });
}
