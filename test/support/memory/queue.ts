import { formatDay } from "../../../core/calendar/day.ts";
import { type Instant, instant } from "../../../core/calendar/zone.ts";
import type { LetterId } from "../../../core/escalation/ledger.ts";
import type { Slot } from "../../../core/escalation/letter.ts";
import type { Clock, MailQueue, SweepQueue } from "../../../core/ports.ts";

/** A message that was received and is hidden until it is deleted or its time is over. */
export interface Received<Body> {
  readonly body: Body;
  readonly receipt: number;
}

/** A queue as SQS keeps it: at least once, hidden while it is worked on, dead after too many receives. */
export interface MemoryQueue<Body> {
  push(body: Body, delaySeconds?: number): void;
  /** Messages that can be seen now, oldest first; one receive of each is counted. */
  receive(most: number): Received<Body>[];
  delete(receipt: number): void;
  /** When the next message can be seen; null when there is none. */
  nextAt(): Instant | null;
  /** What is in it, seen or hidden, and how often each was received; for comparing two queues. */
  waiting(): readonly unknown[];
  /** Messages that were received too often. */
  readonly dead: readonly Body[];
}

interface Waiting<Body> {
  readonly body: Body;
  readonly number: number;
  visibleAt: number;
  receives: number;
}

/** `visibility` in seconds; `receives`: how often a message may be received. */
export function memoryQueue<Body>(
  clock: Pick<Clock, "machineNow">,
  { visibility, receives, newestFirst = false }: { visibility: number; receives: number; newestFirst?: boolean },
): MemoryQueue<Body> {
  const waiting = new Map<number, Waiting<Body>>();
  const dead: Body[] = [];
  let last = 0;
  return {
    dead,
    push: (body, delaySeconds = 0) => {
      const number = ++last;
      waiting.set(number, { body, number, visibleAt: clock.machineNow() + delaySeconds * 1000, receives: 0 });
    },
    receive: (most) => {
      const now = clock.machineNow();
      const visible = [...waiting.values()].filter(({ visibleAt }) => visibleAt <= now);
      const taken = (newestFirst ? visible.reverse() : visible).slice(0, most);
      const received: Received<Body>[] = [];
      for (const message of taken) {
        message.visibleAt = now + visibility * 1000;
        message.receives++;
        if (message.receives <= receives) received.push({ body: message.body, receipt: message.number });
        else {
          waiting.delete(message.number);
          dead.push(message.body);
        }
      }
      return received;
    },
    waiting: () => [...waiting.values()].map(({ number: _, ...message }) => message),
    delete: (receipt) => void waiting.delete(receipt),
    nextAt: () => {
      const times = [...waiting.values()].map(({ visibleAt }) => visibleAt);
      return times.length === 0 ? null : instant(Math.min(...times));
    },
  };
}

/** SQS holds a message back for at most 15 minutes. */
const LONGEST_DELAY = 900;

export const memoryMailQueue = (queue: MemoryQueue<LetterId>): MailQueue => ({
  send: async (ids, delaySeconds = 0) => {
    const delay = Math.min(Math.ceil(delaySeconds), LONGEST_DELAY);
    for (const { scope, year, recipientKey, n } of ids) queue.push({ scope, year, recipientKey, n }, delay);
  },
});

/** What a message of the sweep queue says. */
export interface SweepWork {
  readonly scope: string;
  readonly slot: Slot;
}

/** FIFO: the same scope and slot, or request, is taken once. */
export function memorySweepQueue(queue: MemoryQueue<SweepWork>): SweepQueue {
  const seen = new Set<string>();
  return {
    send: async (work, request) => {
      for (const message of work) {
        const { scope, slot } = message;
        const id = request === undefined ? `${scope} ${formatDay(slot.day)} ${slot.time}` : `${scope} ${request}`;
        if (!seen.has(id)) queue.push(message);
        seen.add(id);
      }
    },
  };
}
