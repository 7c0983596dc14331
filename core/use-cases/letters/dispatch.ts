import { type Instant, instant } from "../../calendar/zone.ts";
import { type Delivery, type LetterEntry, type LetterId, letterPath } from "../../escalation/ledger.ts";
import type {
  Alarms,
  Clock,
  Identifiers,
  Ledger,
  MailFiles,
  MailQueue,
  MailService,
  SendOutcome,
} from "../../ports.ts";

/** Everything a dispatch reads and writes. */
export interface DispatchPorts {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly files: MailFiles;
  readonly mail: MailQueue;
  readonly service: MailService;
  readonly identifiers: Pick<Identifiers, "token">;
  readonly alarms: Alarms;
}

/** How long things take, in seconds; the lease outlives the function that holds it. */
export interface DispatchTimes {
  readonly lease: number;
  /** How long an `unknown` letter that does not say it itself waits for its event before it is sent again. */
  readonly unknown: number;
  /** How long a throttled letter waits. */
  readonly throttled: number;
  /** How long a letter waits that the whole account may not send. */
  readonly refused: number;
}

/** What was done about one message of the mail queue. */
export type Dispatched =
  | "sent"
  | "failed"
  | "unknown"
  | "throttled"
  | "account-refused"
  /** A later slot has come: what is still open is written afresh. */
  | "stale"
  /** Somebody else is sending it, or it waits for its event. */
  | "waiting"
  /** It needs nothing more: sent, dropped, held, or there is no such letter. */
  | "nothing-to-do";

const after = (now: Instant, seconds: number): Instant => instant(now + seconds * 1000);

/**
 * Sends one letter: claim by a conditional write, send, settle (SPEC 6). A crash before the claim leaves it queued; one
 * after the claim leaves it `sending` until the lease ends, when nobody knows whether it was accepted: it then waits for
 * its event and is sent again only when none came. A repeat is preferred to a loss, and it is counted.
 *
 * Never stale: once a later slot has come, a letter that is surely not sent is dropped, whether the sweep of that slot has
 * come by already, when the letter was being sent, or is still to come. A crash before the drop repeats it.
 */
export async function dispatch(id: LetterId, ports: DispatchPorts, times: DispatchTimes): Promise<Dispatched> {
  const entry = await ports.ledger.get(id);
  if (!entry) return "nothing-to-do";
  const now = ports.clock.machineNow();
  if (entry.state === "sending") return afterLostSender(entry, now, ports, times);
  if (entry.state === "unknown") {
    const waits = ((entry.unknownSince ?? now) + patienceFor(entry, times) * 1000 - now) / 1000;
    if (waits > 0) return waitAgain(entry, waits, ports);
  } else if (entry.state !== "queued") return "nothing-to-do";
  else if (isStale(entry, ports)) return dropStale(entry, ports);
  return claimAndSend(entry, now, ports, times);
}

/** Seconds that a letter waits for its event before it is sent again. */
const patienceFor = ({ unknownMinutes }: LetterEntry, { unknown }: DispatchTimes): number =>
  unknownMinutes === undefined ? unknown : unknownMinutes * 60;

/** Whether a letter that was surely not sent speaks of an earlier slot; one that may have been sent is only repeated. */
const isStale = ({ state, freshUntil }: LetterEntry, { clock }: DispatchPorts): boolean =>
  state === "queued" && freshUntil !== undefined && clock.calendarNow() >= freshUntil;

const asStale = (entry: LetterEntry): Delivery => ({ ...deliveryOf(entry), state: "dropped", reason: "stale" });

/** Somebody else may have dropped or claimed it in the meantime: then it is theirs. */
async function dropStale(entry: LetterEntry, { ledger }: DispatchPorts): Promise<Dispatched> {
  return (await isTaken(entry, asStale(entry), ledger)) ? "stale" : "waiting";
}

async function waitAgain(entry: LetterEntry, seconds: number, { mail }: DispatchPorts): Promise<Dispatched> {
  await mail.send([entry], Math.ceil(seconds));
  return "waiting";
}

/** A letter that somebody claimed: while the lease holds it is theirs, after it nobody knows what happened. */
async function afterLostSender(
  entry: LetterEntry,
  now: Instant,
  ports: DispatchPorts,
  times: DispatchTimes,
): Promise<Dispatched> {
  const until = entry.lease?.until ?? now;
  if (until > now) return waitAgain(entry, (until - now) / 1000, ports);
  const step: Delivery = {
    ...deliveryOf(entry),
    state: "unknown",
    lease: null,
    unknownSince: until,
    reason: "sender lost",
  };
  // The alarm comes first: after a crash in between nobody would see why the letter waits.
  ports.alarms.raise("letter-unknown", { letter: letterPath(entry), attempts: entry.attempts });
  if (!(await isTaken(entry, step, ports.ledger))) return "waiting";
  await ports.mail.send([entry], patienceFor(entry, times));
  return "unknown";
}

async function claimAndSend(
  entry: LetterEntry,
  now: Instant,
  ports: DispatchPorts,
  times: DispatchTimes,
): Promise<Dispatched> {
  const file = await ports.files.get(entry.file);
  // The file is written before the entry: one that is missing was deleted, and only a person can tell why.
  if (!file) throw new Error(`Letter ${letterPath(entry)} has no file ${entry.file}.`);
  const lease = { holder: ports.identifiers.token(), until: after(now, times.lease) };
  const claim: Delivery = { ...deliveryOf(entry), state: "sending", attempts: entry.attempts + 1, lease };
  if (!(await isTaken(entry, claim, ports.ledger))) return "waiting";
  const claimed: LetterEntry = { ...entry, ...claim };
  return settle(entry, claimed, await ports.service.send(file, entry), ports, times);
}

/**
 * Records what became of a claimed letter; `before` is what it was when it was claimed. Alarms come first: after a crash
 * in between nobody would be told, while one told twice does no harm.
 */
async function settle(
  before: LetterEntry,
  claimed: LetterEntry,
  outcome: SendOutcome,
  ports: DispatchPorts,
  times: DispatchTimes,
): Promise<Dispatched> {
  const now = ports.clock.machineNow();
  const back: Delivery = { ...deliveryOf(before), lease: null };
  const tried = { ...back, attempts: claimed.attempts };
  switch (outcome.kind) {
    case "accepted": {
      const { messageId } = outcome;
      await advance(claimed, { ...tried, state: "sent", unknownSince: null, messageId, reason: null }, ports);
      return "sent";
    }
    case "refused":
      ports.alarms.raise("letter-failed", { letter: letterPath(claimed), reason: outcome.reason });
      await advance(claimed, { ...tried, state: "failed", unknownSince: null, reason: outcome.reason }, ports);
      return "failed";
    case "unknown": {
      ports.alarms.raise("letter-unknown", { letter: letterPath(claimed), attempts: claimed.attempts });
      await advance(claimed, { ...tried, state: "unknown", unknownSince: now, reason: outcome.reason }, ports);
      await ports.mail.send([claimed], patienceFor(claimed, times));
      return "unknown";
    }
    case "throttled":
      return giveBack(before, claimed, back, { outcome: "throttled", seconds: times.throttled }, ports);
    case "account-refused": {
      const { reason } = outcome;
      ports.alarms.raise("account-refused", { letter: letterPath(claimed), reason });
      const wait = { outcome: "account-refused", seconds: times.refused } as const;
      return giveBack(before, claimed, { ...back, reason }, wait, ports);
    }
  }
}

/** A letter that was not sent goes back to where it was, and waits, unless its text has become stale meanwhile. */
async function giveBack(
  before: LetterEntry,
  claimed: LetterEntry,
  back: Delivery,
  { outcome, seconds }: { readonly outcome: "throttled" | "account-refused"; readonly seconds: number },
  ports: DispatchPorts,
): Promise<Dispatched> {
  if (isStale(before, ports)) {
    await advance(claimed, asStale(before), ports);
    return "stale";
  }
  await advance(claimed, back, ports);
  await ports.mail.send([claimed], seconds);
  return outcome;
}

/**
 * A step that only the lease's holder takes. When an event of the mail service was faster, it knows better and nothing is
 * wrong; another sender means that the lease was too short.
 */
async function advance(claimed: LetterEntry, step: Delivery, { ledger, alarms }: DispatchPorts): Promise<void> {
  if (await isTaken(claimed, step, ledger)) return;
  const now = await ledger.get(claimed);
  if ((now?.events?.length ?? 0) > (claimed.events?.length ?? 0)) return;
  alarms.raise("lease-lost", { letter: letterPath(claimed), state: step.state });
}

/** Whether a step is ours: after a retry of our own the condition may fail because we have taken it. */
async function isTaken(before: LetterEntry, step: Delivery, ledger: Ledger): Promise<boolean> {
  if ((await ledger.advance(before, step)) === "advanced") return true;
  const now = await ledger.get(before);
  return now !== null && isSame(deliveryOf(now), step);
}

/** A claim is told by its lease's holder, an acceptance by its message id; other equal steps come to the same. */
const isSame = (a: Delivery, b: Delivery): boolean =>
  a.state === b.state &&
  a.attempts === b.attempts &&
  a.lease?.holder === b.lease?.holder &&
  a.unknownSince === b.unknownSince &&
  a.messageId === b.messageId;

const deliveryOf = ({ state, attempts, lease, unknownSince, messageId, reason }: LetterEntry): Delivery => ({
  state,
  attempts,
  lease,
  unknownSince,
  messageId,
  reason,
});
