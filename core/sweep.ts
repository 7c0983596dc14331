import { type Assessment, type AssessmentPorts, assess, type LoadedRegister, loadRegister } from "./assess.ts";
import type { Instant } from "./calendar/zone.ts";
import type { Candidate, Candidates, PlanningContext } from "./escalation/candidates.ts";
import type { HoldReason } from "./escalation/fire.ts";
import type { LetterEntry } from "./escalation/ledger.ts";
import type { Slot } from "./escalation/letter.ts";
import { candidatesOfScope } from "./escalation/plan.ts";
import { isSlotBefore, latestSlot, zoneViews } from "./escalation/slots.ts";
import { whatIsKnown } from "./known.ts";
import type {
  Alarms,
  Clock,
  Composer,
  Directory,
  Identifiers,
  Ledger,
  MailFiles,
  MailQueue,
  SweepLog,
} from "./ports.ts";
import { countFindings } from "./status/count.ts";
import type { SweepReport } from "./status/sweep-report.ts";
import { type Logs, openLogs, type WriterContext, writeLetter } from "./write-letter.ts";

/** Everything a sweep reads and writes. */
export interface SweepPorts extends AssessmentPorts {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly files: MailFiles;
  readonly composer: Composer;
  readonly mail: MailQueue;
  readonly log: SweepLog;
  readonly identifiers: Identifiers;
  readonly alarms: Alarms;
}

/**
 * Evaluates a scope for the latest slot that has come and writes the letters due (SPEC 5 and 6). Running it again, twice
 * at once, late, or after a crash anywhere writes no item twice to one recipient and loses none.
 */
export async function sweep(scope: string, ports: SweepPorts): Promise<SweepReport | null> {
  const now = ports.clock.calendarNow();
  const started = ports.clock.machineNow();
  const loaded = await loadRegister(ports.register, (directory) => scopesFor(scope, directory));
  if (!loaded) return null;
  const slot = latestSlot(now, loaded.directory.policy.slots, loaded.register.ministry.zone);
  const viewOf = zoneViews(now, slot, loaded.register.ministry.zone);
  const assessment = await assess(loaded, ports, viewOf);
  const context: PlanningContext = {
    register: loaded.register,
    policy: loaded.directory.policy,
    workdays: ports.workdays,
    isOutOfUse: () => false,
  };
  const candidates = candidatesOfScope(scope, assessment.bodies, context);
  const logs = await openLogs(scope, slot, assessment, context, ports);
  const dropped = await tidy(logs, slot, ports);
  const known = whatIsKnown(assessment, candidates, loaded.register);
  const held = await writeAll(candidates, { scope, slot, context, known, logs, ports });
  const report = reportOf(scope, slot, loaded, assessment, candidates, {
    held,
    letters: [...logs.all()].filter((entry) => !isSlotBefore(entry.slot, slot)),
    dropped,
    seconds: (ports.clock.machineNow() - started) / 1000,
  });
  if (!report.complete) ports.alarms.raise("nobody-to-tell", { scope, slot: `${slot.day} ${slot.time}` });
  await ports.log.record(report);
  return report;
}

/** A scope's own bodies, and those of other scopes whose letters to a shared address belong to it. */
function scopesFor(scope: string, { scopes, shared }: Directory): readonly string[] {
  if (scope === scopes[0]) return scopes;
  const elsewhere = Object.values(shared).filter(([owner]) => owner === scope);
  return [...new Set([scope, ...elsewhere.flat()])];
}

/**
 * Never stale: what was written for an earlier slot and is still waiting is dropped, so that what is still open is
 * written afresh. Whatever else is on its way may have lost its message, so it is queued again.
 */
async function tidy(logs: Logs, slot: Slot, { ledger, mail }: SweepPorts): Promise<number> {
  let dropped = 0;
  for (const entry of logs.all()) {
    const isWaiting = entry.state === "queued" || entry.state === "held";
    if (isWaiting && isSlotBefore(entry.slot, slot)) {
      const now = await drop(entry, ledger);
      logs.replace(now);
      if (now.state === "dropped") dropped++;
    } else if (entry.state === "queued" || entry.state === "sending" || entry.state === "unknown") {
      await mail.send([entry]);
    }
  }
  return dropped;
}

/** The entry as it is now: when a sender or another sweep was first, or we were before a retry, what is stored decides. */
async function drop(entry: LetterEntry, ledger: SweepPorts["ledger"]): Promise<LetterEntry> {
  const { attempts, messageId } = entry;
  const step = { state: "dropped", attempts, lease: null, unknownSince: null, messageId, reason: "stale" } as const;
  if ((await ledger.advance(entry, step)) === "advanced") return { ...entry, ...step };
  return (await ledger.get(entry)) ?? entry;
}

async function writeAll(candidates: Candidates, context: WriterContext): Promise<Map<HoldReason, number>> {
  const held = new Map<HoldReason, number>(candidates.held);
  const recipients = [...candidates.byRecipient].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [email, open] of recipients as readonly (readonly [string, readonly Candidate[]])[]) {
    for (const [reason, count] of await writeLetter(email, open, context))
      held.set(reason, (held.get(reason) ?? 0) + count);
  }
  return held;
}

function reportOf(
  scope: string,
  slot: Slot,
  { directory, register }: LoadedRegister,
  { bodies, failed, damaged }: Assessment,
  candidates: Candidates,
  done: { letters: readonly LetterEntry[]; held: Map<HoldReason, number>; dropped: number; seconds: number },
): SweepReport {
  const own = bodies.filter(({ body }) => register.scopeOf(body) === scope);
  const ids = new Set(own.map(({ body }) => body.id));
  const isOwn = ({ body }: { readonly body: string }) => ids.has(body);
  const contacts = candidates.contacts.filter(isOwn);
  return {
    scope,
    slot,
    bodies: own.filter(({ body }) => body !== register.ministry).length,
    findings: countFindings(own.flatMap(({ findings }) => findings)),
    // Counted in the log, so that sweeping a slot again reports the same.
    written: done.letters.length,
    items: done.letters.reduce((sum, { items }) => sum + items.length, 0),
    levels: countBy(done.letters, ({ level }) => level),
    dropped: done.dropped,
    held: Object.fromEntries(done.held),
    damaged: damaged.filter(isOwn),
    failed: [...failed, ...candidates.failed].filter(isOwn),
    contacts,
    complete: contacts.every(({ unreachable }) => !unreachable),
    seconds: done.seconds,
    registerVersion: directory.version,
  };
}

function countBy<Value, Key extends string>(values: readonly Value[], keyOf: (value: Value) => Key) {
  const counts: Partial<Record<Key, number>> = {};
  for (const value of values) counts[keyOf(value)] = (counts[keyOf(value)] ?? 0) + 1;
  return counts;
}

/** The scopes of a slot's sweeps, and the slot that has come; null before the first import. */
export async function sweepsDue(
  ports: Pick<SweepPorts, "register" | "clock">,
): Promise<{ readonly scopes: readonly string[]; readonly slot: Slot } | null> {
  const now: Instant = ports.clock.calendarNow();
  const loaded = await loadRegister(ports.register, () => []);
  if (!loaded) return null;
  const { directory, register } = loaded;
  return { scopes: directory.scopes, slot: latestSlot(now, directory.policy.slots, register.ministry.zone) };
}
