import { type Instant, localTime } from "../core/calendar/zone.ts";
import { formatDay } from "../core/calendar/day.ts";
import { latestSlot } from "../core/escalation/slots.ts";
import { schedules } from "../stacks/resources.ts";
import { type Handler, lambdaContext } from "./lambda.ts";

/** What EventBridge Scheduler does in the cloud: calls `sweep-start` at each slot of the calendar's clock. */
export interface Scheduler {
  stop(): void;
}

const { zone, times } = schedules.sweeps;

/** The slot that has come, as text: when it changes, the next one has. */
const slotAt = (now: Instant): string => {
  const slot = latestSlot(now, times, zone);
  return `${formatDay(slot.day)}T${slot.time}`;
};

/**
 * Watches the clock once a second; the slot that has come at the start counts as started already.
 * `onSlot` is told before the sweeps are started.
 */
export function startScheduler(
  calendarNow: () => Instant,
  sweepStart: Handler<unknown, unknown>,
  onSlot: (now: Instant) => void,
): Scheduler {
  let last = slotAt(calendarNow());
  const timer = setInterval(() => {
    const now = calendarNow();
    const slot = slotAt(now);
    if (slot === last) return;
    last = slot;
    onSlot(now);
    sweepStart({ slot }, lambdaContext("sweep-start", 60)).catch((error: unknown) => {
      console.error(`The sweeps of ${slot} could not be started:`, error);
    });
  }, 1000);
  return { stop: () => clearInterval(timer) };
}

/** `19.03.2027 09:00`-like text of a moment on the ministry's clocks, for people. */
export function clockText(now: Instant): string {
  const { day, minutes } = localTime(now, zone);
  return `${formatDay(day)} ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
