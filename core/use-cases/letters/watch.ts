import { partsOf } from "../../calendar/day.ts";
import type { Workdays } from "../../calendar/workdays.ts";
import { type Instant, instant, localTime } from "../../calendar/zone.ts";
import { type LetterEntry, letterPath } from "../../escalation/ledger.ts";
import type { Slot } from "../../escalation/letter.ts";
import { isSlotBefore, latestSlot, slotInstant, slotText } from "../../escalation/slots.ts";
import type { Policy } from "../../order608/policy.ts";
import type { Alarms, Clock, Ledger, RegisterStore, SendQuota, SweepLog, WatchBook, WatchCause } from "../../ports.ts";
import type { SweepReport } from "../../status/sweep-report.ts";
import { loadRegister } from "../assess/assess.ts";
import { isNearlyUsedUp, isSandbox } from "./mail-quota.ts";

/** Everything that the watch reads and writes. */
export interface WatchPorts {
  readonly clock: Clock;
  readonly register: RegisterStore;
  readonly workdays: Workdays;
  readonly log: SweepLog;
  readonly ledger: Pick<Ledger, "waiting" | "waitingNotices">;
  readonly alarms: Alarms;
  readonly book: WatchBook;
  /** What the account may send; null when it is not known. */
  readonly quota: () => Promise<SendQuota | null>;
}

/** Something that is wrong now. */
interface Trouble {
  /** The same text for as long as it is the same trouble. */
  readonly cause: string;
  /** The alarm; null for what is only remembered. */
  readonly code: string | null;
  readonly details?: Readonly<Record<string, string | number>>;
  /** From when on it is worth an alarm; at once when absent. */
  readonly patience?: (since: Instant) => boolean;
}

/** What one look has found. */
export interface Watched {
  /** Causes that last, told or not. */
  readonly causes: number;
  /** Alarms that this look has raised. */
  readonly raised: number;
}

/** The month from which a missing next year of the calendar is announced (SPEC 2). */
const OCTOBER = 10;

/**
 * Looks whether the sweeps, the letters and the calendar are as they should be. An alarm is raised once for each cause,
 * and again only when the cause had gone. The book is written after the alarms: a crash tells twice rather than never.
 */
export async function watch(ports: WatchPorts): Promise<Watched> {
  const now = ports.clock.calendarNow();
  const known = new Map((await ports.book.read()).map((cause) => [cause.cause, cause]));
  const troubles = await troublesAt(now, ports, known);
  let raised = 0;
  const causes = troubles.map(({ cause, code, details = {}, patience }): WatchCause => {
    const before = known.get(cause) ?? { cause, since: now, told: false };
    if (code === null || before.told || (patience && !patience(before.since))) return before;
    ports.alarms.raise(code, details);
    raised++;
    return { ...before, told: true };
  });
  if (isChanged(causes, known)) await ports.book.write(causes);
  return { causes: troubles.filter(({ code }) => code !== null).length, raised };
}

const isChanged = (causes: readonly WatchCause[], known: ReadonlyMap<string, WatchCause>): boolean =>
  causes.length !== known.size || causes.some(({ cause, told }) => known.get(cause)?.told !== told);

async function troublesAt(now: Instant, ports: WatchPorts, known: ReadonlyMap<string, WatchCause>): Promise<Trouble[]> {
  const loaded = await loadRegister(ports.register, () => []);
  if (!loaded) return [];
  const { directory, register } = loaded;
  const { zone } = register.ministry;
  const { policy, scopes } = directory;
  const slot = dueSlot(now, policy, zone);
  const reports = await ports.log.ofSlot(slot);
  return [
    ...(await slotTroubles(slot, { reports, scopes, zone }, ports)),
    ...calendarTroubles(now, zone, ports.workdays),
    ...(await letterTroubles({ now, slot, reports, policy, zone, known }, ports)),
    ...(await accountTroubles(ports)),
  ];
}

/** The latest slot that should have been swept to its end by now. */
const dueSlot = (now: Instant, { slots, slotMinutes }: Policy, zone: string): Slot =>
  latestSlot(instant(now - slotMinutes * 60_000), slots, zone);

/**
 * Scopes that were not swept for the slot, and those that never were. A scope that has just come with an import has until
 * the end of the next slot.
 */
async function slotTroubles(
  slot: Slot,
  { reports, scopes, zone }: { reports: readonly SweepReport[]; scopes: readonly string[]; zone: string },
  { log }: WatchPorts,
): Promise<Trouble[]> {
  const swept = new Set(reports.map(({ scope }) => scope));
  const firsts = new Map((await log.standings()).map(({ scope, first }) => [scope, first]));
  const missed = scopes.filter((scope) => {
    const first = firsts.get(scope);
    return first && !isSlotBefore(slot, first) && !swept.has(scope);
  });
  const text = slotText(slot);
  const never = scopes
    .filter((scope) => !firsts.get(scope))
    .map((scope) => ({
      ...{ cause: `scope-never-swept ${scope}`, code: "scope-never-swept", details: { scope } },
      patience: (since: Instant) => slotInstant(slot, zone) >= since,
    }));
  if (missed.length === 0) return never;
  const details = { slot: text, scopes: missed.length, first: missed[0] ?? "" };
  return [{ cause: `slot-missed ${text}`, code: "slot-missed", details }, ...never];
}

/** This year that the calendar does not cover, and from October on the next. */
function calendarTroubles(now: Instant, zone: string, workdays: Workdays): Trouble[] {
  const { year, month } = partsOf(localTime(now, zone).day);
  const needed = month >= OCTOBER ? [year, year + 1] : [year];
  return needed
    .filter((one) => !workdays.covers(one))
    .map((one) => ({ cause: `calendar ${one}`, code: "calendar-ends", details: { year: one } }));
}

/** When the watch looks at letters, and what it knows. */
interface LetterLook {
  readonly now: Instant;
  readonly slot: Slot;
  readonly reports: readonly SweepReport[];
  readonly policy: Policy;
  readonly zone: string;
  readonly known: ReadonlyMap<string, WatchCause>;
}

/**
 * Letters that stay queued, or of which nobody knows for too long whether they were sent. Only logs in which something
 * waited when their sweep ended are read, and each only until nothing of it waits any more: a log is as long as its year.
 */
async function letterTroubles(look: LetterLook, { ledger, clock }: WatchPorts): Promise<Trouble[]> {
  const { now, slot, reports, policy, zone, known } = look;
  const { year, month } = partsOf(localTime(now, zone).day);
  // What was written on New Year's Eve is in last year's log.
  const years = month === 1 ? [year - 1, year] : [year];
  const text = slotText(slot);
  const restless = reports.filter((report) => report.waiting !== 0);
  const logs = await Promise.all([
    ...restless
      .filter((report) => !known.has(quietName(report)))
      .flatMap(({ scope }) => years.map(async (of) => ({ scope, letters: await ledger.waiting(scope, of) }))),
    ...years.map(async (of) => ({ scope: null, letters: await ledger.waitingNotices(of) })),
  ]);
  const open = new Set(logs.flatMap(({ scope, letters }) => (letters.length > 0 ? [scope] : [])));
  const quiet = restless.filter(({ scope }) => !open.has(scope)).map(quietName);
  const waiting = logs.flatMap(({ letters }) => letters.filter((letter) => !isSlotBefore(slot, letter.slot)));
  const before = clock.machineNow() - policy.unknownMinutes * 60_000;
  const isUnknown = ({ unknownSince, lease }: LetterEntry): boolean =>
    (unknownSince ?? lease?.until ?? Number.POSITIVE_INFINITY) < before;
  const isQueued = ({ state }: LetterEntry): boolean => state === "queued";
  const isQueuedLong = (since: Instant): boolean => now - since >= policy.slotMinutes * 60_000;
  return [
    ...quiet.map((cause) => ({ cause, code: null })),
    ...troubleOf({ code: "letter-unknown-long", slot: text, letters: waiting.filter(isUnknown) }),
    ...troubleOf({ code: "letter-queued-long", slot: text, letters: waiting.filter(isQueued), patience: isQueuedLong }),
  ];
}

/** Names a log in which nothing waits any more since a sweep of it; a sweep on demand may write again. */
const quietName = ({ scope, slot, at }: SweepReport): string => `quiet ${scope} ${slotText(slot)} ${at ?? ""}`;

/** One alarm for all the letters that a slot has left so, with their number and one of them. */
function troubleOf({
  code,
  slot,
  letters,
  patience = () => true,
}: Pick<Trouble, "patience"> & { code: string; slot: string; letters: readonly LetterEntry[] }): Trouble[] {
  const [first] = letters;
  if (!first) return [];
  const details = { letters: letters.length, first: letterPath(first) };
  return [{ cause: `${code} ${slot}`, code, details, patience }];
}

/** What the mail service says of the account. */
async function accountTroubles({ quota }: WatchPorts): Promise<Trouble[]> {
  const known = await quota();
  const found = known
    ? [
        ...(isSandbox(known) ? [{ code: "mail-sandbox" }] : []),
        ...(isNearlyUsedUp(known) ? [{ code: "mail-quota" }] : []),
      ]
    : [{ code: "mail-quota-unknown" }];
  return found.map(({ code }) => ({ cause: code, code, details: { ...known } }));
}
